import Terminal

/// How far files have been read.
///
///     Progress(bytesRead: 105, bytesInAll: 256, events: 164_000).words     // "Reading 41 %  164,000 events"
///     Progress(bytesRead: 105, bytesInAll: nil, events: 1).words           // "Reading: 1 event"
package struct Progress: Hashable, Sendable {
  package var bytesRead: Int
  /// Nil where it is not known, as of a pipe.
  package var bytesInAll: Int?
  package var events: Int

  package init(bytesRead: Int, bytesInAll: Int?, events: Int) {
    self.bytesRead = bytesRead
    self.bytesInAll = bytesInAll
    self.events = events
  }

  package var words: String { share + (percent == nil ? ": " : "  ") + countedEvents }

  /// How far alone, where there is more to say beside it.
  package var share: String { percent.map { "Reading \($0) %" } ?? "Reading" }

  /// The part that has been read, rounded down, so that a hundred is all.
  private var percent: Int? {
    guard let bytesInAll, bytesInAll > 0 else { return nil }
    return min(100, max(0, Int(saturating: Double(bytesRead) / Double(bytesInAll) * 100)))
  }

  /// `164,000 events`, `1 event`.
  package var countedEvents: String { BrowserState.count(events, "event") }

  /// A number with a comma after every third digit from its end: `1,234,567`.
  package static func grouped(_ number: Int) -> String {
    let digits = String(number)
    guard digits.utf8.count > 3 else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0, digits.utf8.dropFirst(index - 1).first != UInt8(ascii: "-") { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
