#ifndef ANNALS_BUNDLED_DATA_H
#define ANNALS_BUNDLED_DATA_H

#include <stddef.h>

/// The bundled timeline, compiled from data/nagorno-karabakh, and its size in bytes.
const unsigned char *_Nonnull annals_bundled_timeline(void);
extern const size_t annals_bundled_timeline_size;

/// A text file of `data/`, compiled in. `name` is its path below `data/`; `bytes` holds `size` bytes and is not terminated.
struct annals_bundled_file {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t size;
};

/// How many files are compiled in.
extern const size_t annals_bundled_count;

/// The file at a position below `annals_bundled_count`, in the order of their names; the last one for any other position.
const struct annals_bundled_file *_Nonnull annals_bundled_file_at(size_t position);

/// The commit that the program was built from, as the package's manifest was told; empty where it was not.
const char *_Nonnull annals_commit(void);

#endif
