package import TimelineModel

/// The bytes of a text file made fit for a parser: valid UTF-8 without a byte order mark, the start of every line, and what had to be mended.
///
/// Lines end in LF, CR LF or (with a problem) a lone CR. Everything that another reader of YAML or JSON would take differently or refuse is reported
/// here once and for all: invalid UTF-8, control characters, the separators U+2028 and U+2029.
package struct SourceText: Sendable {
  package let bytes: [UInt8]
  /// The offset of each line's first byte. Never empty.
  package let lineStarts: [Int32]
  package let problems: [TextProblem]
  /// How many more problems there are than the limits list.
  package let unlisted: Int

  /// - Complexity: one pass over the bytes; a second one and a copy only for a text that has to be mended.
  package init(_ raw: [UInt8], limits: ReadingLimits = .standard) {
    if let refusal = Self.refusal(of: raw, limits: limits) {
      bytes = []
      lineStarts = [0]
      problems = [refusal]
      unlisted = 0
      return
    }
    var notes: [TextProblem] = []
    var text = raw
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) {
      text.removeFirst(3)
      notes.append(
        TextProblem(
          .warning, at: 0, code: "byte-order-mark", "The file begins with a byte order mark", remedy: "Save it as UTF-8 without a mark; the mark was skipped"))
    }
    var scan = Scan(limit: limits.problems)
    scan.walk(text)
    if scan.hasInvalidBytes {
      // Every bad byte is replaced by U+FFFD, and the walk is done again for offsets that fit the mended text.
      let reports = scan.notes.filter { $0.code == "invalid-utf8" }
      text = Array(String(decoding: text, as: UTF8.self).utf8)
      scan = Scan(limit: limits.problems)
      scan.walk(text)
      notes += reports.map { report in
        var moved = report
        moved.offset = min(Self.firstReplacement(in: text) ?? 0, text.count)
        return moved
      }
    }
    bytes = text
    lineStarts = scan.lineStarts
    problems = notes + scan.notes
    unlisted = scan.unlisted
  }

  /// The line (from 1) and column (from 1, in Unicode scalars) of an offset; an offset behind the end is the end.
  ///
  /// - Complexity: O(log lines + length of the line).
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let offset = max(0, min(offset, bytes.count))
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return (low + 1, column(of: offset, from: Int(lineStarts[low])))
  }

  /// Where the last question was answered; the next one in the order of the text goes on from there.
  struct Cursor: Sendable {
    var line = 0
    var offset = 0
    var column = 1
  }

  /// The same as ``position(of:)``, in time that depends only on the distance from the last question, as long as the questions come in the order of
  /// the text.
  func position(of offset: Int, from cursor: inout Cursor) -> (line: Int, column: Int) {
    if offset < cursor.offset { cursor = Cursor() }
    while cursor.line + 1 < lineStarts.count, Int(lineStarts[cursor.line + 1]) <= offset {
      cursor.line += 1
      cursor.offset = Int(lineStarts[cursor.line])
      cursor.column = 1
    }
    cursor.column += scalars(from: cursor.offset, to: min(offset, bytes.count))
    cursor.offset = max(cursor.offset, min(offset, bytes.count))
    return (cursor.line + 1, cursor.column)
  }

  private func scalars(from start: Int, to end: Int) -> Int {
    var count = 0
    var index = start
    while index < end {
      if bytes[index] & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }

  /// In a line of more than 64 KB, which no editor shows well, the column counts scalars at its beginning and bytes from there on: a question must not cost more
  /// because of it.
  private func column(of offset: Int, from start: Int) -> Int {
    let end = min(offset, bytes.count)
    let counted = min(end, start + (1 << 16))
    return 1 + scalars(from: start, to: counted) + (end - counted)
  }

  package func location(of offset: Int, in file: String) -> SourceLocation {
    let (line, column) = position(of: offset)
    return SourceLocation(file: file, line: line, column: column)
  }

  /// Where a line's text ends, its line break left out.
  func end(ofLine line: Int) -> Int {
    let start = Int(lineStarts[line])
    var end = line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  /// Why the file is not read at all, or nil.
  private static func refusal(of raw: [UInt8], limits: ReadingLimits) -> TextProblem? {
    if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
      return TextProblem(.error, at: 0, code: "utf-16", "The file is UTF-16", remedy: "Save it as UTF-8; nothing of it was read")
    }
    if raw.count > limits.fileBytes {
      return TextProblem(
        .error, at: 0, code: "file-too-large", "The file has \(raw.count) bytes and at most \(limits.fileBytes) are read",
        remedy: "Split it by period; nothing of it was read")
    }
    return nil
  }

  private static func firstReplacement(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index + 2 < bytes.count {
      if bytes[index] == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBD { return index }
      index += 1
    }
    return nil
  }
}

/// The one walk over a text: lines, encoding, characters that do not belong.
private struct Scan {
  var lineStarts: [Int32] = [0]
  var notes: [TextProblem] = []
  var hasInvalidBytes = false
  var unlisted = 0
  let limit: Int
  private var hasNotedCarriageReturn = false

  init(limit: Int) { self.limit = limit }

  private mutating func note(_ problem: TextProblem) {
    if notes.count < limit { notes.append(problem) } else { unlisted += 1 }
  }

  mutating func walk(_ bytes: [UInt8]) {
    lineStarts.reserveCapacity(bytes.count / 48 + 1)
    var index = 0
    let count = bytes.count
    while index < count {
      // Nearly every byte is printable ASCII: one comparison for both ends of its range.
      while index < count, bytes[index] &- 0x20 < 0x5F { index += 1 }
      guard index < count else { return }
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        index += 1
        lineStarts.append(Int32(truncatingIfNeeded: index))
      } else if byte >= 0x80 {
        index += multibyte(at: index, in: bytes)
      } else {
        control(byte, at: index, next: index + 1 < count ? bytes[index + 1] : 0)
        index += 1
      }
    }
  }

  private mutating func control(_ byte: UInt8, at index: Int, next: UInt8) {
    switch byte {
    case UInt8(ascii: "\t"): return
    case UInt8(ascii: "\r"):
      if next != UInt8(ascii: "\n") {
        lineStarts.append(Int32(truncatingIfNeeded: index + 1))
        note(
          TextProblem(.error, at: index, code: "carriage-return", "A carriage return stands alone here", remedy: "End lines with LF; it was read as a line end")
        )
      } else if !hasNotedCarriageReturn {
        hasNotedCarriageReturn = true
        note(
          TextProblem(.warning, at: index, code: "crlf", "Lines end in CR LF", remedy: "Save the file with LF line ends, so that changes compare line by line"))
      }
    default: forbid(UInt32(byte), at: index)
    }
  }

  private mutating func forbid(_ scalar: UInt32, at index: Int) {
    let hex = String(scalar, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    let isNul = scalar == 0
    note(
      TextProblem(
        .error, at: index, code: isNul ? "nul" : "control-character", isNul ? "A NUL byte stands here" : "The character \(name) does not belong in a text",
        remedy: "Remove it"))
  }

  /// Checks one character of several bytes by the table of well-formed sequences (Unicode, table 3-7).
  /// - Returns: how many bytes to go on by.
  private mutating func multibyte(at index: Int, in bytes: [UInt8]) -> Int {
    let lead = bytes[index]
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    let length: Int
    let range: ClosedRange<UInt8>
    switch lead {
    case 0xC2...0xDF: (length, range) = (2, 0x80...0xBF)
    case 0xE0: (length, range) = (3, 0xA0...0xBF)
    case 0xED: (length, range) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, range) = (3, 0x80...0xBF)
    case 0xF0: (length, range) = (4, 0x90...0xBF)
    case 0xF4: (length, range) = (4, 0x80...0x8F)
    case 0xF1...0xF3: (length, range) = (4, 0x80...0xBF)
    default:
      invalid(at: index)
      return 1
    }
    guard range.contains(second), index + length <= bytes.count else {
      invalid(at: index)
      return 1
    }
    var tail = index + 2
    while tail < index + length {
      guard bytes[tail] & 0xC0 == 0x80 else {
        invalid(at: index)
        return tail - index
      }
      tail += 1
    }
    if lead == 0xC2, second < 0xA0 { forbid(UInt32(second), at: index) }
    if lead == 0xE2, second == 0x80, bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 { forbid(0x2000 + UInt32(bytes[index + 2] & 0x3F), at: index) }
    return length
  }

  private mutating func invalid(at index: Int) {
    guard !hasInvalidBytes else { return }
    hasInvalidBytes = true
    note(
      TextProblem(
        .error, at: index, code: "invalid-utf8", "The bytes here are not UTF-8",
        remedy: "Save the file as UTF-8; such bytes are shown as \u{FFFD} in the whole file"))
  }
}
