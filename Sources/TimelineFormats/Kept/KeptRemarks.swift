import TimelineModel

/// What is kept beside the columns and is short: names of kinds and columns, where the parts of the files lie, what is wrong in them.
///
/// Written as the parts of a compiled timeline are: a text is the number of its string, a number a varint.
struct KeptRemarks: Sendable {
  var kinds: [String] = []
  var extras: [String] = []
  var parts: [Part] = []
  var problems: [Problem] = []

  /// A stretch of a file, but for the numbers of its rows.
  struct Part: Sendable {
    /// Which of the files.
    var file = 0
    var base = 0
    var end = 0
    var rows = 0
    var textRows = 0
    var oddities: [Int: [String]] = [:]
  }

  /// The strings, and behind them the rest.
  var bytes: [UInt8] {
    var pool = CompiledPool()
    var writer = CompiledWriter()
    writer.texts(kinds, &pool)
    writer.texts(extras, &pool)
    writer.list(parts) { writer, part in
      for number in [part.file, part.base, part.end, part.rows, part.textRows] { writer.number(number) }
      writer.list(part.oddities.sorted { $0.key < $1.key }) { writer, row in
        writer.number(row.key)
        writer.texts(row.value, &pool)
      }
    }
    writer.list(problems) { writer, problem in
      writer.number(problem.severity == .error ? 1 : 0)
      writer.location(problem.location, &pool)
      for text in [problem.code, problem.what, problem.remedy] { writer.text(text, &pool) }
    }
    return CompiledTable.bytes(of: pool.strings.map { Array($0.utf8) }) + writer.bytes
  }

  init() {}

  init(_ bytes: CompiledBytes) {
    let strings = CompiledTable(bytes, at: 0)
    var cursor = CompiledCursor(bytes, at: strings.end, CompiledStrings(table: strings))
    kinds = cursor.texts()
    extras = cursor.texts()
    parts = cursor.list { cursor in
      var part = Part(file: cursor.number(), base: cursor.number(), end: cursor.number(), rows: cursor.number(), textRows: cursor.number())
      for (row, names) in cursor.list({ (row: $0.number(), names: $0.texts()) }) { part.oddities[row] = names }
      return part
    }
    problems = cursor.list { cursor in
      let severity: Problem.Severity = cursor.number() == 0 ? .warning : .error
      let location = cursor.location() ?? SourceLocation(file: "")
      return Problem(severity, at: location, code: cursor.text() ?? "", cursor.text() ?? "", remedy: cursor.text())
    }
  }
}
