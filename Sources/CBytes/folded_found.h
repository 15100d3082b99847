// Included once for each kind of processor, with PLACES_OF and ATTRIBUTES of its own.

ATTRIBUTES static struct cbytes_folded_hit FIND_FOLDED(const struct cbytes_folded *needle, const uint8_t *text, size_t length, size_t from) {
  const struct pair pair = pair_of(needle);
  const bool has_quote = memchr(needle->bytes, '"', needle->length) != NULL;
  for (size_t start = from; start < length; start += block_size) {
    uint8_t rest[block_size + 1];
    const uint8_t *here = text + start;
    // The byte behind the block is looked at too.
    if (length - start < block_size + 1) {
      memset(rest, 0, sizeof rest);
      memcpy(rest, here, length - start);
      here = rest;
    }
    for (uint64_t places = PLACES_OF(&pair, here); places != 0; places &= places - 1) {
      size_t place = start + (size_t)__builtin_ctzll(places);
      uint8_t is_doubtful = 0;
      if (place < length && (stands_around(needle, text, length, place, &is_doubtful) || has_quote))
        return (struct cbytes_folded_hit){place, is_doubtful || has_quote};
    }
  }
  return (struct cbytes_folded_hit){length, 0};
}

#undef FIND_FOLDED
#undef PLACES_OF
#undef ATTRIBUTES
