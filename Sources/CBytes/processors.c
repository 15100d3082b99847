#define _GNU_SOURCE
#include "processors.h"

#ifdef __linux__
#include <sched.h>

// Those that the program was given, asked for before any thread is kept off one.
static cpu_set_t given;
static pthread_once_t is_asked = PTHREAD_ONCE_INIT;

static void ask(void) {
  if (sched_getaffinity(0, sizeof given, &given) != 0) CPU_ZERO(&given);
}

void cbytes_keep_apart(pthread_t thread) {
  pthread_once(&is_asked, ask);
  int here = sched_getcpu();
  if (here < 0 || here >= CPU_SETSIZE || CPU_COUNT(&given) < 2) return;
  cpu_set_t others = given;
  CPU_CLR(here, &others);
  pthread_setaffinity_np(thread, sizeof others, &others);
}
#else
void cbytes_keep_apart(pthread_t thread) { (void)thread; }
#endif
