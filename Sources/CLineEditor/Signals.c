// Signal handlers can reach nothing but static storage: all of it is in this file.
#include "CLineEditor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static int wake_pipe[2] = {-1, -1};
static volatile sig_atomic_t reading = 0;
static volatile sig_atomic_t interrupts = 0;
static struct timespec first_interrupt;

static struct sigaction former_interrupt;
static bool interrupts_installed = false;

// The signals that are taken for the time of one read, and what they did before.
enum { waking_count = 3, ending_count = 6, taken_count = 12 };
static const int taken[taken_count] = {
    SIGTSTP, SIGCONT, SIGWINCH,                            // wake the reader up
    SIGHUP, SIGTERM, SIGQUIT,                              // end the process
    SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE,     // are the end of it
};
static struct sigaction former[taken_count];
static bool others_taken = false;

static int terminal_descriptor = -1;
static struct termios terminal_settings;
static bool terminal_settings_known = false;
static char farewell_bytes[64];
static size_t farewell_length = 0;

static void wake(char reason) {
  int saved = errno;
  // A full pipe already wakes the reader; nothing is lost but a repetition.
  ssize_t written = write(wake_pipe[1], &reason, 1);
  (void)written;
  errno = saved;
}

static void on_interrupt(int signal) {
  (void)signal;
  if (reading) {
    wake(cle_wake_interrupt);
  } else {
    // One who presses Ctrl-C twice in a row means one thing; only a computation that has not heard
    // for a second is ended with the process.
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (interrupts == 0) {
      first_interrupt = now;
    } else {
      long long passed = (now.tv_sec - first_interrupt.tv_sec) * 1000000000LL
          + (now.tv_nsec - first_interrupt.tv_nsec);
      if (passed > 1000000000LL) { _exit(130); }
    }
    interrupts = 1;
  }
}

static void on_wake(int signal) {
  wake(signal == SIGTSTP ? cle_wake_suspend : signal == SIGCONT ? cle_wake_continue
                                                                 : cle_wake_resize);
}

static void on_end(int signal) {
  // The terminal is given back, then the process ends; of a crash, whoever was to report it does.
  if (terminal_descriptor >= 0) {
    ssize_t written = write(terminal_descriptor, farewell_bytes, farewell_length);
    (void)written;
    if (terminal_settings_known) { tcsetattr(terminal_descriptor, TCSANOW, &terminal_settings); }
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  for (int i = ending_count; i < taken_count; i++) {
    if (taken[i] == signal) { action = former[i]; }
  }
  sigaction(signal, &action, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  raise(signal);
}

static bool open_pipe(void) {
  if (wake_pipe[0] >= 0) { return true; }
  if (pipe(wake_pipe) != 0) {
    wake_pipe[0] = wake_pipe[1] = -1;
    return false;
  }
  for (int i = 0; i < 2; i++) {
    fcntl(wake_pipe[i], F_SETFD, FD_CLOEXEC);
    fcntl(wake_pipe[i], F_SETFL, O_NONBLOCK);
  }
  return true;
}

static void handle(int signal, void (*handler)(int), struct sigaction *before) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;  // without SA_RESTART: a blocked call returns and looks
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, before);
}

bool cle_interrupts_install(void) {
  if (interrupts_installed) { return true; }
  if (!open_pipe()) { return false; }
  interrupts = 0;
  handle(SIGINT, on_interrupt, &former_interrupt);
  interrupts_installed = true;
  return true;
}

void cle_interrupts_remove(void) {
  if (!interrupts_installed) { return; }
  sigaction(SIGINT, &former_interrupt, NULL);
  interrupts_installed = false;
}

int cle_interrupts_count(void) { return interrupts; }

void cle_interrupts_clear(void) { interrupts = 0; }

int cle_signals_begin(int terminal, const char *farewell) {
  if (!cle_interrupts_install()) { return -1; }
  // What is left over from before, such as a Ctrl-C that ended a computation, is not for this read.
  char leftover[64];
  while (read(wake_pipe[0], leftover, sizeof leftover) > 0) {}
  interrupts = 0;
  reading = 1;
  if (!farewell) { return wake_pipe[0]; }
  farewell_length = strnlen(farewell, sizeof farewell_bytes);
  memcpy(farewell_bytes, farewell, farewell_length);
  terminal_settings_known = tcgetattr(terminal, &terminal_settings) == 0;
  terminal_descriptor = terminal;
  others_taken = true;
  for (int i = 0; i < taken_count; i++) {
    handle(taken[i], i < waking_count ? on_wake : on_end, &former[i]);
    // What the parent chose to ignore (nohup, a shell without job control) stays ignored.
    if (former[i].sa_handler == SIG_IGN) { sigaction(taken[i], &former[i], NULL); }
  }
  return wake_pipe[0];
}

void cle_signals_end(void) {
  reading = 0;
  if (!others_taken) { return; }
  for (int i = 0; i < taken_count; i++) { sigaction(taken[i], &former[i], NULL); }
  others_taken = false;
  terminal_descriptor = -1;
}

void cle_signals_suspend(void) {
  // Continuing goes on behind raise, so that the handler need not report it as well.
  struct sigaction own;
  sigaction(SIGTSTP, &former[0], &own);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &own, NULL);
}
