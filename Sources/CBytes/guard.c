#include "cbytes.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#ifndef MAP_ANONYMOUS
#define MAP_ANONYMOUS MAP_ANON
#endif

enum { slot_count = 64 };

// A slot is claimed by `taken`, and seen by the handler only while `base` is set.
static struct {
  atomic_bool taken;
  atomic_uintptr_t base;
  atomic_size_t length;
  atomic_size_t missing;
} slots[slot_count];

static struct sigaction former;
static uintptr_t page_size;
static pthread_once_t installed = PTHREAD_ONCE_INIT;

static bool mend(uintptr_t address) {
  for (int i = 0; i < slot_count; i++) {
    uintptr_t base = atomic_load(&slots[i].base);
    if (base == 0 || address < base || address - base >= atomic_load(&slots[i].length)) continue;
    uintptr_t page = address & ~(page_size - 1);
    void *zeros = mmap((void *)page, page_size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    if (zeros == MAP_FAILED) return false;
    size_t offset = page - base;
    size_t seen = atomic_load(&slots[i].missing);
    while (offset < seen && !atomic_compare_exchange_weak(&slots[i].missing, &seen, offset)) {
    }
    return true;
  }
  return false;
}

static void on_bus_error(int signal, siginfo_t *info, void *context) {
  if (mend((uintptr_t)info->si_addr)) return;
  if (former.sa_flags & SA_SIGINFO) {
    former.sa_sigaction(signal, info, context);
  } else if (former.sa_handler != SIG_DFL && former.sa_handler != SIG_IGN) {
    former.sa_handler(signal);
  } else {
    // Nobody else wants it: with the default action back, the same access faults again and ends the program as it should.
    sigaction(signal, &(struct sigaction){.sa_handler = SIG_DFL}, NULL);
  }
}

static void install(void) {
  page_size = (uintptr_t)sysconf(_SC_PAGESIZE);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_bus_error;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, &former);
}

int cbytes_guard(const void *base, size_t length) {
  pthread_once(&installed, install);
  for (int i = 0; i < slot_count; i++) {
    bool expected = false;
    if (!atomic_compare_exchange_strong(&slots[i].taken, &expected, true)) continue;
    atomic_store(&slots[i].length, length);
    atomic_store(&slots[i].missing, SIZE_MAX);
    atomic_store(&slots[i].base, (uintptr_t)base);
    return i;
  }
  return CBYTES_NO_SLOT;
}

void cbytes_unguard(int slot) {
  if (slot < 0 || slot >= slot_count) return;
  atomic_store(&slots[slot].base, 0);
  atomic_store(&slots[slot].taken, false);
}

intptr_t cbytes_missing_from(int slot) {
  if (slot < 0 || slot >= slot_count) return -1;
  size_t missing = atomic_load(&slots[slot].missing);
  return missing > INTPTR_MAX ? -1 : (intptr_t)missing;
}
