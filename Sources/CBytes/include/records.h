#ifndef CBYTES_RECORDS_H
#define CBYTES_RECORDS_H

#include <stddef.h>
#include <stdint.h>

// Where the records and fields of a delimited text stand, found 64 bytes at a time.
//
//   bytes       1 , " a , b " , c \n d
//   separators    1           7   9          every separator and line feed that is not between quotes
//   ends                          2          of each record, the place of its line feed among them
//   lines                         1          of each record, how many line feeds there are up to its end, those between quotes too
//
// Offsets count from the first byte given. There must be room for `length` + 64 separators, `length` ends and lines, and `length` / 64 + 1 words
// of `high`.
struct cbytes_records {
  uint32_t *separators;
  uint32_t *ends;
  uint32_t *lines;
  // Which of 64 bytes are beyond ASCII, the first in the lowest bit.
  uint64_t *high;
};

struct cbytes_record_marks {
  // How many records are whole: their line feed is among the bytes.
  size_t count;
  // Whether quotes or carriage returns stand elsewhere than RFC 4180 lets them. Then nothing that was found is to be relied on.
  uint8_t is_irregular;
  uint8_t has_nul;
};

// The quickest way to look that this processor has: 0 byte by byte, 1 as every processor of its kind does, 2 and 3 as newer ones do. All ways up to it can
// be taken, and give the same.
int cbytes_best_way(void);

// Looks at `length` bytes (less than 2^31) from the start of a record, in one of those ways.
struct cbytes_record_marks cbytes_find_records(int way, const uint8_t *bytes, size_t length, uint8_t separator, struct cbytes_records *found);

struct cbytes_quote_count {
  size_t quotes;
  size_t feeds;
};

// Counts quotes and line feeds, which tells whether what follows stands between quotes, and on which line.
struct cbytes_quote_count cbytes_count_quotes(int way, const uint8_t *bytes, size_t length);

// How often a byte stands in a text.
size_t cbytes_count(const uint8_t *bytes, size_t length, uint8_t byte);

// How long the well-formed sequence is of which a byte beyond ASCII is the first; 0 where it is none (Unicode, table 3-7).
size_t cbytes_utf8_sequence(const uint8_t *bytes, size_t left);

// The first byte that belongs to no well-formed sequence of UTF-8; `length` when there is none.
size_t cbytes_find_invalid_utf8(const uint8_t *bytes, size_t length);

#endif
