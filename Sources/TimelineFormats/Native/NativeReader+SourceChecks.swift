import TimelineModel

/// How the events of a timeline rest on its sources as a whole.
extension NativeReader {
  /// A source carries too much when more than one event in so many rests on it, and not fewer than ``fewestCarried``.
  private static let eventsPerSource = 20  // 5 %
  /// A publisher has too much to say when more than three sources in so many are its own, and not fewer than ``fewestCarried``.
  private static let threeSourcesPerPublisher = 20  // 15 %
  /// In a small timeline, shares say nothing.
  private static let fewestCarried = 12

  mutating func checkSources() {
    checkUseOfSources()
    checkPublishers()
  }

  private mutating func checkUseOfSources() {
    let definitions = ids.definitions[IDBook.Space.source.rawValue]
    var isUsed = [Bool](repeating: false, count: definitions.count)
    var eventCounts = [Int](repeating: 0, count: definitions.count)
    var lastEvent = [Int](repeating: -1, count: definitions.count)
    var event = 0
    for (index, mention) in ids.mentions.enumerated() where mention.space == .source {
      guard let number = ids.number(of: Int(mention.symbol), in: .source) else { continue }
      isUsed[number] = true
      while event < eventNotes.count, eventNotes[event].mentions.upperBound <= index { event += 1 }
      guard event < eventNotes.count, eventNotes[event].mentions.contains(index), lastEvent[number] != event else { continue }
      lastEvent[number] = event
      eventCounts[number] += 1
    }
    for (number, definition) in definitions.enumerated() {
      let (id, count) = (symbols.text(definition.symbol), eventCounts[number])
      if !isUsed[number] {
        report(.warning, at: definition.place, "unused-source", "No event rests on the source \(id)", remedy: "Remove it, or name it where it was used")
      } else if count >= Self.fewestCarried, count * Self.eventsPerSource > eventNotes.count {
        report(
          .warning, at: definition.place, "overused-source",
          "\(count) of \(eventNotes.count) events (\(Self.percent(count, of: eventNotes.count)) %) rest on the source \(id)",
          remedy: "Read other sources on some of them; what one gets wrong is then wrong in many places")
      }
    }
  }

  private mutating func checkPublishers() {
    var counts: [Int: Int] = [:]
    for note in publisherNotes { counts[note.symbol, default: 0] += 1 }
    // Reported at the first source of each.
    for note in publisherNotes {
      guard let count = counts.removeValue(forKey: note.symbol), count >= Self.fewestCarried,
        count * Self.threeSourcesPerPublisher > publisherNotes.count * 3
      else { continue }
      report(
        .warning, at: note.place, "overused-publisher",
        "\(count) of \(publisherNotes.count) sources (\(Self.percent(count, of: publisherNotes.count)) %) are of \(quoted(symbols.text(note.symbol)))",
        remedy: "Look for what others published; one house has one view")
    }
  }

  private static func percent(_ part: Int, of whole: Int) -> Int { whole > 0 ? part * 100 / whole : 0 }
}
