#include "records.h"

#include <string.h>

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
