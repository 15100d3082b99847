import EDTF
import TimelineModel

/// Writes the parts of a timeline as varints. What ``CompiledCursor`` reads, in the same order.
struct CompiledWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ number: Int) {
    // Zigzag, so that small negative numbers are short too.
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func text(_ text: String?, _ pool: inout CompiledPool) { number(text.map { pool.number(of: $0) + 1 } ?? 0) }
  mutating func date(_ date: EDTFDate?, _ pool: inout CompiledPool) { text(date?.text, &pool) }

  /// A number that may be missing.
  mutating func optional(_ value: Int?) {
    number(value == nil ? 0 : 1)
    if let value { number(value) }
  }

  /// Degrees, kept to the bit.
  mutating func degrees(_ value: Double?) { optional(value.map { Int(truncatingIfNeeded: Int64(bitPattern: $0.bitPattern)) }) }

  mutating func list<Element>(_ elements: [Element], _ body: (inout CompiledWriter, Element) -> Void) {
    number(elements.count)
    for element in elements { body(&self, element) }
  }

  mutating func texts(_ texts: [String], _ pool: inout CompiledPool) {
    number(texts.count)
    for text in texts { self.text(text, &pool) }
  }

  mutating func figure(_ figure: Figure?) {
    number(figure == nil ? 0 : 1)
    guard let figure else { return }
    number(figure.low)
    optional(figure.best)
    number(figure.high)
  }

  mutating func location(_ location: SourceLocation?, _ pool: inout CompiledPool) {
    text(location?.file, &pool)
    guard let location else { return }
    number(location.line)
    number(location.column)
  }
}
