// Signals and wake-ups as bytes in pipes, so that one poll waits for all that can happen.
#include "internal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const int watched[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGPIPE};
enum { watched_count = sizeof watched / sizeof watched[0] };

static struct sigaction former[watched_count];
static bool taken;
static int signal_pipe[2] = {-1, -1};
// Apart from the signals', which must not be lost when this one is full. Neither is ever closed: a job may wake us at any time.
static int wake_pipe[2] = {-1, -1};
static atomic_bool woken;

static bool open_pipe(int ends[2]) {
  if (pipe(ends) != 0) return false;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  return true;
}

static void on_signal(int signal) {
  int saved = errno;
  unsigned char byte = (unsigned char)signal;
  ssize_t written = write(signal_pipe[1], &byte, 1);
  (void)written;
  errno = saved;
}

void cn_signals_remember(void) {
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], NULL, &former[i]);
}

static void catch(int signal, void (*handler)(int)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

// After newterm, which puts handlers of its own in place that would draw and leave behind our back.
bool cn_signals_take(void) {
  if (wake_pipe[0] < 0 && !open_pipe(wake_pipe)) return false;
  if (signal_pipe[0] < 0 && !open_pipe(signal_pipe)) return false;
  taken = true;
  for (int i = 0; i < watched_count; i++) {
    bool ignored_by_parent = !(former[i].sa_flags & SA_SIGINFO) && former[i].sa_handler == SIG_IGN;
    if (watched[i] == SIGPIPE || (ignored_by_parent && (watched[i] == SIGHUP || watched[i] == SIGTSTP))) catch(watched[i], SIG_IGN);
    else catch(watched[i], on_signal);
  }
  return true;
}

void cn_signals_give_back(void) {
  if (!taken) return;
  taken = false;
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], &former[i], NULL);
}

int cn_wait(int milliseconds) {
  struct pollfd watched_files[] = {
    {.fd = cn_tty, .events = POLLIN},
    {.fd = signal_pipe[0], .events = POLLIN},
    {.fd = wake_pipe[0], .events = POLLIN},
  };
  if (cn_tty < 0) return CN_CLOSED;
  int count = poll(watched_files, 3, milliseconds);
  // A signal's byte is in the pipe now.
  if (count < 0) return errno == EINTR ? CN_SIGNAL : CN_CLOSED;
  int what = 0;
  if (watched_files[0].revents & POLLIN) what |= CN_INPUT;
  else if (watched_files[0].revents & (POLLHUP | POLLERR | POLLNVAL)) what |= CN_CLOSED;
  if (watched_files[1].revents & POLLIN) what |= CN_SIGNAL;
  if (watched_files[2].revents & POLLIN) {
    // Emptied before the mark is cleared: whoever finds it set in between has posted before us, and is heard by this very wake-up. The other way round
    // a byte could be taken whose mark stays, and nobody would wake us again.
    unsigned char bytes[64];
    while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {
    }
    atomic_store(&woken, false);
    what |= CN_WOKEN;
  }
  return what;
}

int64_t cn_milliseconds(void) {
  struct timespec now = {0, 0};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool cn_has_input(void) {
  struct pollfd terminal = {.fd = cn_tty, .events = POLLIN};
  return cn_tty >= 0 && poll(&terminal, 1, 0) > 0 && (terminal.revents & POLLIN);
}

ssize_t cn_read(uint8_t *buffer, size_t size) {
  ssize_t count;
  do count = read(cn_tty, buffer, size);
  while (count < 0 && errno == EINTR);
  return count;
}

int cn_next_signal(void) {
  unsigned char byte = 0;
  return read(signal_pipe[0], &byte, 1) == 1 ? byte : 0;
}

void cn_wake(void) {
  if (wake_pipe[1] < 0 || atomic_exchange(&woken, true)) return;
  ssize_t written = write(wake_pipe[1], "", 1);
  (void)written;
}

static void default_action(int signal) {
  catch(signal, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

void cn_stop(bool group) {
  cn_leave();
  struct sigaction current;
  sigaction(SIGTSTP, NULL, &current);
  bool refused = !(current.sa_flags & SA_SIGINFO) && current.sa_handler == SIG_IGN;
  if (!refused) {
    default_action(SIGTSTP);
    // Here the process stops, and here it goes on.
    if (group) kill(0, SIGTSTP);
    else raise(SIGTSTP);
    sigaction(SIGTSTP, &current, NULL);
  }
  cn_resume();
}

void cn_die_by(int signal) {
  default_action(signal);
  raise(signal);
}
