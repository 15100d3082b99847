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

// Bit n of the result is the exclusive or of the bits up to n: set from an odd quote on, up to the next.
static inline uint64_t prefix_xor(uint64_t mask) {
  for (int shift = 1; shift < 64; shift *= 2) mask ^= mask << shift;
  return mask;
}

// Writes the places of set bits. Eight at a time, more than there may be: that is quicker than to ask after each.
static inline uint32_t *write_places(uint64_t mask, uint32_t base, uint32_t *to) {
  uint32_t *end = to + __builtin_popcountll(mask);
  while (mask) {
    for (int i = 0; i < 8; i++) {
      to[i] = base + (uint32_t)__builtin_ctzll(mask | 1ull << 63);
      mask &= mask - 1;
    }
    to += 8;
  }
  return end;
}

struct cbytes_record_marks cbytes_find_records(const uint8_t *bytes, size_t length, uint8_t separator, struct cbytes_records *found) {
  struct cbytes_record_marks marks = {0, 0, 0};
  uint32_t *next = found->separators;
  uint32_t feeds_before = 0;
  // What the block before left behind: all ones inside quotes; whether a field may begin here; whether a quote was closed by the last byte, or
  // it was a carriage return, so that this byte has to fit.
  uint64_t inside = 0, may_open = 1, closed = 0, returned = 0, irregular = 0;
  for (size_t start = 0; start < length; start += block_size) {
    uint8_t rest[block_size];
    const uint8_t *here = bytes + start;
    if (length - start < block_size) {
      memset(rest, ' ', block_size);
      memcpy(rest, here, length - start);
      here = rest;
    }
    block b = load(here);
    uint64_t quotes = equal_to(b, '"');
    uint64_t fences = equal_to(b, separator);
    uint64_t controls = at_most(b, 0x1F);
    uint64_t feeds = 0, returns = 0;
    if (controls) {
      feeds = equal_to(b, '\n');
      returns = equal_to(b, '\r');
      if (equal_to(b, 0)) marks.has_nul = 1;
    }
    found->high[start / block_size] = beyond_ascii(b);

    uint64_t quoted = prefix_xor(quotes) ^ inside;
    inside = (uint64_t)((int64_t)quoted >> 63);
    uint64_t opening = quotes & quoted, closing = quotes & ~quoted;
    returns &= ~quoted;
    irregular |= opening & ~((fences | feeds | quotes) << 1 | may_open);
    irregular |= (closing << 1 | closed) & ~(fences | feeds | quotes | returns);
    irregular |= (returns << 1 | returned) & ~feeds;
    may_open = (fences | feeds | quotes) >> 63;
    closed = closing >> 63;
    returned = returns >> 63;

    uint64_t outside = feeds & ~quoted;
    uint64_t places = (fences & ~quoted) | outside;
    uint32_t written = (uint32_t)(next - found->separators);
    next = write_places(places, (uint32_t)start, next);
    while (outside) {
      uint64_t below = (outside & -outside) - 1;
      found->ends[marks.count] = written + (uint32_t)__builtin_popcountll(places & below);
      found->lines[marks.count] = feeds_before + (uint32_t)__builtin_popcountll(feeds & below) + 1;
      marks.count++;
      outside &= outside - 1;
    }
    feeds_before += (uint32_t)__builtin_popcountll(feeds);
  }
  marks.is_irregular = irregular != 0;
  return marks;
}

struct cbytes_quote_count cbytes_count_quotes(const uint8_t *bytes, size_t length) {
  struct cbytes_quote_count count = {0, 0};
  size_t start = 0;
  for (; start + block_size <= length; start += block_size) {
    block b = load(bytes + start);
    count.quotes += (size_t)__builtin_popcountll(equal_to(b, '"'));
    count.feeds += (size_t)__builtin_popcountll(equal_to(b, '\n'));
  }
  for (; start < length; start++) {
    count.quotes += bytes[start] == '"';
    count.feeds += bytes[start] == '\n';
  }
  return count;
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
