import TimelineModel

/// Numbers the words of a column on the way down, where a row often says what the row before it says.
struct WordCursor {
  private let words: Words
  private let memory: CSVMemory
  private var last: RawField
  private var lastCode = PackedCodes.none

  init(_ words: Words, _ run: RecordRun, _ memory: CSVMemory) {
    (self.words, self.memory) = (words, memory)
    last = RawField.nothing(at: run.base)
  }

  /// The number of a field's text; `PackedCodes.none` where it is empty.
  @inline(__always)
  mutating func code(_ field: RawField) -> UInt32 {
    if field == last { return lastCode }
    last = field
    lastCode = field.isEmpty ? PackedCodes.none : field.isQuoted ? unquoted(field) : UInt32(truncatingIfNeeded: words.number(of: field))
    return lastCode
  }

  @inline(never)
  private func unquoted(_ field: RawField) -> UInt32 {
    memory.forget()
    let text = RecordRun.text(of: field, memory)
    return text.isEmpty ? PackedCodes.none : UInt32(truncatingIfNeeded: words.number(text))
  }
}

extension WordColumn {
  /// Sets the words of a run's rows, the first of which is given.
  @inline(never)
  func fill(from row: Int, _ run: RecordRun, _ column: Int, _ memory: CSVMemory) {
    var cursor = WordCursor(words, run, memory)
    let codes = codes(from: row)
    // Stays none as long as all are.
    var all = PackedCodes.none
    run.forEach(column) { index, field in
      let code = cursor.code(field)
      codes[index] = code
      all &= code
    }
    if all != PackedCodes.none { noteSome() }
  }
}
