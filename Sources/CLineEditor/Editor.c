// wcwidth is an X/Open function, which glibc shows on request only.
#define _GNU_SOURCE
#include "CLineEditor.h"

#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

// Characters travel as uint32_t: wchar_t is signed on Linux and on macOS, and 32 bits wide on both.
_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "wchar_t holds a Unicode scalar");

struct cle_editor {
  EditLine *libedit;
  FILE *input;
  FILE *output;
  FILE *errors;
  wchar_t *prompt;
  cle_callbacks callbacks;
  void *context;
};

bool cle_use_utf8_locale(void) {
  static const char *const candidates[] = {"", "C.UTF-8", "en_US.UTF-8", "UTF-8"};
  for (size_t i = 0; i < sizeof candidates / sizeof candidates[0]; i++) {
    if (setlocale(LC_CTYPE, candidates[i]) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) {
      return true;
    }
  }
  return false;
}

static cle_editor *owner(EditLine *libedit) {
  void *data = NULL;
  el_wget(libedit, EL_CLIENTDATA, &data);
  return data;
}

static int read_character(EditLine *libedit, wchar_t *character) {
  cle_editor *editor = owner(libedit);
  uint32_t value = 0;
  int status = editor->callbacks.read_character(editor->context, &value);
  *character = (wchar_t)value;
  return status;
}

static unsigned char dispatch(EditLine *libedit, wint_t character) {
  cle_editor *editor = owner(libedit);
  switch (editor->callbacks.dispatch(editor->context, (uint32_t)character)) {
  case cle_result_newline: return CC_NEWLINE;
  case cle_result_refresh: return CC_REFRESH;
  case cle_result_cursor: return CC_CURSOR;
  case cle_result_error: return CC_ERROR;
  default: return CC_NORM;
  }
}

static const wchar_t *prompt(EditLine *libedit) {
  cle_editor *editor = owner(libedit);
  return editor->prompt ? editor->prompt : L"";
}

static FILE *stream(int descriptor, const char *mode) {
  int copy = dup(descriptor);
  if (copy < 0) { return NULL; }
  FILE *file = fdopen(copy, mode);
  if (!file) { close(copy); }
  return file;
}

cle_editor *cle_open(
    const char *program, int input, int output, const cle_callbacks *callbacks, void *context) {
  cle_editor *editor = calloc(1, sizeof *editor);
  if (!editor) { return NULL; }
  editor->callbacks = *callbacks;
  editor->context = context;
  editor->input = stream(input, "r");
  editor->output = stream(output, "w");
  // libedit complains of an unknown terminal on its error stream; there is a remedy instead.
  editor->errors = fopen("/dev/null", "w");
  if (editor->input && editor->output && editor->errors) {
    editor->libedit = el_init(program, editor->input, editor->output, editor->errors);
  }
  if (!editor->libedit) {
    cle_close(editor);
    return NULL;
  }
  // Nearly every terminal that is not in the database understands what xterm does.
  if (el_set(editor->libedit, EL_TERMINAL, getenv("TERM")) != 0) {
    el_set(editor->libedit, EL_TERMINAL, "xterm");
  }
  // Always el_wset: through el_set macOS narrows what the reader returns to one byte.
  el_wset(editor->libedit, EL_CLIENTDATA, editor);
  el_wset(editor->libedit, EL_GETCFN, read_character);
  el_wset(editor->libedit, EL_PROMPT, prompt);
  el_wset(editor->libedit, EL_SIGNAL, 0);
  el_wset(editor->libedit, EL_EDITOR, L"emacs");
  // A pasted CR LF must not become two newlines, and Ctrl-S must not stop the terminal.
  el_wset(editor->libedit, EL_SETTY, L"-d", L"-inlcr", L"-icrnl", L"-ixon", NULL);
  el_wset(editor->libedit, EL_ADDFN, L"line-editor", L"runs a key of the line editor", dispatch);
  return editor;
}

void cle_close(cle_editor *editor) {
  if (editor->libedit) { el_end(editor->libedit); }
  if (editor->input) { fclose(editor->input); }
  if (editor->output) { fclose(editor->output); }
  if (editor->errors) { fclose(editor->errors); }
  free(editor->prompt);
  free(editor);
}

void cle_source(cle_editor *editor, const char *path) { el_source(editor->libedit, path); }

bool cle_edits(cle_editor *editor) {
  int edits = 1;
  return el_wget(editor->libedit, EL_EDITMODE, &edits) != 0 || edits != 0;
}

bool cle_is_vi(cle_editor *editor) {
  const wchar_t *name = NULL;
  return el_wget(editor->libedit, EL_EDITOR, &name) == 0 && name && wcscmp(name, L"vi") == 0;
}

void cle_bind(cle_editor *editor, const wchar_t *key, bool command_map) {
  if (command_map) {
    el_wset(editor->libedit, EL_BIND, L"-a", key, L"line-editor", NULL);
  } else {
    el_wset(editor->libedit, EL_BIND, key, L"line-editor", NULL);
  }
}

void cle_bind_to(cle_editor *editor, const wchar_t *key, const wchar_t *function) {
  el_wset(editor->libedit, EL_BIND, key, function, NULL);
}

void cle_set_prompt(cle_editor *editor, const uint32_t *prompt) {
  wchar_t *copy = wcsdup((const wchar_t *)prompt);
  if (!copy) { return; }
  free(editor->prompt);
  editor->prompt = copy;
}

int cle_read_line(cle_editor *editor) {
  int count = 0;
  const wchar_t *line = el_wgets(editor->libedit, &count);
  return line ? count : count < 0 ? -1 : 0;
}

const uint32_t *cle_line(cle_editor *editor, size_t *length, size_t *cursor) {
  LineInfoW *line = (LineInfoW *)el_wline(editor->libedit);
  // On an empty line vi's $ leaves the cursor before the buffer, where the next key would write.
  if (line->cursor < line->buffer) { line->cursor = line->buffer; }
  if (line->cursor > line->lastchar) { line->cursor = line->lastchar; }
  *length = (size_t)(line->lastchar - line->buffer);
  *cursor = (size_t)(line->cursor - line->buffer);
  return (const uint32_t *)line->buffer;
}

void cle_set_cursor(cle_editor *editor, size_t position) {
  // macOS has no el_cursor; the structure is libedit's own and not const underneath.
  LineInfoW *line = (LineInfoW *)el_wline(editor->libedit);
  size_t length = (size_t)(line->lastchar - line->buffer);
  line->cursor = line->buffer + (position < length ? position : length);
}

bool cle_insert(cle_editor *editor, const uint32_t *text) {
  return *text == 0 || el_winsertstr(editor->libedit, (const wchar_t *)text) == 0;
}

void cle_delete_before_cursor(cle_editor *editor, int count) {
  el_deletestr(editor->libedit, count);
}

void cle_refresh(cle_editor *editor) { el_wset(editor->libedit, EL_REFRESH); }

void cle_resize(cle_editor *editor) { el_resize(editor->libedit); }

void cle_set_raw(cle_editor *editor, bool raw) {
  el_wset(editor->libedit, EL_PREP_TERM, raw ? 1 : 0);
}

int cle_character_width(uint32_t character) { return wcwidth((wchar_t)character); }
