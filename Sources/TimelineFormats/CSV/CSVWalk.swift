/// Walks over the records of a delimited text (RFC 4180, and what real files make of it), one after the other, in memory that does not grow with it.
///
///     let walk = CSVWalk(bytes, dialect: .csv, memory: memory)
///     while walk.next() { use(walk.line, walk[0], walk[1]) }
///
/// - A quote counts only as the first byte of a field; elsewhere it is a character. Inside quotes, separators and line ends are text and `""` is a quote.
/// - A record ends at LF, CR LF or a lone CR. Empty lines are no records. Lines are counted so too, but for a lone CR inside quotes, which is text.
/// - A quote that is never closed, or whose closing quote on a later line has text behind it, is taken as a character: one row is odd then, not the file.
///
/// The bytes and the memory must outlive the walk. Over many records it looks ahead (``Pace/ahead``): where a stretch of the text is as RFC 4180
/// says, its records are found all at once; elsewhere, and where single rows are read back, each is scanned for itself. Both give the same records.
///
/// It is passed along for every field of every row, and is an object so that nothing of it is ever copied; used by one thread at a time.
package final class CSVWalk {
  /// How a walk finds its records.
  package enum Pace: Hashable, Sendable {
    /// One after the other, looking no further than each.
    case single
    /// Many at once, for whoever reads them all.
    case ahead
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let limits: ReadingLimits
  let dialect: CSVDialect
  let memory: CSVMemory
  private let index: RecordIndex?
  let places: RecordPlaces?
  @exclusivity(unchecked) private var scan: RecordScan

  /// Where the next record begins.
  @exclusivity(unchecked) var position: Int
  /// The line on which the next record begins, from 1.
  @exclusivity(unchecked) var nextLine: Int
  /// Where the current record begins, and where its text ends, the line end left out.
  @exclusivity(unchecked) var start = 0
  @exclusivity(unchecked) var end = 0
  /// The line on which the current record begins, from 1.
  @exclusivity(unchecked) package internal(set) var line = 1
  @exclusivity(unchecked) package internal(set) var count = 0
  /// Whether the current record has no line end behind it.
  @exclusivity(unchecked) package internal(set) var isCutOff = false
  /// Whether the current record might be another if bytes followed that are not there yet: it reaches the end of the bytes, or looked there for a quote.
  @exclusivity(unchecked) package internal(set) var sawEnd = false
  /// Whether a record was ended by a carriage return alone.
  @exclusivity(unchecked) private(set) var hasLoneReturns = false

  /// The stretch that was looked at: where it begins, on which line, and which of its records comes next.
  @exclusivity(unchecked) var stretch = 0
  @exclusivity(unchecked) var stretchLine = 1
  @exclusivity(unchecked) var nextRecord = 0
  @exclusivity(unchecked) var recordsAhead = 0
  @exclusivity(unchecked) var stretchHasNUL = false
  /// Up to where records are scanned one by one, since looking ahead was of no use there.
  @exclusivity(unchecked) private var scanUntil = 0
  /// Whether the current record was found by looking ahead, and the fence before its first field.
  @exclusivity(unchecked) var isFoundAhead = false
  @exclusivity(unchecked) var firstFence = 0

  package init(
    _ bytes: UnsafeBufferPointer<UInt8>, dialect: CSVDialect, memory: CSVMemory, limits: ReadingLimits = .standard, from place: Place = Place(),
    pace: Pace = .single
  ) {
    self.bytes = bytes
    self.dialect = dialect
    self.memory = memory
    self.limits = limits
    let index = pace == .ahead ? memory.index() : nil
    self.index = index
    places = index?.places
    scan = RecordScan(memory, separator: dialect.separator, limits: limits, lookedAtTwice: place.lookedAtTwice)
    position = min(place.offset, bytes.count)
    nextLine = place.line
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
    place.lookedAtTwice = scan.lookedAtTwice
    return place
  }

  /// From where a later walk begins with the current record.
  var beginning: Place { Place(offset: start, line: line) }

  package var faults: [CSVFault] { isFoundAhead ? [] : scan.faults }
  var hasFaults: Bool { !isFoundAhead && !scan.faults.isEmpty }

  /// Whether the current record was scanned for itself, so that there may be something odd about it.
  var isScanned: Bool { !isFoundAhead }

  /// Whether the current record may have bytes beyond ASCII. Never wrong with no.
  @exclusivity(unchecked) var mayHaveNonASCII = false

  /// Whether the current record may have a NUL. Never wrong with no.
  var mayHaveNUL: Bool { isFoundAhead ? stretchHasNUL : scan.mayHaveNUL }

  /// A field's text as bytes, empty where there is none of that number. Valid until the next record.
  @inline(__always)
  package subscript(column: Int) -> UnsafeBufferPointer<UInt8> {
    guard UInt(bitPattern: column) < UInt(bitPattern: count) else { return UnsafeBufferPointer(start: nil, count: 0) }
    guard isFoundAhead, let places, let base = bytes.baseAddress else { return scanned(column) }
    let fences = places.fences + (firstFence + column)
    let first = stretch + Int(fences[0] &+ 1)
    let raw = UnsafeBufferPointer(start: base + first, count: min(stretch + Int(fences[1]), end) - first)
    return raw.count > 1 && raw[0] == UInt8(ascii: "\"") ? unquoted(raw) : raw
  }

  /// The current record for loops over its fields.
  @inline(__always)
  var fields: RecordFields {
    guard isFoundAhead, let places, let base = bytes.baseAddress else { return RecordFields(base: nil, fences: nil, count: 0, end: 0, walk: self) }
    return RecordFields(base: base + stretch, fences: places.fences + firstFence, count: count, end: end - stretch, walk: self)
  }

  /// A field, looked up with care.
  @inline(never)
  fileprivate func field(_ column: Int) -> UnsafeBufferPointer<UInt8> { self[column] }

  /// A field of a record that was scanned for itself.
  @inline(never)
  private func scanned(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let field = memory.fields[column]
    let raw = UnsafeBufferPointer(rebasing: bytes[(start + field.start)..<(start + field.end)])
    return field.isEncoded ? memory.decoded(raw, recordLength: end - start) : raw
  }

  /// What stands between the quotes of a whole quoted field.
  @inline(never)
  private func unquoted(_ raw: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let inner = UnsafeBufferPointer(rebasing: raw[1..<raw.count - 1])
    return ByteText.contains(UInt8(ascii: "\""), inner) ? memory.decoded(raw, recordLength: end - start) : inner
  }

  /// Where a field begins in the file, for saying where something is wrong; the end of the record where there is no such field.
  func offset(of column: Int) -> Int {
    guard column >= 0, column < count else { return end }
    guard isFoundAhead, let places else { return start + memory.fields[column].start }
    let first = stretch + Int(places.fences[firstFence + column] &+ 1)
    return first < end && bytes[first] == UInt8(ascii: "\"") && !isDecoded(column) ? first + 1 : first
  }

  /// Whether a field's text is not what its bytes are between the quotes.
  private func isDecoded(_ column: Int) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    let text = self[column]
    return !text.isEmpty && text.baseAddress.map { $0 < base || $0 >= base + bytes.count } ?? false
  }

  /// Calls the body with every field of the record that has bytes beyond ASCII.
  func forEachFieldBeyondASCII(_ body: (_ column: Int) -> Void) {
    guard isFoundAhead, let places else {
      for column in 0..<count where self[column].contains(where: { $0 >= 0x80 }) { body(column) }
      return
    }
    var from = start - stretch
    let last = end - stretch
    var column = 0
    while true {
      from = places.firstBeyondASCII(in: from..<last)
      guard from < last else { return }
      while column + 1 < count, Int(places.fences[firstFence + column + 1]) < from { column += 1 }
      body(column)
      from = Int(places.fences[firstFence + column + 1])
      guard from < last else { return }
    }
  }

  /// Goes on to the next record; false at the end.
  ///
  /// - Complexity: O(length of the record), a tenth of a nanosecond a byte where many are found at once; amortised over a file also with quotes that are
  ///   not closed.
  @inline(__always)
  package func next() -> Bool { takeFound() || scanNext() }

  /// Takes the next of the records that were found by looking ahead.
  @inline(__always)
  private func takeFound() -> Bool {
    guard let places else { return false }
    while nextRecord < recordsAhead || lookAhead() {
      let (first, fields) = places.fields(of: nextRecord)
      let lineEnd = stretch + Int(places.fences[first + fields])
      let begin = stretch + Int(places.fences[first] &+ 1)
      let textEnd = lineEnd > begin && bytes[lineEnd - 1] == 0x0D ? lineEnd - 1 : lineEnd
      if fields > limits.columns || textEnd - begin > limits.recordBytes {
        // Beyond a limit there is more to say of it than where its fields are.
        recordsAhead = 0
        scanUntil = lineEnd + 1
        return false
      }
      (start, end, line) = (begin, textEnd, nextLine)
      (firstFence, count) = (first, fields)
      position = lineEnd + 1
      nextLine = stretchLine + places.lines(through: nextRecord)
      nextRecord += 1
      // An empty line is no record.
      if textEnd == begin { continue }
      memory.forget()
      mayHaveNonASCII = places.firstBeyondASCII(in: begin - stretch..<textEnd - stretch) < textEnd - stretch
      isFoundAhead = true
      isCutOff = false
      sawEnd = false
      return true
    }
    return false
  }

  /// Finds the records of the next stretch; false where there are none to be found so.
  @inline(never)
  func lookAhead() -> Bool {
    guard let index, position < bytes.count, position >= scanUntil, !scan.isWeary(total: bytes.count), let base = bytes.baseAddress else { return false }
    (stretch, stretchLine, nextRecord) = (position, nextLine, 0)
    let isRegular = index.find(base + position, count: bytes.count - position, separator: dialect.separator)
    recordsAhead = index.count
    stretchHasNUL = index.hasNUL
    if !isRegular { scanUntil = position + RecordIndex.windowBytes }
    return recordsAhead > 0
  }

  @inline(never)
  private func scanNext() -> Bool {
    isFoundAhead = false
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { passLineEnd() }
    guard position < bytes.count else { return false }
    memory.forget()
    start = position
    line = nextLine
    let record = scan.record(at: position, in: bytes)
    end = record.end
    count = min(record.count, limits.columns)
    mayHaveNonASCII = scan.mayHaveNonASCII
    sawEnd = scan.sawEnd
    nextLine = line + record.newlines
    position = end
    if record.isTooLong { skipRestOfLine() }
    isCutOff = position >= bytes.count
    if !isCutOff { passLineEnd() }
    // A carriage return that comes last may be the first half of a line end.
    if isCutOff || position == bytes.count && bytes[position - 1] == 0x0D { sawEnd = true }
    return true
  }

  private func passLineEnd() {
    if bytes[position] == 0x0D {
      if position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 } else { hasLoneReturns = true }
    }
    position += 1
    nextLine += 1
  }

  private func skipRestOfLine() {
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
  }
}

/// A record's fields as plain pointers, which nothing need be asked about for every field. Valid until the walk goes on.
struct RecordFields {
  fileprivate let base: UnsafePointer<UInt8>?
  fileprivate let fences: UnsafePointer<UInt32>?
  /// How many there are; none where the record was scanned for itself, and the walk is asked.
  fileprivate let count: Int
  fileprivate let end: Int
  fileprivate let walk: CSVWalk

  /// A field's text as bytes, empty where there is none of that number.
  @inline(__always)
  subscript(column: Int) -> UnsafeBufferPointer<UInt8> {
    guard UInt(bitPattern: column) < UInt(bitPattern: count), let base, let fences else { return walk.field(column) }
    let first = Int(fences[column] &+ 1)
    let raw = UnsafeBufferPointer(start: base + first, count: min(Int(fences[column + 1]), end) - first)
    return raw.count > 1 && raw[0] == UInt8(ascii: "\"") ? walk.field(column) : raw
  }
}
