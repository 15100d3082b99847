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

// Bit n of the result is the exclusive or of the bits up to n: set from an odd quote on, up to the next.
static inline uint64_t prefix_xor(uint64_t mask) {
  for (int shift = 1; shift < 64; shift *= 2) mask ^= mask << shift;
  return mask;
}

#define FIND_RECORDS find_records
#define COUNT_QUOTES count_quotes
#define MARKS_OF marks_of
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

#define FIND_RECORDS newer_find_records
#define COUNT_QUOTES newer_count_quotes
#define MARKS_OF newer_marks_of
#define PREFIX_XOR newer_prefix_xor
#define ATTRIBUTES NEWER
#include "records_found.h"

static bool is_newer(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt") &&
         __builtin_cpu_supports("pclmul");
}
#endif

struct cbytes_record_marks cbytes_find_records(const uint8_t *bytes, size_t length, uint8_t separator, struct cbytes_records *found) {
#if defined(__x86_64__) && defined(__GNUC__)
  if (is_newer()) return newer_find_records(bytes, length, separator, found);
#endif
  return find_records(bytes, length, separator, found);
}

struct cbytes_quote_count cbytes_count_quotes(const uint8_t *bytes, size_t length) {
#if defined(__x86_64__) && defined(__GNUC__)
  if (is_newer()) return newer_count_quotes(bytes, length);
#endif
  return count_quotes(bytes, length);
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
