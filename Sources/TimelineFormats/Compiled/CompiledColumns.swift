import EDTF
import TimelineModel

/// The columns of a compiled timeline, as they lie: no date is parsed, no event made and no name looked up to open a store of them.
///
/// ```
/// count      n
/// facts      earliest [i32 × n], latest [i32 × n], kind [u32 × n], id hash [u64 × n], source count [u16 × n], precision, marks, weight [u8 × n]
/// figures    killed, wounded: count (n or 0), then low, best, high [i32] of each row
/// kinds      a dictionary: count, string numbers [u32]
/// lists      actors, places, sources: a dictionary, starts [u32 × n+1], count, codes [u32], whether anything lies above; if so for each code
///            where those above it start [u32 × codes+1], then count, codes [u32]
/// extras     count, then for each the number of its name, and a list
/// links      count, bearers [u32], targets [i32], then for each the string numbers of the bearer's id, kind, target and source
/// ```
/// Everything is little-endian; counts and single numbers are 32-bit words. A missing string is 0, others are counted from 1.
enum CompiledColumns {
  static func bytes(of columns: KeptColumns, _ pool: inout CompiledPool) -> [UInt8] {
    var writer = Writer()
    writer.word(columns.count)
    writer.numbers(columns.earliest)
    writer.numbers(columns.latest)
    writer.numbers(columns.kind)
    writer.numbers(columns.idHash)
    writer.numbers(columns.sourceCount)
    writer.numbers(columns.precision.map(\.rawValue))
    writer.numbers(columns.marks.map(\.rawValue))
    writer.numbers(columns.weight)
    for figures in [columns.killed, columns.wounded] { writer.counted(figures.flatMap(\.parts)) }
    writer.strings(columns.kinds, &pool)
    for lists in [columns.actors, columns.places, columns.sources] { writer.lists(lists, &pool) }
    writer.word(columns.extras.count)
    for (name, lists) in columns.extras {
      writer.strings([name], &pool)
      writer.lists(lists, &pool)
    }
    writer.counted(columns.links.bearers)
    writer.numbers(columns.links.targets)
    for number in columns.links.bearers.indices {
      let (id, link) = columns.links.link(number)
      for text in [id, link.kind.rawValue, link.target, link.source] { writer.word(text.map { pool.number(of: $0) + 1 } ?? 0) }
    }
    return writer.bytes
  }

  /// Reads the columns; what is damaged comes out empty, or not sound.
  static func columns(_ bytes: CompiledBytes, at offset: Int, _ strings: CompiledStrings) -> KeptColumns {
    var reader = Reader(bytes: bytes, strings: strings, offset: offset)
    var columns = KeptColumns()
    let count = reader.word()
    columns.earliest = reader.numbers(count)
    columns.latest = reader.numbers(count)
    columns.kind = reader.numbers(count)
    columns.idHash = reader.numbers(count)
    columns.sourceCount = reader.numbers(count)
    columns.precision = reader.numbers(count).map { Precision(rawValue: $0) ?? .span }
    columns.marks = reader.numbers(count).map(RowMarks.init(rawValue:))
    columns.weight = reader.numbers(count)
    columns.killed = reader.figures()
    columns.wounded = reader.figures()
    columns.kinds = reader.texts()
    columns.actors = reader.lists(rows: count)
    columns.places = reader.lists(rows: count)
    columns.sources = reader.lists(rows: count)
    // A count that cannot be is a sign of damage, and would only take time.
    for _ in 0..<min(reader.word(), bytes.count / 4) where !reader.isAtEnd {
      columns.extras.append((reader.texts().first ?? "", reader.lists(rows: count)))
    }
    columns.links = reader.links()
    return columns
  }

  private struct Writer {
    var bytes: [UInt8] = []

    mutating func word(_ number: Int) { CompiledTable.append(number, to: &bytes) }

    mutating func numbers<Number: FixedWidthInteger>(_ numbers: [Number]) {
      for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
    }

    mutating func counted<Number: FixedWidthInteger>(_ numbers: [Number]) {
      word(numbers.count)
      self.numbers(numbers)
    }

    mutating func strings(_ values: [String], _ pool: inout CompiledPool) {
      word(values.count)
      for value in values { word(pool.number(of: value) + 1) }
    }

    mutating func lists(_ lists: KeptColumns.Lists, _ pool: inout CompiledPool) {
      let lists = lists.spread
      strings(lists.values(), &pool)
      numbers(lists.starts)
      counted(lists.codes)
      word(lists.aboveStarts.isEmpty ? 0 : 1)
      guard !lists.aboveStarts.isEmpty else { return }
      numbers(lists.aboveStarts)
      counted(lists.above)
    }
  }

  private struct Reader {
    let bytes: CompiledBytes
    let strings: CompiledStrings
    var offset: Int

    var isAtEnd: Bool { offset >= bytes.count }

    mutating func word() -> Int {
      defer { offset += 4 }
      return bytes.word(at: offset)
    }

    mutating func numbers<Number: FixedWidthInteger & BitwiseCopyable>(_ count: Int) -> [Number] {
      let numbers = bytes.numbers(count, at: offset, as: Number.self)
      offset += numbers.count * MemoryLayout<Number>.size
      return numbers
    }

    mutating func figures() -> [PackedFigure] {
      let parts: [Int32] = numbers(word())
      return stride(from: 0, to: parts.count - parts.count % 3, by: 3).map { PackedFigure(low: parts[$0], best: parts[$0 + 1], high: parts[$0 + 2]) }
    }

    mutating func texts() -> [String] { Self.texts(numbers(word()), strings) }

    private static func texts(_ numbers: [UInt32], _ strings: CompiledStrings) -> [String] { numbers.map { $0 > 0 ? strings.string(Int($0) - 1) : "" } }

    mutating func lists(rows: Int) -> KeptColumns.Lists {
      var lists = KeptColumns.Lists()
      let values: [UInt32] = numbers(word())
      lists.valueCount = values.count
      lists.values = { [strings] in Self.texts(values, strings) }
      lists.starts = numbers(rows + 1)
      lists.codes = numbers(word())
      guard word() != 0 else { return lists }
      lists.aboveStarts = numbers(lists.valueCount + 1)
      lists.above = numbers(word())
      return lists
    }

    mutating func links() -> KeptColumns.Links {
      var links = KeptColumns.Links()
      links.bearers = numbers(word())
      links.targets = numbers(links.bearers.count)
      let (bytes, strings, first) = (bytes, strings, offset)
      links.link = { number in
        func text(_ place: Int) -> String? {
          let string = bytes.word(at: first + 16 * number + 4 * place)
          return string > 0 ? strings.string(string - 1) : nil
        }
        return (text(0) ?? "", Link(text(1).flatMap(Link.Kind.init(rawValue:)) ?? .follows, text(2) ?? "", source: text(3)))
      }
      return links
    }
  }
}
