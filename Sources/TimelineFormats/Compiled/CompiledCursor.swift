import EDTF
import TimelineModel

/// Walks over a part of a compiled timeline. Beyond the end everything is zero and empty.
struct CompiledCursor {
  private let bytes: CompiledBytes
  private let strings: CompiledStrings
  private var offset: Int

  init(_ bytes: CompiledBytes, at offset: Int, _ strings: CompiledStrings) {
    self.bytes = bytes
    self.strings = strings
    self.offset = offset
  }

  mutating func number() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { break }
      shift += 7
    }
    return Int(truncatingIfNeeded: Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
  }

  /// Goes past a number, or a text, unread.
  mutating func skip() { _ = number() }

  mutating func text() -> String? {
    let number = number()
    return number > 0 ? strings.string(number - 1) : nil
  }

  mutating func date() -> EDTFDate? { text().flatMap { try? EDTFDate($0) } }
  mutating func optional() -> Int? { number() == 0 ? nil : number() }
  mutating func degrees() -> Double? { optional().map { Double(bitPattern: UInt64(bitPattern: Int64($0))) } }

  /// A list; a count that the bytes could not hold is a sign of damage and gives none.
  mutating func list<Element>(_ body: (inout CompiledCursor) -> Element) -> [Element] {
    let count = number()
    guard count > 0, count <= bytes.count - offset else { return [] }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(body(&self)) }
    return elements
  }

  mutating func texts() -> [String] { list { $0.text() ?? "" } }

  mutating func figure() -> Figure? {
    guard number() != 0 else { return nil }
    let low = number()
    let best = optional()
    return Figure(low: low, best: best, high: number())
  }

  mutating func location() -> SourceLocation? {
    guard let file = text() else { return nil }
    let line = number()
    return SourceLocation(file: file, line: line, column: number())
  }
}
