// The parts of libedit and of POSIX that Swift cannot call: variadic functions, callbacks without a
// context, FILE streams and signal handlers. No policy lives here.
#ifndef CLINEEDITOR_H
#define CLINEEDITOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// ---- libedit -------------------------------------------------------------------------------

/// One libedit editor with its streams.
typedef struct cle_editor cle_editor;

/// What libedit asks of its owner. Every function is given the owner's context.
typedef struct {
  /// Stores the next character and returns 1; 0 is the end of input, -1 stops the line.
  int (*read_character)(void *context, uint32_t *character);
  /// Runs the function bound with cle_bind and returns one of the cle_result values.
  int (*dispatch)(void *context, uint32_t character);
} cle_callbacks;

/// What a dispatched function asks libedit to do next.
enum cle_result {
  cle_result_normal,
  cle_result_newline,
  cle_result_refresh,
  cle_result_cursor,
  cle_result_error,
};

/// Chooses a character type that can hold non-ASCII text: the user's, else any UTF-8 one. Without
/// one libedit drops non-ASCII input and crashes on a non-ASCII prompt. Returns whether there is one.
bool cle_use_utf8_locale(void);

/// Opens an editor on two descriptors, which stay open when it is closed; NULL on failure.
cle_editor *cle_open(
    const char *program, int input, int output, const cle_callbacks *callbacks, void *context);
/// Closes the editor and gives the terminal back as it was found.
void cle_close(cle_editor *editor);

/// Reads the user's file of key bindings, or ~/.editrc when path is NULL.
void cle_source(cle_editor *editor, const char *path);
/// Whether lines are edited at all: `edit off` in the user's file says that they are not.
bool cle_edits(cle_editor *editor);
/// Whether the editor is in vi mode.
bool cle_is_vi(cle_editor *editor);
/// Binds a key, in libedit's notation, to the dispatched function, in vi's command map if asked.
void cle_bind(cle_editor *editor, const wchar_t *key, bool command_map);
/// Binds a key to one of libedit's own functions.
void cle_bind_to(cle_editor *editor, const wchar_t *key, const wchar_t *function);

/// Sets the prompt, zero-terminated and without escape sequences, which libedit would count as text.
void cle_set_prompt(cle_editor *editor, const uint32_t *prompt);

/// Edits one line: its length with the newline, 0 at the end of input, -1 when it was stopped.
int cle_read_line(cle_editor *editor);

/// The line being edited, and how many of its characters there are and stand before the cursor;
/// brings back a cursor that libedit has moved out of the line.
const uint32_t *cle_line(cle_editor *editor, size_t *length, size_t *cursor);
/// Moves the cursor to stand behind so many characters.
void cle_set_cursor(cle_editor *editor, size_t position);
/// Inserts zero-terminated text before the cursor; false when there is no room.
bool cle_insert(cle_editor *editor, const uint32_t *text);
/// Deletes so many characters before the cursor.
void cle_delete_before_cursor(cle_editor *editor, int count);

/// Draws prompt and line from the screen's cursor on, taking the screen there as empty.
void cle_refresh(cle_editor *editor);
/// Learns the size of the window.
void cle_resize(cle_editor *editor);
/// Switches the terminal to editing or back to how it was.
void cle_set_raw(cle_editor *editor, bool raw);

/// The columns that the C library gives a character, as libedit does; control characters: -1.
int cle_character_width(uint32_t character);

// ---- signals -------------------------------------------------------------------------------

/// What woke a read up, as bytes in the wake-up pipe.
enum cle_wake {
  cle_wake_interrupt = 'I',
  cle_wake_suspend = 'Z',
  cle_wake_continue = 'C',
  cle_wake_resize = 'W',
};

/// Counts interrupts (Ctrl-C) from now on in place of ending the process; a second one that nobody
/// took notice of ends it with status 130. Calls after the first do nothing. False without a pipe.
bool cle_interrupts_install(void);
/// Gives interrupts back their former effect.
void cle_interrupts_remove(void);
/// The number of interrupts since the last clearing.
int cle_interrupts_count(void);
/// Forgets the interrupts.
void cle_interrupts_clear(void);

/// Takes the interrupt for one read: it becomes a byte in the wake-up pipe, whose reading end is
/// returned (-1 on failure). With a farewell, takes the terminal's other signals too: they become
/// bytes in the pipe, and those that end the process first send the farewell to the terminal and
/// give it back its present settings.
int cle_signals_begin(int terminal, const char *farewell);
/// Gives all signals but the interrupt back their former effect.
void cle_signals_end(void);
/// Stops the process as Ctrl-Z does and returns when it is continued.
void cle_signals_suspend(void);

#endif
