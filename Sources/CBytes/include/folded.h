#ifndef CBYTES_FOLDED_H
#define CBYTES_FOLDED_H

#include <stddef.h>
#include <stdint.h>

// A folded text that is looked for in texts that are not folded. All its bytes are ASCII.
struct cbytes_folded {
  const uint8_t *bytes;
  size_t length;
  // The byte of it that is looked for first, and whether the one behind it is looked for with it. Neither is a blank.
  size_t anchor;
  uint8_t has_pair;
  // What each of the 128 characters of ASCII folds to: 0 for nothing.
  const uint8_t *forms;
  // What sets two fields of a record apart, and the record from the next.
  uint8_t separator;
};

struct cbytes_folded_hit {
  // Where the anchor stands; the length of the text when there is none.
  size_t place;
  // Whether a field may end within what was found, so that it has to be looked for in each field.
  uint8_t is_doubtful;
};

// The quickest way to look that this processor has: 0 as every processor of its kind does, 1 as newer ones do. Both give the same.
int cbytes_best_folded_way(void);

// The first place at or after `from` around which all of it stands: with capitals for small letters, with characters in between that fold to nothing, and
// with several blanks for one. With a quote in it, which is written twice within a field, every place of its anchor is doubtful.
struct cbytes_folded_hit cbytes_find_folded(int way, const struct cbytes_folded *needle, const uint8_t *text, size_t length, size_t from);

// Every record with a place around which all of it stands, in rising order, each once: its number, with `cbytes_doubtful` where it has to be looked for in
// each field. Records begin at `starts`, in rising order, the first of them at the text's beginning; there has to be room for all of them.
size_t cbytes_find_folded_records(
    int way, const struct cbytes_folded *needle, const uint8_t *text, size_t length, const uint32_t *starts, size_t count, uint32_t *found);

// The same of some records only, whose numbers stand in `some` in rising order and are overwritten by those that have it; how many these are.
size_t cbytes_find_folded_among(
    int way, const struct cbytes_folded *needle, const uint8_t *text, size_t length, const uint32_t *starts, size_t count, uint32_t *some,
    size_t some_count);

#define cbytes_doubtful 0x80000000u

#endif
