import EDTF
import TimelineModel

/// The columns of a compiled timeline, as they lie: no date is parsed and no event made to fill a store with them.
///
/// ```
/// facts     count, then for each row 15 words: earliest, latest, precision, kind, weight, marks, source count, killed ×3, wounded ×3, id hash ×2
/// kinds     a dictionary
/// lists     actors, places, sources: each a dictionary, where each row's list ends, then the codes
/// extras    count, then for each a name and a list
/// links     count, then for each: row, id, kind, target, source
/// ```
/// Everything is 32-bit words, little-endian; a dictionary is a count and string numbers; a missing string is 0, others are counted from 1.
enum CompiledColumns {
  private static let wordsPerRow = 15

  static func bytes(of chunk: RowChunk, _ pool: inout CompiledPool) -> [UInt8] {
    var writer = Writer()
    writer.word(chunk.count)
    for row in chunk.facts { writer.words(of: row) }
    writer.dictionary(chunk.kinds.values, &pool)
    for lists in [chunk.actors, chunk.places, chunk.sources] { writer.lists(lists, &pool) }
    writer.word(chunk.extras.count)
    for (name, lists) in chunk.extras {
      writer.word(pool.number(of: name) + 1)
      writer.lists(lists, &pool)
    }
    writer.word(chunk.links.count)
    for (row, id, link) in chunk.links {
      writer.word(row)
      writer.word(pool.number(of: id) + 1)
      writer.word(pool.number(of: link.kind.rawValue) + 1)
      writer.word(pool.number(of: link.target) + 1)
      writer.word(link.source.map { pool.number(of: $0) + 1 } ?? 0)
    }
    return writer.bytes
  }

  /// Reads the columns; what is damaged comes out empty.
  static func chunk(_ bytes: CompiledBytes, at offset: Int, _ strings: CompiledStrings) -> RowChunk {
    var reader = Reader(bytes: bytes, strings: strings, offset: offset)
    let count = reader.count(wordsEach: wordsPerRow)
    var facts: [RowFacts] = []
    facts.reserveCapacity(count)
    for _ in 0..<count { facts.append(reader.facts()) }
    let kinds = reader.dictionary()
    let (actors, places, sources) = (reader.lists(rows: count), reader.lists(rows: count), reader.lists(rows: count))
    let extras = (0..<reader.count(wordsEach: 3)).map { _ in (name: reader.string() ?? "", lists: reader.lists(rows: count)) }
    let links = (0..<reader.count(wordsEach: 5)).map { _ in
      let row = reader.word()
      let id = reader.string() ?? ""
      let kind = reader.string().flatMap(Link.Kind.init(rawValue:)) ?? .follows
      let target = reader.string() ?? ""
      return (row: min(row, max(0, count - 1)), id: id, link: Link(kind, target, source: reader.string()))
    }
    return RowChunk(facts: facts, kinds: kinds, actors: actors, places: places, sources: sources, extras: extras, links: count > 0 ? links : [])
  }

  private struct Writer {
    var bytes: [UInt8] = []

    mutating func word(_ number: Int) { CompiledTable.append(number, to: &bytes) }
    mutating func word(bits number: Int32) { word(Int(UInt32(bitPattern: number))) }

    mutating func words(of row: RowFacts) {
      word(bits: row.earliest)
      word(bits: row.latest)
      word(Int(row.precision.rawValue))
      word(Int(row.kind))
      word(bits: Int32(clamping: row.weight))
      word(Int(row.marks.rawValue))
      word(Int(row.sourceCount))
      for figure in [row.killed, row.wounded] { for part in figure.parts { word(bits: part) } }
      word(Int(truncatingIfNeeded: row.idHash & 0xFFFF_FFFF))
      word(Int(truncatingIfNeeded: row.idHash >> 32))
    }

    mutating func dictionary(_ values: [String], _ pool: inout CompiledPool) {
      word(values.count)
      for value in values { word(pool.number(of: value) + 1) }
    }

    mutating func lists(_ lists: CodeLists, _ pool: inout CompiledPool) {
      dictionary(lists.dictionary.values, &pool)
      for end in lists.ends { word(Int(end)) }
      word(lists.codes.count)
      for code in lists.codes { word(Int(code)) }
    }
  }

  private struct Reader {
    let bytes: CompiledBytes
    let strings: CompiledStrings
    var offset: Int

    mutating func word() -> Int {
      defer { offset += 4 }
      return bytes.word(at: offset)
    }

    mutating func bits() -> Int32 { Int32(bitPattern: UInt32(truncatingIfNeeded: word())) }

    /// A number of things; none where the bytes could not hold so many.
    mutating func count(wordsEach: Int) -> Int {
      let count = word()
      return count <= (bytes.count - offset) / (4 * wordsEach) ? count : 0
    }

    mutating func string() -> String? {
      let number = word()
      return number > 0 ? strings.string(number - 1) : nil
    }

    mutating func facts() -> RowFacts {
      let (earliest, latest) = (bits(), bits())
      let precision = Precision(rawValue: UInt8(truncatingIfNeeded: word())) ?? .span
      let kind = UInt32(truncatingIfNeeded: word())
      let weight = Int8(clamping: bits())
      let marks = RowMarks(rawValue: UInt8(truncatingIfNeeded: word()))
      let sourceCount = UInt16(clamping: word())
      let killed = PackedFigure(low: bits(), best: bits(), high: bits())
      let wounded = PackedFigure(low: bits(), best: bits(), high: bits())
      let hash = UInt64(word()) | UInt64(word()) << 32
      return RowFacts(
        earliest: earliest, latest: latest, precision: precision, kind: kind, weight: weight, marks: marks, sourceCount: sourceCount, killed: killed,
        wounded: wounded, idHash: hash)
    }

    mutating func dictionary() -> CodeDictionary { CodeDictionary(distinct: (0..<count(wordsEach: 1)).map { _ in string() ?? "" }) }

    mutating func lists(rows: Int) -> CodeLists {
      let dictionary = dictionary()
      let ends = (0..<rows).map { _ in word() }
      let codes = (0..<count(wordsEach: 1)).map { _ in UInt32(truncatingIfNeeded: word()) }
      return CodeLists(dictionary: dictionary, codes: codes, ends: ends)
    }
  }
}
