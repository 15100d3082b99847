/// What reads rows back from the records of a file, and searches these where they lie.
package typealias RecordDecoder = EventDecoder & RecordText

/// Rows of a store that arrived one after another and lie in one stretch of a file.
package struct KeptPart: Sendable {
  package let decoder: any RecordDecoder
  package let rows: Int
  /// The rows with fields that search would not find in the records as they lie, in rising order.
  package let textRows: [UInt32]

  package init(decoder: any RecordDecoder, rows: Int, textRows: [UInt32]) {
    (self.decoder, self.rows, self.textRows) = (decoder, rows, textRows)
  }

  /// Whether the rows with text are some of these, each once. Only damage makes it otherwise.
  package var isSound: Bool {
    guard let last = textRows.last else { return true }
    return last < rows && zip(textRows, textRows.dropFirst()).allSatisfy { $0 < $1 }
  }
}
