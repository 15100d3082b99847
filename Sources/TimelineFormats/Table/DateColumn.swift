import EDTF
import TimelineModel

/// The dates of a column by their text, so that each distinct one is read once a file.
struct DateColumn: Sendable {
  /// What a row takes over from its date.
  struct Entry: Sendable {
    /// Nil where no date can be made of the text.
    let facts: RowFacts?
    let note: DateText.Reading.Note?
  }

  /// Made by the first date, so that columns that were copied before it are each their own.
  private var table: WordTable?
  private var entries: [Entry] = []

  mutating func entry(_ bytes: UnsafeBufferPointer<UInt8>, read: (String) -> DateText.Reading?) -> Entry {
    let table = table ?? WordTable()
    self.table = table
    let symbol = table.words.number(bytes)
    if symbol == entries.count {
      let reading = read(table.text(symbol))
      entries.append(Entry(facts: reading.map { RowFacts(date: $0.date, kind: 0) }, note: reading?.note))
    }
    return entries[symbol]
  }
}

extension RowFacts {
  /// Takes the days of another row.
  mutating func take(daysOf other: RowFacts) {
    earliest = other.earliest
    latest = other.latest
    precision = other.precision
    marks.formUnion(other.marks.intersection(.dated))
  }
}
