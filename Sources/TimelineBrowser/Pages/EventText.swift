import Terminal
package import TimelineStore

/// An event's page as plain lines, for `annals show`.
package enum EventText {
  /// - Returns: the lines of the page, laid out for a width in columns, without blanks at their ends.
  package static func lines(of row: Row, in store: EventStore, width: Int, ascii: Bool) -> [String] {
    EventPage.page(of: row, in: store, width: width, ascii: ascii).lines.map { line in
      var text = Substring(line.runs.map(\.text.text).joined())
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }
}
