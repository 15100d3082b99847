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
  ///   - bytes: of a file that may be anything. The lists of sources and extras are left there until somebody asks; a file that is changed in its place until then
  ///     gives empty ones.
  ///   - key: what has to stand there; where other bytes stand, it is of other files or of another annals.
  ///   - readers: of the files, each opened and at its beginning, in their order.
  /// - Returns: nil where anything at all is not as it was written. Whether the columns are sound is left to whoever makes a store of them.
  package init?(_ bytes: TableBytes, key: [UInt8], readers: [RowReader]) {
    do throws(Damaged) { self = try Self.read(bytes, key, readers) } catch { return nil }
  }

  private static func read(_ bytes: TableBytes, _ key: [UInt8], _ readers: [RowReader]) throws(Damaged) -> KeptSet {
    var reader = try SectionReader(bytes)
    guard try reader.numbers(of: UInt8.self) == key else { throw Damaged() }
    let remarks = KeptRemarks(try reader.compiled())
    guard let named = CompiledTimeline(try reader.compiled()) else { throw Damaged() }
    let facts = reader.next
    let records = facts + factSections
    let lists = records + 3
    guard reader.count == lists + listSections * (3 + remarks.extras.count) else { throw Damaged() }
    // Everything but the facts on the other processor.
    let sections = reader
    let errand = Workers.begin {
      try? (parts: Self.parts(sections.from(records), remarks.parts, readers), lists: Self.lists(sections.from(lists), extras: remarks.extras.count))
    }
    var columns = try Self.facts(sections.from(facts), remarks.kinds)
    guard let rest = errand.finish() else { throw Damaged() }
    (columns.actors, columns.places) = (rest.lists.actors, rest.lists.places)
    columns.extras = remarks.extras.map { ($0, KeptColumns.Lists()) }
    columns.late = rest.lists.late(rows: columns.count)
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
    guard let most = Precision.allCases.map(\.rawValue).max(), precision.allSatisfy({ $0 <= most }) else { throw Damaged() }
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

  /// The lists of a set: those that the first screen shows, and where the others lie.
  private struct KeptLists {
    let actors: KeptColumns.Lists
    let places: KeptColumns.Lists
    /// Stands before the sources, behind which the extras follow.
    let others: SectionReader
    let extras: Int

    func late(rows: Int) -> KeptColumns.Late {
      func list(_ number: Int) -> Lazily<KeptColumns.Lists> {
        Lazily { [others] in
          var reader = others.from(others.next + number * KeptSet.listSections)
          guard let lists = try? KeptColumns.Lists(from: &reader), lists.isSound(rows: rows) else { return KeptColumns.Lists() }
          return lists
        }
      }
      return KeptColumns.Late(sources: list(0), extras: (0..<extras).map { list(1 + $0) })
    }
  }

  private static func lists(_ sections: SectionReader, extras: Int) throws(Damaged) -> KeptLists {
    var reader = sections
    let (actors, places) = (try KeptColumns.Lists(from: &reader), try KeptColumns.Lists(from: &reader))
    let others = reader
    try reader.leave(Self.listSections * (1 + extras))
    return KeptLists(actors: actors, places: places, others: others, extras: extras)
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
