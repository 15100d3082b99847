#ifndef CBYTES_H
#define CBYTES_H

#include <stddef.h>
#include <stdint.h>

#include "folded.h"
#include "memory.h"
#include "processors.h"
#include "records.h"

// A guard for files that are mapped and then cut short by somebody else.
//
// Reading a page that the file no longer has raises SIGBUS. Inside a guarded mapping the handler puts a page of zeros over the faulting one,
// notes the lowest offset that was missing and lets the reader go on; the reader looks at the note after each piece of work. A SIGBUS from
// anywhere else goes to whoever handled it before us.

// What `cbytes_guard` answers when every slot is taken; such a file is read instead of mapped.
#define CBYTES_NO_SLOT (-1)

// Watches the mapping of `length` bytes at `base`. Installs the handler on first use. Safe from any thread.
int cbytes_guard(const void *base, size_t length);

// Stops watching. To be called before the mapping is removed.
void cbytes_unguard(int slot);

// The lowest offset in the mapping that the file no longer had, rounded down to a page; -1 when nothing was missing.
intptr_t cbytes_missing_from(int slot);

#endif
