import TimelineModel

/// The sources of a compiled timeline, in order of their ids; each is made when it is asked for.
struct CompiledSources: SourceShelf {
  let table: CompiledTable
  let bytes: CompiledBytes
  let strings: CompiledStrings

  var count: Int { table.count }

  func source(at position: Int) -> Source {
    guard var cursor = cursor(at: position) else { return Source(id: "", publisher: "", title: "") }
    return Source(from: &cursor)
  }

  /// - Complexity: O(log n), a string each.
  func position(of id: Identifier) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self.id(at: middle) < id { low = middle + 1 } else { high = middle }
    }
    return low < count && self.id(at: low) == id ? low : nil
  }

  private func id(at position: Int) -> Identifier {
    guard var cursor = cursor(at: position) else { return "" }
    return cursor.text() ?? ""
  }

  private func cursor(at position: Int) -> CompiledCursor? { table.start(of: position).map { CompiledCursor(bytes, at: $0, strings) } }
}
