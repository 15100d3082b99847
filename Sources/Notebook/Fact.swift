package import TimelineModel

/// Something that a reader set down about a timeline.
package enum Fact: Hashable, Sendable {
  /// The words on an event; empty when there are none any more.
  case note(on: Identifier, String)
  case bookmark(Identifier, isSet: Bool)
  /// The event that a letter leads to; nil when it leads nowhere any more.
  case mark(String, Identifier?)
  case visit(Visit)
}

/// Where a visit to a timeline ended.
package struct Visit: Hashable, Sendable {
  /// The event under the cursor.
  package var event: Identifier
  /// Its title, to be named by before its file has been read.
  package var title: String
  /// The filter as one types it.
  package var filter: String
  /// The order of the list, by its name.
  package var order: String

  package init(event: Identifier, title: String, filter: String, order: String) {
    self.event = event
    self.title = title
    self.filter = filter
    self.order = order
  }
}

/// A fact as it stands in the journal.
package struct JournalEntry: Hashable, Sendable {
  package let stamp: Stamp
  package let fact: Fact
  /// The notes that this one was written in place of. What is not among them was not seen by whoever wrote it, and stays.
  package let replaced: [Stamp]

  package init(_ stamp: Stamp, _ fact: Fact, inPlaceOf replaced: [Stamp] = []) {
    self.stamp = stamp
    self.fact = fact
    self.replaced = replaced
  }
}
