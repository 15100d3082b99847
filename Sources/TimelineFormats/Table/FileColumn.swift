import TimelineModel

/// A column of a file: the words of all lanes, each once, numbered in the order in which the file first has them, whichever lane met them.
struct FileColumn: Sendable {
  private let table = WordTable()
  private let source: any WordSource
  /// What the words of each lane are here, with the lane's table, so that no other can come to stand at its address.
  private var numbers: [ObjectIdentifier: (table: WordTable, numbers: [UInt32])] = [:]

  /// - Parameter name: what a word is called, where that is not the word itself.
  init(name: @escaping @Sendable (String) -> String = { $0 }) { source = FileWords(table, name) }

  /// A column whose words are the ids of places.
  init(places describe: @escaping @Sendable (_ note: [String]) -> PlaceAndAround?) { source = FilePlaces(table, describe) }

  var count: Int { table.count }
  var dictionary: CodeDictionary { CodeDictionary(source, count: table.count) }

  func text(_ number: Int) -> String { table.text(number) }
  func note(_ number: Int) -> String { String(decoding: table.note(number), as: UTF8.self) }

  /// The places from some number on as new ones; nil where the words are no places.
  func names(from known: Int) -> PlaceNames? {
    (source as? FilePlaces).map { PlaceNames(source: $0, known: known, count: table.count) }
  }

  /// The codes of a stretch, which has to come after all before it in the file.
  mutating func lists(_ column: LaneColumn, rows: Int) -> CodeLists {
    let numbers = numbers(of: column)
    switch column.codes {
    case .none: return CodeLists(dictionary: dictionary, codes: [], risingEnds: Array(repeating: 0, count: rows))
    case .single(let codes): return CodeLists(dictionary: dictionary, single: codes.renumbered(numbers, bound: table.count))
    case .lists(let codes, let ends): return CodeLists(dictionary: dictionary, codes: codes.map { numbers[Int($0)] }, risingEnds: ends)
    }
  }

  /// Lets go of the lanes, which will not bring anything more.
  mutating func forgetLanes() { numbers = [:] }

  /// What the words of a lane are here, the new ones entered.
  mutating func numbers(of column: LaneColumn) -> [UInt32] {
    var known = numbers.removeValue(forKey: ObjectIdentifier(column.words))?.numbers ?? []
    known += table.adopt(min(known.count, column.count)..<column.count, of: column.words)
    numbers[ObjectIdentifier(column.words)] = (column.words, known)
    return known
  }
}

/// The words of a column for whoever looks at one.
private final class FileWords: WordSource {
  private let table: WordTable
  private let name: @Sendable (String) -> String

  init(_ table: WordTable, _ name: @escaping @Sendable (String) -> String) { (self.table, self.name) = (table, name) }

  func word(_ number: Int) -> String { name(table.text(number)) }
}
