#include "records.h"

#include "block.h"

// Which bytes of a block mean something in a delimited text.
struct marks {
  uint64_t quotes, separators, feeds, returns, nuls, high;
};

static inline struct marks marks_of(const uint8_t *bytes, uint8_t separator) {
  block b = load(bytes);
  struct marks m = {equal_to(b, '"'), equal_to(b, separator), 0, 0, 0, beyond_ascii(b)};
  if (at_most(b, 0x1F)) {
    m.feeds = equal_to(b, '\n');
    m.returns = equal_to(b, '\r');
    m.nuls = equal_to(b, 0);
  }
  return m;
}

// The same byte by byte, for processors of which nothing is known, and to hold the others against.
static inline struct marks plain_marks_of(const uint8_t *bytes, uint8_t separator) {
  struct marks m = {0, 0, 0, 0, 0, 0};
  for (int i = 0; i < block_size; i++) {
    uint64_t bit = 1ull << i;
    if (bytes[i] == '"') m.quotes |= bit;
    if (bytes[i] == separator) m.separators |= bit;
    if (bytes[i] == '\n') m.feeds |= bit;
    if (bytes[i] == '\r') m.returns |= bit;
    if (bytes[i] == 0) m.nuls |= bit;
    if (bytes[i] >= 0x80) m.high |= bit;
  }
  return m;
}

// Bit n of the result is the exclusive or of the bits up to n: set from an odd quote on, up to the next.
static inline uint64_t prefix_xor(uint64_t mask) {
  for (int shift = 1; shift < 64; shift *= 2) mask ^= mask << shift;
  return mask;
}

// Writes the places of a block's bits, counted from its start, and gives the end of what was written; up to sixteen more are overwritten.
static inline uint32_t *write_places(uint32_t *next, uint32_t start, uint64_t places) {
  uint32_t *end = next + __builtin_popcountll(places);
  // Eight at a time, mostly more than there are: that is quicker than to ask after each.
  do {
    for (int i = 0; i < 8; i++) {
      next[i] = start + (uint32_t)__builtin_ctzll(places | 1ull << 63);
      places &= places - 1;
    }
    next += 8;
  } while (places);
  return end;
}

#define FIND_RECORDS plain_find_records
#define COUNT_QUOTES plain_count_quotes
#define MARKS_OF plain_marks_of
#define WRITE_PLACES write_places
#define PREFIX_XOR prefix_xor
#define ATTRIBUTES
#include "records_found.h"

#define FIND_RECORDS find_records
#define COUNT_QUOTES count_quotes
#define MARKS_OF marks_of
#define WRITE_PLACES write_places
#define PREFIX_XOR prefix_xor
#define ATTRIBUTES
#include "records_found.h"

#if defined(__x86_64__) && defined(__GNUC__)
// The same with the instructions of processors since 2013, where this is one.
#include <immintrin.h>
#define NEWER __attribute__((target("avx2,bmi,bmi2,popcnt,pclmul")))

NEWER static inline uint64_t bits_of(__m256i low, __m256i high) {
  return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

NEWER static inline struct marks newer_marks_of(const uint8_t *bytes, uint8_t separator) {
  __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)bytes), high = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + 32));
#define EQUAL_TO(byte) bits_of(_mm256_cmpeq_epi8(low, _mm256_set1_epi8((char)(byte))), _mm256_cmpeq_epi8(high, _mm256_set1_epi8((char)(byte))))
  struct marks m = {EQUAL_TO('"'), EQUAL_TO(separator), 0, 0, 0, bits_of(low, high)};
  __m256i last = _mm256_set1_epi8(0x1F), least = _mm256_min_epu8(low, high);
  if (_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_min_epu8(least, last), least))) {
    m.feeds = EQUAL_TO('\n');
    m.returns = EQUAL_TO('\r');
    m.nuls = EQUAL_TO(0);
  }
#undef EQUAL_TO
  return m;
}

NEWER static inline uint64_t newer_prefix_xor(uint64_t mask) {
  return (uint64_t)_mm_cvtsi128_si64(_mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)mask), _mm_set1_epi8(-1), 0));
}

NEWER static inline uint32_t *newer_write_places(uint32_t *next, uint32_t start, uint64_t places) {
  return write_places(next, start, places);
}

#define FIND_RECORDS newer_find_records
#define COUNT_QUOTES newer_count_quotes
#define MARKS_OF newer_marks_of
#define WRITE_PLACES newer_write_places
#define PREFIX_XOR newer_prefix_xor
#define ATTRIBUTES NEWER
#include "records_found.h"

// And with those of servers since 2017: a whole block in one register, and its places written without a question asked.
#define NEWEST __attribute__((target("avx512f,avx512bw,avx2,bmi,bmi2,popcnt,pclmul")))

NEWEST static inline struct marks newest_marks_of(const uint8_t *bytes, uint8_t separator) {
  __m512i b = _mm512_loadu_si512((const void *)bytes);
#define EQUAL_TO(byte) _mm512_cmpeq_epi8_mask(b, _mm512_set1_epi8((char)(byte)))
  struct marks m = {EQUAL_TO('"'), EQUAL_TO(separator), 0, 0, 0, _mm512_cmpge_epu8_mask(b, _mm512_set1_epi8((char)0x80))};
  if (_mm512_cmple_epu8_mask(b, _mm512_set1_epi8(0x1F))) {
    m.feeds = EQUAL_TO('\n');
    m.returns = EQUAL_TO('\r');
    m.nuls = EQUAL_TO(0);
  }
#undef EQUAL_TO
  return m;
}

NEWEST static inline uint64_t newest_prefix_xor(uint64_t mask) { return newer_prefix_xor(mask); }

NEWEST static inline uint32_t *newest_write_places(uint32_t *next, uint32_t start, uint64_t places) {
  __m512i at = _mm512_add_epi32(_mm512_set1_epi32((int)start), _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
  for (int part = 0; part < 4; part++) {
    __mmask16 some = (__mmask16)(places >> 16 * part);
    _mm512_storeu_si512((void *)next, _mm512_maskz_compress_epi32(some, at));
    next += __builtin_popcount(some);
    at = _mm512_add_epi32(at, _mm512_set1_epi32(16));
  }
  return next;
}

#define FIND_RECORDS newest_find_records
#define COUNT_QUOTES newest_count_quotes
#define MARKS_OF newest_marks_of
#define WRITE_PLACES newest_write_places
#define PREFIX_XOR newest_prefix_xor
#define ATTRIBUTES NEWEST
#include "records_found.h"

int cbytes_best_way(void) {
  if (!(__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt") &&
        __builtin_cpu_supports("pclmul"))) {
    return 1;
  }
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") ? 3 : 2;
}
#elif defined(__SSE2__) || defined(__ARM_NEON)
int cbytes_best_way(void) { return 1; }
#else
int cbytes_best_way(void) { return 0; }
#endif

struct cbytes_record_marks cbytes_find_records(int way, const uint8_t *bytes, size_t length, uint8_t separator, struct cbytes_records *found) {
#if defined(__x86_64__) && defined(__GNUC__)
  if (way == 3) return newest_find_records(bytes, length, separator, found);
  if (way == 2) return newer_find_records(bytes, length, separator, found);
#endif
  return way == 0 ? plain_find_records(bytes, length, separator, found) : find_records(bytes, length, separator, found);
}

struct cbytes_quote_count cbytes_count_quotes(int way, const uint8_t *bytes, size_t length) {
#if defined(__x86_64__) && defined(__GNUC__)
  if (way == 3) return newest_count_quotes(bytes, length);
  if (way == 2) return newer_count_quotes(bytes, length);
#endif
  return way == 0 ? plain_count_quotes(bytes, length) : count_quotes(bytes, length);
}
