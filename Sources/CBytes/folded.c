#include "folded.h"

#include <stdbool.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

enum { block_size = 64 };

// The two bytes that are looked for, and what makes capitals small before they are compared: nothing where there are none.
struct pair {
  uint8_t first, second, first_case, second_case;
  bool has_second;
};

static uint8_t case_bit(uint8_t folded) { return folded >= 'a' && folded <= 'z' ? 0x20 : 0; }

static struct pair pair_of(const struct cbytes_folded *needle) {
  uint8_t first = needle->bytes[needle->anchor], second = needle->has_pair ? needle->bytes[needle->anchor + 1] : 0;
  return (struct pair){first, second, case_bit(first), case_bit(second), needle->has_pair != 0};
}

// A bit for each byte of a block at which the first stands, with the second behind it, or something that folding drops.
static inline uint64_t places_of(const struct pair *pair, const uint8_t *bytes) {
  uint64_t places = 0;
#if defined(__SSE2__)
  for (int part = 0; part < 4; part++) {
    __m128i here = _mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * part));
    __m128i hits = _mm_cmpeq_epi8(_mm_or_si128(here, _mm_set1_epi8((char)pair->first_case)), _mm_set1_epi8((char)pair->first));
    if (pair->has_second) {
      __m128i behind = _mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * part + 1));
      __m128i second = _mm_cmpeq_epi8(_mm_or_si128(behind, _mm_set1_epi8((char)pair->second_case)), _mm_set1_epi8((char)pair->second));
      second = _mm_or_si128(second, _mm_cmpeq_epi8(behind, _mm_set1_epi8('\'')));
      hits = _mm_and_si128(hits, _mm_or_si128(second, _mm_cmpeq_epi8(behind, _mm_set1_epi8('`'))));
    }
    places |= (uint64_t)(uint32_t)_mm_movemask_epi8(hits) << 16 * part;
  }
#else
  for (int i = 0; i < block_size; i++) {
    uint8_t behind = bytes[i + 1];
    bool is_hit = (bytes[i] | pair->first_case) == pair->first;
    bool is_pair = !pair->has_second || (behind | pair->second_case) == pair->second || behind == '\'' || behind == '`';
    places |= (uint64_t)(is_hit && is_pair) << i;
  }
#endif
  return places;
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

#define FIND_FOLDED find_folded
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
#define PLACES_OF newer_places_of
#define ATTRIBUTES NEWER
#include "folded_found.h"

int cbytes_best_folded_way(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt"); }
#else
int cbytes_best_folded_way(void) { return 0; }
#endif

struct cbytes_folded_hit cbytes_find_folded(int way, const struct cbytes_folded *needle, const uint8_t *text, size_t length, size_t from) {
#if defined(__x86_64__) && defined(__GNUC__)
  if (way > 0) return newer_find_folded(needle, text, length, from);
#endif
  (void)way;
  return find_folded(needle, text, length, from);
}
