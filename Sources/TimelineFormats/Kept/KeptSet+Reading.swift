import Bytes
import EDTF
import TimelineModel

extension KeptSet {
  private typealias Damaged = SectionReader.Damaged

  private static let factSections = 11
  private static let listSections = 7

  /// Takes back what was kept.
  ///
  /// - Parameters:
  ///   - bytes: of a file that may be anything.
  ///   - key: what has to stand there; where other bytes stand, it is of other files or of another annals.
  ///   - readers: of the files, each opened and at its beginning, in their order.
  /// - Returns: nil where anything at all is not as it was written. Whether the columns are sound is left to whoever makes a store of them.
  package init?(_ bytes: UnsafeRawBufferPointer, key: [UInt8], readers: [RowReader]) {
    do throws(Damaged) { self = try Self.read(bytes, key, readers) } catch { return nil }
  }

  private static func read(_ bytes: UnsafeRawBufferPointer, _ key: [UInt8], _ readers: [RowReader]) throws(Damaged) -> KeptSet {
    var reader = try SectionReader(bytes)
    guard try reader.numbers(of: UInt8.self) == key else { throw Damaged() }
    let remarks = KeptRemarks(try reader.compiled())
    guard let named = CompiledTimeline(try reader.compiled()) else { throw Damaged() }
    let facts = reader.next
    let records = facts + factSections
    let lists = records + 3
    guard reader.count == lists + listSections * (3 + remarks.extras.count) else { throw Damaged() }
    // The lists are about half of it. Whoever reads them is waited for whatever becomes of the rest, for the bytes are only lent.
    let sections = reader
    let errand = Workers.begin { try? Self.lists(sections.from(lists), remarks.extras) }
    let rest = try? (columns: Self.facts(sections.from(facts), remarks.kinds), parts: Self.parts(sections.from(records), remarks.parts, readers))
    guard let made = errand.finish(), let rest else { throw Damaged() }
    var columns = rest.columns
    (columns.actors, columns.places, columns.sources, columns.extras) = (made[0].lists, made[1].lists, made[2].lists, Array(made[3...]))
    return KeptSet(columns: columns, directory: named.directory, parts: rest.parts, problems: remarks.problems)
  }

  private static func facts(_ sections: SectionReader, _ kinds: [String]) throws(Damaged) -> KeptColumns {
    var reader = sections
    var columns = KeptColumns()
    columns.kinds = kinds
    columns.earliest = try reader.numbers()
    let count = columns.earliest.count
    columns.latest = try reader.numbers(count)
    let precision: [UInt8] = try reader.numbers(count)
    guard precision.allSatisfy({ $0 < Precision.allCases.count }) else { throw Damaged() }
    columns.precision = precision.map { Precision(rawValue: $0) ?? .span }
    columns.marks = try reader.marks(count)
    columns.kind = try reader.numbers(count)
    columns.weight = try reader.numbers(count)
    columns.sourceCount = try reader.numbers(count)
    columns.killed = try reader.figures()
    columns.wounded = try reader.figures()
    columns.idHash = try reader.numbers(count)
    columns.arrival = try reader.numbers()
    return columns
  }

  private static func parts(_ sections: SectionReader, _ remarks: [KeptRemarks.Part], _ readers: [RowReader]) throws(Damaged) -> [KeptPart] {
    var reader = sections
    var starts: ArraySlice<UInt32> = try reader.numbers()[...]
    var lines: ArraySlice<UInt32> = try reader.numbers()[...]
    var textRows: ArraySlice<UInt32> = try reader.numbers()[...]
    var parts: [KeptPart] = []
    for part in remarks {
      func taken(_ count: Int, _ numbers: inout ArraySlice<UInt32>) throws(Damaged) -> [UInt32] {
        guard count >= 0, count <= numbers.count else { throw Damaged() }
        defer { numbers = numbers.dropFirst(count) }
        return Array(numbers.prefix(count))
      }
      let records = KeptRecords(
        base: part.base, end: part.end, starts: try taken(part.rows, &starts), lines: try taken(part.rows, &lines), oddities: part.oddities)
      guard readers.indices.contains(part.file), let decoder = readers[part.file].decoder(of: records) else { throw Damaged() }
      parts.append(KeptPart(decoder: decoder, rows: part.rows, textRows: try taken(part.textRows, &textRows)))
    }
    guard starts.isEmpty, lines.isEmpty, textRows.isEmpty else { throw Damaged() }
    return parts
  }

  private static func lists(_ sections: SectionReader, _ extras: [String]) throws(Damaged) -> [(name: String, lists: KeptColumns.Lists)] {
    var reader = sections
    var all: [(name: String, lists: KeptColumns.Lists)] = []
    for name in ["", "", ""] + extras { all.append((name, try KeptColumns.Lists(from: &reader))) }
    return all
  }
}

extension KeptColumns.Lists {
  fileprivate init(from reader: inout SectionReader) throws(SectionReader.Damaged) {
    self.init()
    let shape: [UInt64] = try reader.numbers(2)
    guard let sort = KeptSet.Sort(rawValue: shape[0]), let own = Int(exactly: shape[1]) else { throw SectionReader.Damaged() }
    switch sort {
    case .many: codes = try reader.numbers()
    case .bytes: single = .bytes(try reader.numbers())
    case .halves: single = .halves(try reader.numbers())
    case .words: single = .words(try reader.numbers())
    }
    starts = try reader.numbers()
    aboveStarts = try reader.numbers()
    above = try reader.numbers()
    let words = try KeptWords(from: &reader)
    valueCount = words.count
    if own != words.count { ownCount = own }
    values = { words.texts }
  }
}
