#include "folded.h"

#include <stdbool.h>
#include <string.h>

#include "block.h"

// The two bytes that are looked for, and what makes capitals small before they are compared: nothing where there are none.
struct pair {
  uint8_t first, second, first_case, second_case;
  bool has_second;
  // Whether a quote is among what is looked for.
  bool has_quote;
};

static uint8_t case_bit_of(uint8_t folded) { return folded >= 'a' && folded <= 'z' ? 0x20 : 0; }

static struct pair pair_of(const struct cbytes_folded *needle) {
  uint8_t first = needle->bytes[needle->anchor], second = needle->has_pair ? needle->bytes[needle->anchor + 1] : 0;
  bool has_quote = memchr(needle->bytes, '"', needle->length) != NULL;
  return (struct pair){first, second, case_bit_of(first), case_bit_of(second), needle->has_pair != 0, has_quote};
}

// A bit for each byte of a block that folding makes this one.
static inline uint64_t folded_to(block here, uint8_t byte, uint8_t case_bit) {
  uint64_t places = equal_to(here, byte);
  return case_bit ? places | equal_to(here, byte ^ case_bit) : places;
}

// A bit for each byte of a block at which the first stands, with the second behind it, or something that folding drops.
static inline uint64_t places_of(const struct pair *pair, const uint8_t *bytes) {
  uint64_t places = folded_to(load(bytes), pair->first, pair->first_case);
  if (places == 0 || !pair->has_second) return places;
  block behind = load(bytes + 1);
  return places & (folded_to(behind, pair->second, pair->second_case) | equal_to(behind, '\'') | equal_to(behind, '`'));
}

// Whether all of it stands around a place at which its anchor does.
static bool stands_around(const struct cbytes_folded *needle, const uint8_t *text, size_t length, size_t place, uint8_t *is_doubtful) {
  uint8_t before = 0, doubt = 0;
  size_t position = place;
  for (size_t index = needle->anchor; index < needle->length; position++) {
    if (position >= length || text[position] >= 0x80) return false;
    uint8_t byte = text[position], form = needle->forms[byte];
    doubt |= byte == needle->separator || byte == '\n' || byte == '\r';
    // What folds to nothing is passed over, and of several blanks the first counts.
    if (form == 0 || (form == ' ' && before == ' ')) continue;
    if (form != needle->bytes[index]) return false;
    before = form;
    index++;
  }
  before = 0;
  position = place;
  for (size_t index = needle->anchor; index > 0;) {
    if (position == 0 || text[position - 1] >= 0x80) return false;
    uint8_t byte = text[--position], form = needle->forms[byte];
    doubt |= byte == needle->separator || byte == '\n' || byte == '\r';
    if (form == 0 || (form == ' ' && before == ' ')) continue;
    if (form != needle->bytes[index - 1]) return false;
    before = form;
    index--;
  }
  *is_doubtful = doubt;
  return true;
}

// The record in which a byte lies, the last that begins at or before it. It is none before the one to look from.
static size_t record_of(size_t byte, const uint32_t *starts, size_t count, size_t from) {
  size_t step = 1;
  while (from + step < count && starts[from + step] <= byte) {
    from += step;
    step *= 2;
  }
  size_t end = from + step < count ? from + step : count;
  while (end - from > 1) {
    size_t middle = from + (end - from) / 2;
    if (starts[middle] <= byte) from = middle;
    else end = middle;
  }
  return from;
}

// How far ahead records are asked for, of which only the beginning may be needed, and how much of them.
enum { line_size = 64, records_ahead = 8, lines_ahead = 4, some_ahead = 2, most_ahead = 1024 };

#define FIND_FOLDED find_folded
#define FIND_RECORDS find_records
#define FIND_AMONG find_among
#define PLACES_OF places_of
#define ATTRIBUTES
#include "folded_found.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define NEWER __attribute__((target("avx2,bmi,popcnt")))

NEWER static inline uint64_t newer_places_of(const struct pair *pair, const uint8_t *bytes) {
  uint64_t places = 0;
  for (int part = 0; part < 2; part++) {
    __m256i here = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + 32 * part));
    __m256i hits = _mm256_cmpeq_epi8(_mm256_or_si256(here, _mm256_set1_epi8((char)pair->first_case)), _mm256_set1_epi8((char)pair->first));
    if (pair->has_second) {
      __m256i behind = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + 32 * part + 1));
      __m256i second = _mm256_cmpeq_epi8(_mm256_or_si256(behind, _mm256_set1_epi8((char)pair->second_case)), _mm256_set1_epi8((char)pair->second));
      second = _mm256_or_si256(second, _mm256_cmpeq_epi8(behind, _mm256_set1_epi8('\'')));
      hits = _mm256_and_si256(hits, _mm256_or_si256(second, _mm256_cmpeq_epi8(behind, _mm256_set1_epi8('`'))));
    }
    places |= (uint64_t)(uint32_t)_mm256_movemask_epi8(hits) << 32 * part;
  }
  return places;
}

#define FIND_FOLDED newer_find_folded
#define FIND_RECORDS newer_find_records
#define FIND_AMONG newer_find_among
#define PLACES_OF newer_places_of
#define ATTRIBUTES NEWER
#include "folded_found.h"

int cbytes_best_folded_way(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt"); }
#else
int cbytes_best_folded_way(void) { return 0; }
#endif

struct cbytes_folded_hit cbytes_find_folded(int way, const struct cbytes_folded *needle, const uint8_t *text, size_t length, size_t from) {
#if defined(__x86_64__) && defined(__GNUC__)
  if (way > 0) return newer_find_folded(needle, pair_of(needle), text, length, from);
#endif
  (void)way;
  return find_folded(needle, pair_of(needle), text, length, from);
}

size_t cbytes_find_folded_records(
    int way, const struct cbytes_folded *needle, const uint8_t *text, size_t length, const uint32_t *starts, size_t count, uint32_t *found) {
#if defined(__x86_64__) && defined(__GNUC__)
  if (way > 0) return newer_find_records(needle, text, length, starts, count, found);
#endif
  (void)way;
  return find_records(needle, text, length, starts, count, found);
}

size_t cbytes_find_folded_among(
    int way, const struct cbytes_folded *needle, const uint8_t *text, size_t length, const uint32_t *starts, size_t count, uint32_t *some,
    size_t some_count) {
#if defined(__x86_64__) && defined(__GNUC__)
  if (way > 0) return newer_find_among(needle, text, length, starts, count, some, some_count);
#endif
  (void)way;
  return find_among(needle, text, length, starts, count, some, some_count);
}
