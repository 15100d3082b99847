#include "records.h"

#include <stdbool.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

enum { block_size = 64 };

// Four sixteenths of a block, and for a condition on each byte the 64 bits that say where it holds.
#if defined(__SSE2__)

typedef struct {
  __m128i part[4];
} block;

static inline block load(const uint8_t *bytes) {
  block b;
  for (int i = 0; i < 4; i++) b.part[i] = _mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * i));
  return b;
}

static inline uint64_t bits(const __m128i part[4]) {
  uint64_t low = (uint32_t)_mm_movemask_epi8(part[0]) | (uint32_t)_mm_movemask_epi8(part[1]) << 16;
  uint64_t high = (uint32_t)_mm_movemask_epi8(part[2]) | (uint32_t)_mm_movemask_epi8(part[3]) << 16;
  return low | high << 32;
}

static inline uint64_t equal_to(block b, uint8_t byte) {
  __m128i all = _mm_set1_epi8((char)byte), hits[4];
  for (int i = 0; i < 4; i++) hits[i] = _mm_cmpeq_epi8(b.part[i], all);
  return bits(hits);
}

static inline uint64_t at_most(block b, uint8_t byte) {
  __m128i all = _mm_set1_epi8((char)byte), hits[4];
  for (int i = 0; i < 4; i++) hits[i] = _mm_cmpeq_epi8(_mm_min_epu8(b.part[i], all), b.part[i]);
  return bits(hits);
}

static inline uint64_t beyond_ascii(block b) { return bits(b.part); }

#elif defined(__ARM_NEON)

typedef struct {
  uint8x16_t part[4];
} block;

static inline block load(const uint8_t *bytes) {
  block b;
  for (int i = 0; i < 4; i++) b.part[i] = vld1q_u8(bytes + 16 * i);
  return b;
}

// Each byte keeps one bit of its own; three additions of neighbours bring eight of them into one byte.
static inline uint64_t bits(const uint8x16_t part[4]) {
  static const uint8_t own[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t mask = vld1q_u8(own);
  uint8x16_t one = vpaddq_u8(vandq_u8(part[0], mask), vandq_u8(part[1], mask));
  uint8x16_t other = vpaddq_u8(vandq_u8(part[2], mask), vandq_u8(part[3], mask));
  uint8x16_t all = vpaddq_u8(one, other);
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(all, all)), 0);
}

static inline uint64_t equal_to(block b, uint8_t byte) {
  uint8x16_t hits[4];
  for (int i = 0; i < 4; i++) hits[i] = vceqq_u8(b.part[i], vdupq_n_u8(byte));
  return bits(hits);
}

static inline uint64_t at_most(block b, uint8_t byte) {
  uint8x16_t hits[4];
  for (int i = 0; i < 4; i++) hits[i] = vcleq_u8(b.part[i], vdupq_n_u8(byte));
  return bits(hits);
}

static inline uint64_t beyond_ascii(block b) {
  uint8x16_t hits[4];
  for (int i = 0; i < 4; i++) hits[i] = vcgeq_u8(b.part[i], vdupq_n_u8(0x80));
  return bits(hits);
}

#else

typedef struct {
  uint8_t bytes[block_size];
} block;

static inline block load(const uint8_t *bytes) {
  block b;
  memcpy(b.bytes, bytes, block_size);
  return b;
}

static inline uint64_t equal_to(block b, uint8_t byte) {
  uint64_t hits = 0;
  for (int i = 0; i < block_size; i++) hits |= (uint64_t)(b.bytes[i] == byte) << i;
  return hits;
}

static inline uint64_t at_most(block b, uint8_t byte) {
  uint64_t hits = 0;
  for (int i = 0; i < block_size; i++) hits |= (uint64_t)(b.bytes[i] <= byte) << i;
  return hits;
}

static inline uint64_t beyond_ascii(block b) { return ~at_most(b, 0x7F); }

#endif

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

// Where a folded byte stands among bytes of a block, given once as they are and once with their letters made small.
static inline uint64_t folded_to(block b, block small, uint8_t folded) {
  return folded >= 'a' && folded <= 'z' ? equal_to(small, folded) : equal_to(b, folded);
}

static inline block made_small(block b) {
#if defined(__SSE2__)
  for (int i = 0; i < 4; i++) b.part[i] = _mm_or_si128(b.part[i], _mm_set1_epi8(0x20));
#elif defined(__ARM_NEON)
  for (int i = 0; i < 4; i++) b.part[i] = vorrq_u8(b.part[i], vdupq_n_u8(0x20));
#else
  for (int i = 0; i < block_size; i++) b.bytes[i] |= 0x20;
#endif
  return b;
}

size_t cbytes_find_letters(const uint8_t *bytes, size_t length, uint8_t folded, uint8_t next) {
  size_t start = 0;
  while (start < length) {
    uint8_t rest[block_size + 1];
    const uint8_t *here = bytes + start;
    // The byte behind the block is looked at too.
    if (length - start < block_size + 1) {
      memset(rest, 0, sizeof rest);
      memcpy(rest, here, length - start);
      here = rest;
    }
    block b = load(here);
    uint64_t hits = folded_to(b, made_small(b), folded);
    if (next != 0 && hits != 0) {
      block behind = load(here + 1);
      hits &= folded_to(behind, made_small(behind), next) | equal_to(behind, '\'') | equal_to(behind, '`');
    }
    if (hits != 0) {
      size_t place = start + (size_t)__builtin_ctzll(hits);
      return place < length ? place : length;
    }
    start += block_size;
  }
  return length;
}

size_t cbytes_count(const uint8_t *bytes, size_t length, uint8_t byte) {
  size_t count = 0;
  while (length > 0) {
    // As many as a byte can count, so that the compiler does sixteen at a time.
    size_t some = length < 255 ? length : 255;
    uint8_t hits = 0;
    for (size_t i = 0; i < some; i++) hits += bytes[i] == byte;
    count += hits;
    bytes += some;
    length -= some;
  }
  return count;
}

// Whether the bytes from here on are one well-formed sequence of the length that its first byte gives; 0 where they are not (Unicode, table 3-7).
static inline size_t sequence_length(const uint8_t *bytes, size_t left) {
  uint8_t lead = bytes[0], low = 0x80, high = 0xBF;
  size_t length;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  if (lead < 0xE0) {
    length = 2;
  } else if (lead < 0xF0) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  }
  if (left < length || bytes[1] < low || bytes[1] > high) return 0;
  for (size_t i = 2; i < length; i++) {
    if ((bytes[i] & 0xC0) != 0x80) return 0;
  }
  return length;
}

size_t cbytes_find_invalid_utf8(const uint8_t *bytes, size_t length) {
  size_t place = 0;
  while (place < length) {
    while (place + 8 <= length) {
      uint64_t eight;
      memcpy(&eight, bytes + place, 8);
      if (eight & 0x8080808080808080u) break;
      place += 8;
    }
    while (place < length && bytes[place] < 0x80) place++;
    while (place < length && bytes[place] >= 0x80) {
      size_t sequence = sequence_length(bytes + place, length - place);
      if (sequence == 0) return place;
      place += sequence;
    }
  }
  return length;
}
