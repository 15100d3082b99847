// Standard error while the screen is up: parked in a file without a name, or it would be drawn into the picture and lost with it.
#ifdef __linux__
#define _GNU_SOURCE 1
#endif
#include "internal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

static int parked = -1;
static int original = -1;

// A screenful of messages helps; a million lines of them do not.
enum { messages_limit = 256 * 1024 };

static int nameless_file(void) {
#ifdef __linux__
  return memfd_create("annals-messages", MFD_CLOEXEC);
#else
  char path[] = "/tmp/annals-messages-XXXXXX";
  int file = mkstemp(path);
  if (file >= 0) {
    unlink(path);
    fcntl(file, F_SETFD, FD_CLOEXEC);
  }
  return file;
#endif
}

void cn_messages_park(void) {
  // Messages that go to a file or a pipe disturb nobody.
  if (parked >= 0 || !isatty(STDERR_FILENO)) return;
  int file = nameless_file();
  if (file < 0) return;
  int copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (copy < 0 || dup2(file, STDERR_FILENO) < 0) {
    if (copy >= 0) close(copy);
    close(file);
    return;
  }
  original = copy;
  parked = file;
}

// What others wrote may quote anything; a terminal must not obey it. Control bytes become `?`, and so do the C1 controls of UTF-8.
static void clean(unsigned char *bytes, ssize_t count) {
  for (ssize_t i = 0; i < count; i++) {
    unsigned char byte = bytes[i];
    bool control = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
    bool c1 = byte >= 0x80 && byte < 0xA0 && i > 0 && bytes[i - 1] == 0xC2;
    if (control || c1) bytes[i] = '?';
  }
}

void cn_messages_release(void) {
  if (parked < 0) return;
  dup2(original, STDERR_FILENO);
  unsigned char buffer[4096];
  off_t offset = 0;
  while (offset < messages_limit) {
    ssize_t count = pread(parked, buffer, sizeof buffer, offset);
    if (count <= 0) break;
    clean(buffer, count);
    if (!cn_write_all(STDERR_FILENO, buffer, (size_t)count)) break;
    offset += count;
  }
  close(parked);
  close(original);
  parked = -1;
  original = -1;
}
