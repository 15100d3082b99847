// One frame, one write. ncurses 6.4 writes to the terminal at every move of the cursor, dozens of times a frame, and each write may wake whoever
// is at the other end. So a frame is drawn into a file in memory and goes out whole.
#ifdef __linux__
#define _GNU_SOURCE 1
#endif
#include "internal.h"

#include <fcntl.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/mman.h>
#include <sys/resource.h>
#endif

// The descriptor that ncurses writes to; cn_tty is another one of the same terminal.
static int drawn_to = -1;
static int frame = -1;
#ifdef __linux__
enum { largest_frame = 1 << 23 };
#endif

void cn_frame_prepare(void) {
#ifdef __linux__
  // Where no file may grow, neither may one in memory.
  struct rlimit room;
  if (getrlimit(RLIMIT_FSIZE, &room) == 0 && room.rlim_cur < largest_frame) return;
  // Both or neither: with few descriptors left, ncurses goes on writing by itself.
  int copy = fcntl(cn_tty, F_DUPFD_CLOEXEC, 3);
  int memory = copy < 0 ? -1 : memfd_create("annals-frame", MFD_CLOEXEC);
  if (memory < 0) {
    if (copy >= 0) close(copy);
    return;
  }
  drawn_to = cn_tty;
  cn_tty = copy;
  frame = memory;
#endif
}

void cn_frame_begin(void) {
  if (frame >= 0) dup2(frame, drawn_to);
}

void cn_frame_end(void) {
  if (frame < 0) return;
  dup2(cn_tty, drawn_to);
  // dup2 closes on exec no longer.
  fcntl(drawn_to, F_SETFD, FD_CLOEXEC);
  static unsigned char bytes[65536];
  off_t size = lseek(frame, 0, SEEK_CUR);
  lseek(frame, 0, SEEK_SET);
  for (off_t sent = 0; sent < size;) {
    size_t want = size - sent < (off_t)sizeof bytes ? (size_t)(size - sent) : sizeof bytes;
    ssize_t count = pread(frame, bytes, want, sent);
    if (count <= 0 || !cn_write_all(cn_tty, bytes, (size_t)count)) break;
    sent += count;
  }
}

void cn_frame_release(void) {
  if (frame < 0) return;
  close(frame);
  close(cn_tty);
  cn_tty = drawn_to;
  frame = -1;
  drawn_to = -1;
}
