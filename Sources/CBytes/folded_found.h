// Included once for each kind of processor, with PLACES_OF and ATTRIBUTES of its own.

ATTRIBUTES static inline struct cbytes_folded_hit FIND_FOLDED(
    const struct cbytes_folded *needle, const struct pair pair, const uint8_t *text, size_t length, size_t from) {
  for (size_t start = from; start < length; start += block_size) {
    uint8_t rest[block_size + 1];
    const uint8_t *here = text + start;
    fetch_ahead(here);
    // The byte behind the block is looked at too.
    if (length - start < block_size + 1) {
      memset(rest, 0, sizeof rest);
      memcpy(rest, here, length - start);
      here = rest;
    }
    for (uint64_t places = PLACES_OF(&pair, here); places != 0; places &= places - 1) {
      size_t place = start + (size_t)__builtin_ctzll(places);
      uint8_t is_doubtful = 0;
      if (place < length && (stands_around(needle, text, length, place, &is_doubtful) || pair.has_quote))
        return (struct cbytes_folded_hit){place, is_doubtful || pair.has_quote};
    }
  }
  return (struct cbytes_folded_hit){length, 0};
}

ATTRIBUTES static size_t FIND_RECORDS(
    const struct cbytes_folded *needle, const uint8_t *text, size_t length, const uint32_t *starts, size_t count, uint32_t *found) {
  const struct pair pair = pair_of(needle);
  size_t hits = 0;
  for (size_t record = 0, from = 0; record < count; from = starts[record]) {
    // Where most records have it soon after their beginning, one is left before the processor foresees the next.
    if (record + records_ahead < count) {
      for (int line = 0; line < lines_ahead; line++) __builtin_prefetch(text + starts[record + records_ahead] + line_size * line);
    }
    struct cbytes_folded_hit hit = FIND_FOLDED(needle, pair, text, length, from);
    if (hit.place >= length) break;
    record = record_of(hit.place, starts, count, record);
    found[hits++] = (uint32_t)record | (hit.is_doubtful ? cbytes_doubtful : 0);
    if (++record == count) break;
  }
  return hits;
}

ATTRIBUTES static size_t FIND_AMONG(
    const struct cbytes_folded *needle, const uint8_t *text, size_t length, const uint32_t *starts, size_t count, uint32_t *some, size_t some_count) {
  const struct pair pair = pair_of(needle);
  size_t hits = 0;
  for (size_t index = 0; index < some_count; index++) {
    if (index + some_ahead < some_count) {
      size_t ahead = some[index + some_ahead], start = starts[ahead], end = ahead + 1 < count ? starts[ahead + 1] : length;
      for (size_t line = start; line < end && line < start + most_ahead; line += line_size) __builtin_prefetch(text + line);
    }
    size_t record = some[index], start = starts[record], end = record + 1 < count ? starts[record + 1] : length;
    struct cbytes_folded_hit hit = FIND_FOLDED(needle, pair, text + start, end - start, 0);
    if (hit.place < end - start) some[hits++] = (uint32_t)record | (hit.is_doubtful ? cbytes_doubtful : 0);
  }
  return hits;
}

#undef FIND_FOLDED
#undef FIND_RECORDS
#undef FIND_AMONG
#undef PLACES_OF
#undef ATTRIBUTES
