// Records found and quotes counted, block by block. Taken in by records.c once for every set of instructions, under the names and with the means that
// these macros give; it is therefore not guarded.

ATTRIBUTES static struct cbytes_record_marks FIND_RECORDS(const uint8_t *bytes, size_t length, uint8_t separator, struct cbytes_records *found) {
  struct cbytes_record_marks marks = {0, 0, 0};
  uint32_t *next = found->separators;
  uint32_t feeds_before = 0;
  // What the block before left behind: all ones inside quotes; whether a field may begin here; whether a quote was closed by the last byte, or
  // it was a carriage return, so that this byte has to fit.
  uint64_t inside = 0, may_open = 1, closed = 0, returned = 0, irregular = 0, nuls = 0;
  for (size_t start = 0; start < length; start += block_size) {
    uint8_t rest[block_size];
    const uint8_t *here = bytes + start;
    fetch_ahead(here);
    if (length - start < block_size) {
      memset(rest, ' ', block_size);
      memcpy(rest, here, length - start);
      here = rest;
    }
    struct marks m = MARKS_OF(here, separator);
    found->high[start / block_size] = m.high;
    nuls |= m.nuls;

    uint64_t quoted = PREFIX_XOR(m.quotes) ^ inside;
    inside = (uint64_t)((int64_t)quoted >> 63);
    uint64_t opening = m.quotes & quoted, closing = m.quotes & ~quoted;
    uint64_t returns = m.returns & ~quoted;
    uint64_t bounds = m.separators | m.feeds | m.quotes;
    irregular |= opening & ~(bounds << 1 | may_open);
    irregular |= (closing << 1 | closed) & ~(bounds | returns);
    irregular |= (returns << 1 | returned) & ~m.feeds;
    may_open = bounds >> 63;
    closed = closing >> 63;
    returned = returns >> 63;

    uint64_t outside = m.feeds & ~quoted;
    uint64_t places = (m.separators & ~quoted) | outside;
    uint32_t written = (uint32_t)(next - found->separators);
    next = WRITE_PLACES(next, (uint32_t)start, places);
    while (outside) {
      uint64_t below = (outside & -outside) - 1;
      found->ends[marks.count] = written + (uint32_t)__builtin_popcountll(places & below);
      found->lines[marks.count] = feeds_before + (uint32_t)__builtin_popcountll(m.feeds & below) + 1;
      marks.count++;
      outside &= outside - 1;
    }
    if (m.feeds) feeds_before += (uint32_t)__builtin_popcountll(m.feeds);
  }
  marks.has_nul = nuls != 0;
  marks.is_irregular = irregular != 0;
  return marks;
}

ATTRIBUTES static struct cbytes_quote_count COUNT_QUOTES(const uint8_t *bytes, size_t length) {
  struct cbytes_quote_count count = {0, 0};
  size_t start = 0;
  for (; start + block_size <= length; start += block_size) {
    fetch_ahead(bytes + start);
    struct marks m = MARKS_OF(bytes + start, ',');
    count.quotes += (size_t)__builtin_popcountll(m.quotes);
    count.feeds += (size_t)__builtin_popcountll(m.feeds);
  }
  for (; start < length; start++) {
    count.quotes += bytes[start] == '"';
    count.feeds += bytes[start] == '\n';
  }
  return count;
}

#undef FIND_RECORDS
#undef COUNT_QUOTES
#undef MARKS_OF
#undef WRITE_PLACES
#undef PREFIX_XOR
#undef ATTRIBUTES
