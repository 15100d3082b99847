#ifndef CBYTES_BLOCK_H
#define CBYTES_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

// 64 bytes that are looked at at once, by the instructions that every processor of its kind has.

enum { block_size = 64 };

// To be called for each block of a long text. A processor fetches by itself what follows within a page of memory; what lies a page and a half ahead is asked
// for here, whether there is such memory or not.
static inline void fetch_ahead(const uint8_t *bytes) { __builtin_prefetch((const void *)((uintptr_t)bytes + 6144)); }

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

#endif
