/// Pieces of bytes end to end, found by number: a count, where each ends, then the pieces.
struct CompiledTable: Sendable {
  let bytes: CompiledBytes
  let count: Int
  private let ends: Int
  private let first: Int

  init(_ bytes: CompiledBytes, at offset: Int) {
    self.bytes = bytes
    // A count that cannot be is a sign of damage; nothing is in the table then.
    let claimed = bytes.word(at: offset)
    count = claimed <= (bytes.count - offset) / 4 ? claimed : 0
    ends = offset + 4
    first = ends + 4 * count
  }

  /// Where the last piece ends.
  var end: Int { count > 0 ? first + bytes.word(at: ends + 4 * (count - 1)) : first }

  /// Where a piece begins; nil when there is none of that number.
  func start(of index: Int) -> Int? {
    guard index >= 0, index < count else { return nil }
    return first + (index > 0 ? bytes.word(at: ends + 4 * (index - 1)) : 0)
  }

  /// Where a piece begins and ends.
  func range(of index: Int) -> Range<Int>? {
    guard let start = start(of: index) else { return nil }
    return start..<max(start, first + bytes.word(at: ends + 4 * index))
  }

  static func bytes(of pieces: [[UInt8]]) -> [UInt8] {
    var out: [UInt8] = []
    append(pieces.count, to: &out)
    var end = 0
    for piece in pieces {
      end += piece.count
      append(end, to: &out)
    }
    for piece in pieces { out += piece }
    return out
  }

  /// A number as four bytes, little-endian; it saturates, far beyond what a curated timeline takes.
  static func append(_ number: Int, to out: inout [UInt8]) {
    let word = UInt32(clamping: number)
    for shift in stride(from: 0, to: 32, by: 8) { out.append(UInt8(truncatingIfNeeded: word >> UInt32(shift))) }
  }
}

/// The strings of a compiled timeline, made one by one as they are asked for.
struct CompiledStrings: Sendable {
  let table: CompiledTable

  /// The string of a number; empty where there is none.
  func string(_ number: Int) -> String { table.range(of: number).map(table.bytes.text) ?? "" }
}

/// The distinct strings of a timeline that is being compiled, in order of first mention.
struct CompiledPool {
  private(set) var strings: [String] = []
  private var numbers: [String: Int] = [:]

  mutating func number(of string: String) -> Int {
    if let known = numbers[string], strings[known].utf8.elementsEqual(string.utf8) { return known }
    numbers[string] = strings.count
    strings.append(string)
    return strings.count - 1
  }
}
