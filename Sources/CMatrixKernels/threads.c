#if defined(__linux__)
#define _GNU_SOURCE
#include <sched.h>
#endif
#include <pthread.h>
#include <unistd.h>

#include "CMatrixKernels.h"

size_t processor_count(void) {
#if defined(__linux__)
  cpu_set_t processors;
  if (sched_getaffinity(0, sizeof processors, &processors) == 0) {
    int count = CPU_COUNT(&processors);
    return count > 0 ? (size_t)count : 1;
  }
#endif
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? (size_t)count : 1;
}

struct part {
  pthread_t thread;
  int started;
  size_t number;
  void (*work)(size_t part, const void *context);
  const void *context;
};

static void *run_part(void *argument) {
  struct part *part = argument;
  part->work(part->number, part->context);
  return NULL;
}

void run_in_parallel(
    size_t parts, void (*work)(size_t part, const void *context), const void *context) {
  if (parts == 0) return;
  struct part others[parts];
  for (size_t i = 0; i + 1 < parts; i++) {
    others[i] = (struct part){.number = i, .work = work, .context = context};
    others[i].started = pthread_create(&others[i].thread, NULL, run_part, &others[i]) == 0;
  }
  work(parts - 1, context);
  for (size_t i = 0; i + 1 < parts; i++) {
    if (others[i].started) pthread_join(others[i].thread, NULL);
    else work(i, context);  /* no thread to be had: done here */
  }
}
