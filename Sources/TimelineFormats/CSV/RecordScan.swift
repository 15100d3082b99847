/// Finds the end of one record and its fields, whatever its quotes are like. The fields are left in the memory of the walk.
struct RecordScan {
  private let memory: CSVMemory
  private let separator: UInt8
  private let limits: ReadingLimits
  private var special: SpecialBytes
  private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// Where the record begins.
  private var start = 0

  /// What was odd about the record.
  private(set) var faults: [CSVFault] = []
  /// Whether it reaches the end of the bytes, or looked there for a quote.
  private(set) var sawEnd = false
  /// Bytes that were looked at twice because of quotes that are not closed. Past a limit, quotes no longer reach beyond their line, so that no file takes
  /// more than a few times its length.
  private(set) var lookedAtTwice: Int

  init(_ memory: CSVMemory, separator: UInt8, limits: ReadingLimits, lookedAtTwice: Int) {
    self.memory = memory
    self.separator = separator
    self.limits = limits
    self.lookedAtTwice = lookedAtTwice
    special = SpecialBytes(separator: separator)
  }

  /// Whether so much was looked at twice that quotes no longer reach beyond their line.
  func isWeary(total: Int) -> Bool { lookedAtTwice > 4 * total + 65_536 }

  var mayHaveNonASCII: Bool { special.mayHaveNonASCII }
  var mayHaveNUL: Bool { special.mayHaveNUL }

  /// How far the scan of one record has come.
  struct Record {
    fileprivate var fieldStart: Int
    fileprivate(set) var count = 0
    /// The lines that end within it.
    fileprivate(set) var newlines = 0
    fileprivate(set) var end: Int
    fileprivate(set) var isTooLong = false
    /// Inside quotes that were opened at `fieldStart`.
    fileprivate var isInside = false
    /// Where the quote that closed the field stands, or -1.
    fileprivate var closing = -1
    /// Whether a doubled quote was met in the field.
    fileprivate var hasDoubled = false
    /// The lines that had ended before the field.
    fileprivate var newlinesBefore = 0

    fileprivate init(start: Int) {
      fieldStart = start
      end = start
    }
  }

  /// Scans the record that begins at a byte that is there.
  mutating func record(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Record {
    self.bytes = bytes
    start = position
    if !faults.isEmpty { faults.removeAll() }
    sawEnd = false
    special.forget()
    var record = Record(start: position)
    if let base = bytes.baseAddress { scan(&record, UnsafeRawPointer(base)) }
    return record
  }

  private mutating func scan(_ record: inout Record, _ base: UnsafeRawPointer) {
    let total = bytes.count
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
          if isWeary(total: total) {
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
  private mutating func runOut(_ record: inout Record, _ limit: Int) -> Int? {
    if limit == bytes.count { sawEnd = true }
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
  private mutating func takeQuoteAsCharacter(_ record: inout Record, upTo here: Int) -> Int {
    faults.append(CSVFault(kind: .unterminatedQuote, offset: record.fieldStart))
    lookedAtTwice += here - record.fieldStart
    record.isInside = false
    record.closing = -1
    record.hasDoubled = false
    record.newlines = record.newlinesBefore
    return record.fieldStart + 1
  }

  @inline(__always)
  private mutating func closeField(_ record: inout Record, at end: Int) {
    if record.count < limits.columns {
      if record.count == memory.fieldCapacity { memory.growFields() }
      let first = record.fieldStart - start
      if record.closing < 0 {
        memory.fields[record.count] = CSVField(first, end - start, isEncoded: false)
      } else if record.closing == end - 1, !record.hasDoubled {
        memory.fields[record.count] = CSVField(first + 1, end - start - 1, isEncoded: false)
      } else {
        if record.closing != end - 1 { faults.append(CSVFault(kind: .textAfterQuote, offset: record.closing + 1)) }
        memory.fields[record.count] = CSVField(first, end - start, isEncoded: true)
      }
    } else if record.count == limits.columns {
      faults.append(CSVFault(kind: .tooManyColumns, offset: record.fieldStart))
    }
    record.count += 1
    record.closing = -1
    record.hasDoubled = false
  }
}
