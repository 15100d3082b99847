#include "block.h"
#include "records.h"

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

size_t cbytes_utf8_sequence(const uint8_t *bytes, size_t left) {
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
      size_t sequence = cbytes_utf8_sequence(bytes + place, length - place);
      if (sequence == 0) return place;
      place += sequence;
    }
  }
  return length;
}
