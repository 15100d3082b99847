import Fuzzing
import TimelineFormats
package import TimelineModel
package import TimelineStore

/// The lines of a text as the readers count them: what locations are held against.
package struct LineLengths {
  /// What a carriage return without a line feed is.
  package enum LoneReturn {
    case text
    case lineEnd
    /// In a table it ends a line, but not within quotes, of which only the reader knows where they are.
    case either
  }

  private var scalars = [0]
  /// For each line how many carriage returns up to its end may have ended lines that are not counted here.
  private var returns = [0]

  package init(_ bytes: some Collection<UInt8>, loneReturn: LoneReturn = .lineEnd) {
    var former: Unicode.Scalar?
    var rest = Substring(String(decoding: bytes, as: UTF8.self)).unicodeScalars
    if rest.first == "\u{FEFF}" { rest.removeFirst() }
    for scalar in rest {
      if former == "\r", scalar != "\n" { meet(loneReturn) }
      scalars[scalars.count - 1] += 1
      if scalar == "\n" { begin() }
      former = scalar
    }
    if former == "\r" { meet(loneReturn) }
  }

  private mutating func meet(_ loneReturn: LoneReturn) {
    switch loneReturn {
    case .text: break
    case .lineEnd: begin()
    case .either: returns[returns.count - 1] += 1
    }
  }

  private mutating func begin() {
    scalars.append(0)
    returns.append(returns.last ?? 0)
  }

  /// Column 0 stands for a whole line.
  package func contains(_ location: SourceLocation) -> Bool {
    guard location.line >= 1, location.column >= 0 else { return false }
    return scalars.indices.contains { line in
      (line + 1...line + 1 + returns[line]).contains(location.line) && location.column <= scalars[line] + 1
    }
  }
}

/// Whether every problem stands in its file, says something, and not too many do.
package func checkProblems(_ problems: [Problem], in name: String, _ lines: LineLengths) {
  demand(problems.count <= 1_100, "\(problems.count) problems")
  for problem in problems {
    demand(problem.location.file == name, "a problem of another file: \(problem)")
    demand(lines.contains(problem.location), "a problem outside of its file: \(problem)")
    demand(!problem.code.isEmpty && !problem.what.isEmpty, "a problem without words: \(problem)")
  }
}

/// Whether a store answers for its rows as it should, whatever these are.
package func checkStore(_ store: EventStore) {
  let all = store.all
  demand(all.count == store.count, "not all rows are among all")
  let rows = all.rows(0..<store.count)
  demand(Set(rows).count == store.count, "a row stands twice in the list")
  for (position, row) in rows.enumerated() {
    demand(all.position(of: row) == position, "a row stands elsewhere than where it was found")
    let summary = store.summary(at: row)
    demand(position >= store.count - all.undatedCount || store.isDated(row), "an undated row stands among the dated")
    guard position < 20 else { continue }
    demand(store.row(of: summary.id).map { store.event(at: $0).id } == summary.id, "an id leads elsewhere")
    for link in store.links(of: row) { demand(link.row.map { $0.number >= 0 && $0.number < store.count } ?? true, "a link out of the store") }
    demand(store.causes(of: row).count <= store.count && store.consequences(of: row).count <= store.count, "more neighbours than rows")
  }
  for field in [FacetField.kind, .year, .month, .weight] {
    demand(store.facets(field, in: all).reduce(0) { $0 + $1.events } == store.count, "\(field): the groups are not all of the rows")
  }
  for field in [FacetField.actor, .place, .source, .side, .era] {
    demand(store.facets(field, in: all).allSatisfy { $0.events > 0 && $0.events <= store.count }, "\(field): a group larger than the whole")
  }
  guard let span = store.span else { return }
  demand(span.first <= span.last, "the span ends before it begins")
  let density = store.density(in: all, from: span.first, through: span.last, buckets: 16)
  demand(density.all.allSatisfy { $0.total >= 0 && $0.total <= Double(store.count) + 0.01 }, "a stretch of time with more events than there are")
}

/// Whether every writer can write the events, and what is written in lines is read back.
package func checkWriting(of events: [Event], in directory: Directory, _ header: Timeline) {
  guard !events.isEmpty else { return }
  for format in OutputFormat.allCases {
    var writer = format.writer()
    writer.begin(header)
    for event in events { writer.write(event, in: directory) }
    writer.end()
    let bytes = writer.drain()
    switch format {
    case .jsonl:
      let again = Format.json.read([InputFile(name: "again", bytes: bytes)])
      demand(again.timeline.events.count == events.count, "\(again.timeline.events.count) events of \(events.count) are read back")
      demand(again.timeline.events.map(\.date) == events.map(\.date), "other dates are read back")
      demand(!again.problems.contains { $0.severity == .error && $0.code.hasPrefix("json") }, "what was written is no JSON: \(again.problems)")
    case .csv:
      let again = Format.table.read([InputFile(name: "again", bytes: bytes)])
      demand(again.timeline.events.count == events.count, "\(again.timeline.events.count) rows of \(events.count) are read back")
    case .json, .markdown: demand(!bytes.isEmpty, "nothing was written")
    }
  }
}
