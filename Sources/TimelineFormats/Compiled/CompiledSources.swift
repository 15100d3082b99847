import TimelineModel

/// The sources of a compiled timeline, in the order of its files; each is made when it is asked for.
struct CompiledSources: SourceShelf {
  let shelf: CompiledShelf

  var count: Int { shelf.count }
  func position(of id: Identifier) -> Int? { shelf.number(of: id) }

  func source(at position: Int) -> Source {
    guard var cursor = shelf.cursor(at: position) else { return Source(id: "", publisher: "", title: "") }
    return Source(from: &cursor)
  }
}
