// Pseudo-terminals and spawning on them: calls that glibc's Swift module leaves out.
#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <sys/types.h>

/// Opens a pseudo-terminal and stores the path of the program's side; -1 with errno on failure.
int cpt_open(char *path, size_t size);
/// Sets the size of its window; the program is told.
void cpt_resize(int terminal, int columns, int rows);
/// Spawns a program whose standard descriptors and controlling terminal are at that path, with default
/// signals, nothing blocked and no other descriptors. Returns an error number, or 0.
int cpt_spawn(
    pid_t *process, const char *path, char *const arguments[], char *const environment[],
    const char *terminal);

#endif
