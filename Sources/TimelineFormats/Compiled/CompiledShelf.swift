import TimelineModel

/// Records that begin with an id, in an order of their own, found by number and by id; each is read when it is asked for.
///
/// ```
/// table     count, ends, the records end to end (``CompiledTable``)
/// byID      for each record in order of the ids' bytes its number
/// ```
struct CompiledShelf: Sendable {
  private let table: CompiledTable
  private let strings: CompiledStrings
  /// Where ``byID`` begins.
  private let byID: Int

  init(_ bytes: CompiledBytes, at offset: Int, _ strings: CompiledStrings) {
    table = CompiledTable(bytes, at: offset)
    self.strings = strings
    byID = table.end
  }

  static func bytes(of records: [(id: Identifier, bytes: [UInt8])]) -> [UInt8] {
    var out = CompiledTable.bytes(of: records.map(\.bytes))
    let sorted = records.indices.sorted { one, other in
      if records[one].id.utf8.elementsEqual(records[other].id.utf8) { return one < other }
      return records[one].id.utf8.lexicographicallyPrecedes(records[other].id.utf8)
    }
    for number in sorted { CompiledTable.append(number, to: &out) }
    return out
  }

  var count: Int { table.count }

  /// A cursor at the beginning of a record; nil when there is none of that number.
  func cursor(at number: Int) -> CompiledCursor? { table.start(of: number).map { CompiledCursor(table.bytes, at: $0, strings) } }

  /// The number of the first record with an id.
  ///
  /// - Complexity: O(log n), and no string is made.
  func number(of id: Identifier) -> Int? {
    var id = id
    return id.withUTF8 { id in
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if order(at: middle, against: id) < 0 { low = middle + 1 } else { high = middle }
      }
      guard low < count, order(at: low, against: id) == 0 else { return nil }
      return record(at: low)
    }
  }

  private func record(at place: Int) -> Int { table.bytes.word(at: byID + 4 * place) }

  /// How the id at a place of the order stands to another: below 0, 0 or above 0.
  private func order(at place: Int, against id: UnsafeBufferPointer<UInt8>) -> Int {
    guard var cursor = cursor(at: record(at: place)) else { return -1 }
    let string = cursor.number()
    guard string > 0, let range = strings.table.range(of: string - 1) else { return -1 }
    return table.bytes.order(of: range, against: id)
  }
}
