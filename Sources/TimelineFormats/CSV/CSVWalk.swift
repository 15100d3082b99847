/// Walks over the records of a delimited text (RFC 4180, and what real files make of it), one after the other, in memory that does not grow with it.
///
///     var walk = CSVWalk(bytes, dialect: .csv, memory: memory)
///     while walk.next() { use(walk.line, walk[0], walk[1]) }
///
/// - A quote counts only as the first byte of a field; elsewhere it is a character. Inside quotes, separators and line ends are text and `""` is a quote.
/// - A record ends at LF, CR LF or a lone CR. Empty lines are no records.
/// - A quote that is never closed, or whose closing quote on a later line has text behind it, is taken as a character: one row is odd then, not the file.
///
/// The bytes and the memory must outlive the walk.
package struct CSVWalk {
  let bytes: UnsafeBufferPointer<UInt8>
  private var fields: UnsafeMutablePointer<CSVField>
  private var fieldCapacity: Int
  private let memory: CSVMemory
  private let dialect: CSVDialect
  private let limits: ReadingLimits
  private var special: SpecialBytes

  /// Where the next record begins.
  private(set) var position: Int
  /// The line on which the next record begins, from 1.
  private(set) var nextLine: Int
  /// Where the current record begins, and where its text ends, the line end left out.
  private(set) var start = 0
  private(set) var end = 0
  /// The line on which the current record begins, from 1.
  package private(set) var line = 1
  package private(set) var count = 0
  package private(set) var faults: [CSVFault] = []
  /// Whether the current record has no line end behind it.
  package private(set) var isCutOff = false
  /// Whether a record was ended by a carriage return alone.
  private(set) var hasLoneReturns = false
  /// Bytes that were looked at twice because of quotes that are not closed. Past a limit, quotes no longer reach beyond their line, so that no file takes
  /// more than a few times its length.
  private var lookedAtTwice = 0

  package init(_ bytes: UnsafeBufferPointer<UInt8>, dialect: CSVDialect, memory: CSVMemory, limits: ReadingLimits = .standard, from place: Place = Place()) {
    self.bytes = bytes
    self.dialect = dialect
    self.memory = memory
    self.limits = limits
    fields = memory.fields
    fieldCapacity = memory.fieldCapacity
    special = SpecialBytes(separator: dialect.separator)
    position = min(place.offset, bytes.count)
    nextLine = place.line
    lookedAtTwice = place.lookedAtTwice
  }

  /// From where a later walk over the same bytes goes on.
  package struct Place: Hashable, Sendable {
    var offset = 0
    var line = 1
    var lookedAtTwice = 0

    package init(offset: Int = 0, line: Int = 1) {
      self.offset = offset
      self.line = line
    }
  }

  package var place: Place {
    var place = Place(offset: position, line: nextLine)
    place.lookedAtTwice = lookedAtTwice
    return place
  }

  /// Whether the current record may have bytes beyond ASCII. Never wrong with no.
  var mayHaveNonASCII: Bool { special.mayHaveNonASCII }
  /// Whether the current record may have a NUL. Never wrong with no.
  var mayHaveNUL: Bool { special.mayHaveNUL }

  /// A field's text as bytes, empty where there is none of that number. Valid until the next record.
  @inline(__always)
  package subscript(column: Int) -> UnsafeBufferPointer<UInt8> {
    guard UInt(bitPattern: column) < UInt(bitPattern: count) else { return UnsafeBufferPointer(start: nil, count: 0) }
    let field = fields[column]
    let raw = UnsafeBufferPointer(rebasing: bytes[(start + field.start)..<(start + field.end)])
    return field.isEncoded ? memory.decoded(raw, recordLength: end - start) : raw
  }

  /// Where a field begins in the file, for saying where something is wrong; the end of the record where there is no such field.
  func offset(of column: Int) -> Int { column >= 0 && column < count ? start + fields[column].start : end }

  /// Goes on to the next record; false at the end.
  ///
  /// - Complexity: O(length of the record), about a third of a nanosecond a byte; amortised over a file also with quotes that are not closed.
  package mutating func next() -> Bool {
    if !faults.isEmpty { faults.removeAll() }
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { passLineEnd() }
    guard position < bytes.count, let base = bytes.baseAddress else { return false }
    special.forget()
    memory.forget()
    start = position
    line = nextLine
    isCutOff = false
    var record = RecordScan(start: position)
    scan(&record, UnsafeRawPointer(base))
    end = record.end
    count = min(record.count, limits.columns)
    nextLine = line + record.newlines
    position = end
    if record.isTooLong { skipRestOfLine() }
    if position < bytes.count { passLineEnd() } else { isCutOff = true }
    return true
  }

  private mutating func passLineEnd() {
    if bytes[position] == 0x0D {
      if position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 } else { hasLoneReturns = true }
    }
    position += 1
    nextLine += 1
  }

  private mutating func skipRestOfLine() {
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
  }
}

/// How far the scan of one record has come.
private struct RecordScan {
  var fieldStart: Int
  var count = 0
  var newlines = 0
  var end: Int
  var isTooLong = false
  /// Inside quotes that were opened at `fieldStart`.
  var isInside = false
  /// Where the quote that closed the field stands, or -1.
  var closing = -1
  /// Whether a doubled quote was met in the field.
  var hasDoubled = false
  /// The lines that had ended before the field.
  var newlinesBefore = 0

  init(start: Int) {
    fieldStart = start
    end = start
  }
}

extension CSVWalk {
  private mutating func scan(_ record: inout RecordScan, _ base: UnsafeRawPointer) {
    let total = bytes.count
    let separator = dialect.separator
    let quote = UInt8(ascii: "\"")
    let limit = start + min(limits.recordBytes, total - start)
    var block = start
    var bits = special.bits(at: base + block, available: total - block)
    while true {
      while bits == 0 {
        block += SpecialBytes.blockSize
        if block >= limit {
          if let again = runOut(&record, limit) { block = again } else { return }
        }
        bits = special.bits(at: base + block, available: total - block)
      }
      let here = block + bits.trailingZeroBitCount
      bits &= bits &- 1
      if here >= limit {
        guard let again = runOut(&record, limit) else { return }
        block = again
        bits = special.bits(at: base + block, available: total - block)
        continue
      }
      let byte = bytes[here]
      if record.isInside {
        if byte == quote {
          guard here + 1 < total, bytes[here + 1] == quote else {
            record.isInside = false
            record.closing = here
            continue
          }
          record.hasDoubled = true
          // Past both, wherever the block ends.
          if bits == 0 || block + bits.trailingZeroBitCount != here + 1 {
            block = here + 2
            if block >= limit {
              guard let again = runOut(&record, limit) else { return }
              block = again
            }
            bits = special.bits(at: base + block, available: total - block)
          } else {
            bits &= bits &- 1
          }
        } else if byte == 0x0A {
          record.newlines += 1
          if lookedAtTwice > 4 * total + 65_536 {
            block = takeQuoteAsCharacter(&record, upTo: here)
            bits = special.bits(at: base + block, available: total - block)
          }
        }
      } else if byte == quote, here == record.fieldStart, record.closing < 0 {
        record.isInside = true
        record.newlinesBefore = record.newlines
      } else if byte != quote {
        if record.closing >= 0, record.closing != here - 1, record.newlines > record.newlinesBefore {
          block = takeQuoteAsCharacter(&record, upTo: here)
          bits = special.bits(at: base + block, available: total - block)
          continue
        }
        closeField(&record, at: here)
        if byte != separator {
          record.end = here
          return
        }
        record.fieldStart = here + 1
      }
    }
  }

  /// At the end of the text or of what a record may have.
  ///
  /// - Returns: where to go on, when an open quote has to be taken as a character; nil when the record is done.
  private mutating func runOut(_ record: inout RecordScan, _ limit: Int) -> Int? {
    let isSpoiled = record.isInside || record.closing >= 0 && record.closing != limit - 1 && record.newlines > record.newlinesBefore
    if isSpoiled, record.fieldStart + 1 < limit { return takeQuoteAsCharacter(&record, upTo: limit) }
    if isSpoiled { faults.append(CSVFault(kind: .unterminatedQuote, offset: record.fieldStart)) }
    if limit < bytes.count {
      record.isTooLong = true
      faults.append(CSVFault(kind: .recordTooLong, offset: start))
    }
    record.isInside = false
    closeField(&record, at: limit)
    record.end = limit
    return nil
  }

  /// Goes back to the quote that opened the field and reads on as if it were a letter.
  private mutating func takeQuoteAsCharacter(_ record: inout RecordScan, upTo here: Int) -> Int {
    faults.append(CSVFault(kind: .unterminatedQuote, offset: record.fieldStart))
    lookedAtTwice += here - record.fieldStart
    record.isInside = false
    record.closing = -1
    record.hasDoubled = false
    record.newlines = record.newlinesBefore
    return record.fieldStart + 1
  }

  @inline(__always)
  private mutating func closeField(_ record: inout RecordScan, at end: Int) {
    if record.count < limits.columns {
      if record.count == fieldCapacity { growFields() }
      let first = record.fieldStart - start
      if record.closing < 0 {
        fields[record.count] = CSVField(first, end - start, isEncoded: false)
      } else if record.closing == end - 1, !record.hasDoubled {
        fields[record.count] = CSVField(first + 1, end - start - 1, isEncoded: false)
      } else {
        if record.closing != end - 1 { faults.append(CSVFault(kind: .textAfterQuote, offset: record.closing + 1)) }
        fields[record.count] = CSVField(first, end - start, isEncoded: true)
      }
    } else if record.count == limits.columns {
      faults.append(CSVFault(kind: .tooManyColumns, offset: record.fieldStart))
    }
    record.count += 1
    record.closing = -1
    record.hasDoubled = false
  }

  @inline(never)
  private mutating func growFields() {
    memory.growFields()
    fields = memory.fields
    fieldCapacity = memory.fieldCapacity
  }
}
