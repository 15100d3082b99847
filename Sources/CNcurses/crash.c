// When the program breaks: the terminal is given back first, then the signal takes its course.
#include "internal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const int fatal[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE};
enum { fatal_count = sizeof fatal / sizeof fatal[0], stack_size = 64 * 1024 };

static struct sigaction former[fatal_count];
static bool taken;
// A stack of its own, or a stack overflow could not be handled on the stack that overflowed.
static stack_t former_stack;
static _Alignas(16) char stack[stack_size];

static void on_crash(int signal, siginfo_t *info, void *context);

static bool is_ours(const struct sigaction *action) { return (action->sa_flags & SA_SIGINFO) && action->sa_sigaction == on_crash; }

static void call(const struct sigaction *action, int signal, siginfo_t *info, void *context) {
  if (action->sa_flags & SA_SIGINFO) action->sa_sigaction(signal, info, context);
  else action->sa_handler(signal);
}

// Whoever maps files mends a page that went missing and returns, or puts the default action back when the page was none of theirs.
static bool is_mended_by(const struct sigaction *action, int signal, siginfo_t *info, void *context) {
  bool has_handler = (action->sa_flags & SA_SIGINFO) || (action->sa_handler != SIG_DFL && action->sa_handler != SIG_IGN);
  if (signal != SIGBUS || !has_handler) return false;
  call(action, signal, info, context);
  struct sigaction now;
  return sigaction(signal, NULL, &now) == 0 && is_ours(&now);
}

static void on_crash(int signal, siginfo_t *info, void *context) {
  for (int i = 0; i < fatal_count; i++) {
    if (fatal[i] != signal) continue;
    if (is_mended_by(&former[i], signal, info, context)) return;
    cn_restore_in_crash();
    cn_messages_release();
    // What mends pages has had its turn, and has put the default action in place.
    struct sigaction now;
    if (sigaction(signal, NULL, &now) == 0 && is_ours(&now)) sigaction(signal, &former[i], NULL);
    // Held back until this handler returns.
    raise(signal);
    return;
  }
}

void cn_crash_take(void) {
  if (taken) return;
  taken = true;
  stack_t own;
  memset(&own, 0, sizeof own);
  own.ss_sp = stack;
  own.ss_size = stack_size;
  // Somebody's alternate stack is as good as ours.
  if (sigaltstack(NULL, &former_stack) == 0 && (former_stack.ss_flags & SS_DISABLE)) sigaltstack(&own, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_crash;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &action, &former[i]);
}
