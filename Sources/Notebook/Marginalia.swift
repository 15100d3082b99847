package import TimelineModel

/// What a reader wrote in the margin of a timeline: notes, bookmarks, marks, and where the last visit ended.
///
/// It is made of entries, and which of them came first, or twice, makes no difference: two programs that write at once come to the same margin. Of two
/// bookmarks or marks the later one holds. Of two notes on one event that were written without knowledge of each other both are kept and shown together, until
/// one is written in place of both.
///
///     var margin = Marginalia()
///     let entry = margin.write(.note(on: "sotk", "Compare the map of 1988"), now: 1_763_829_000_000_000, by: 7)
///     margin.note(on: "sotk")       // "Compare the map of 1988"
package struct Marginalia: Hashable, Sendable {
  private var notes: [Identifier: NoteVersions] = [:]
  private var flags: [Identifier: Latest<Bool>] = [:]
  private var letters: [String: Latest<Identifier?>] = [:]
  private var end: Latest<Visit>?
  /// The latest time of any entry, so that what is written next is later, whatever the clock says.
  private var latest = Int64.min

  package init() {}

  package init(_ entries: some Sequence<JournalEntry>) {
    for entry in entries { take(entry) }
  }

  // MARK: - Reading

  /// The words on an event; nil where there are none.
  package func note(on event: Identifier) -> String? { notes[event]?.text }

  package func isBookmarked(_ event: Identifier) -> Bool { flags[event]?.value == true }

  /// The events with a note, in no order.
  package var notedEvents: [Identifier] { notes.filter { $0.value.text != nil }.map(\.key) }

  /// The bookmarked events, in no order.
  package var bookmarkedEvents: [Identifier] { flags.filter(\.value.value).map(\.key) }

  /// The letters that lead somewhere, in alphabetical order.
  package var marks: [(letter: String, event: Identifier)] {
    letters.compactMap { letter, mark in mark.value.map { (letter, $0) } }.sorted { $0.letter < $1.letter }
  }

  package func event(marked letter: String) -> Identifier? { letters[letter]?.value }

  package var lastVisit: Visit? { end?.value }

  /// What would have to be written to undo the writing of a fact: that which holds now.
  package func present(insteadOf fact: Fact) -> Fact? {
    switch fact {
    case .note(let event, _): .note(on: event, note(on: event) ?? "")
    case .bookmark(let event, _): .bookmark(event, isSet: isBookmarked(event))
    case .mark(let letter, _): .mark(letter, event(marked: letter))
    case .visit: lastVisit.map(Fact.visit)
    }
  }

  // MARK: - Writing

  /// Writes a fact.
  ///
  /// - Parameters:
  ///   - now: microseconds since 1970-01-01 UTC.
  ///   - writer: which run of the program writes.
  /// - Returns: what has to be added to the journal.
  package mutating func write(_ fact: Fact, now: Int64, by writer: UInt32) -> JournalEntry {
    let next = latest == .max ? latest : latest + 1
    var replaced: [Stamp] = []
    if case .note(let event, _) = fact { replaced = notes[event]?.standing ?? [] }
    let entry = JournalEntry(Stamp(time: max(now, next), writer: writer), fact, inPlaceOf: replaced)
    take(entry)
    return entry
  }

  /// Takes an entry over, from whoever wrote it and in whatever order they come.
  package mutating func take(_ entry: JournalEntry) {
    latest = max(latest, entry.stamp.time)
    switch entry.fact {
    case .note(let event, let text): notes[event, default: NoteVersions()].take(text, entry.stamp, inPlaceOf: entry.replaced)
    case .bookmark(let event, let isSet): flags[event] = Latest.later(flags[event], Latest(stamp: entry.stamp, value: isSet))
    case .mark(let letter, let event):
      // In the file an id without letters is none, and so it is here.
      let target = event.flatMap { $0.isEmpty ? nil : $0 }
      letters[letter] = Latest.later(letters[letter], Latest(stamp: entry.stamp, value: target))
    case .visit(let visit): end = Latest.later(end, Latest(stamp: entry.stamp, value: visit))
    }
  }

  /// The fewest entries from which the same margin is made, in order of time.
  package var entries: [JournalEntry] {
    var all: [JournalEntry] = []
    for (event, versions) in notes { all += versions.entries(on: event) }
    for (event, flag) in flags where flag.value { all.append(JournalEntry(flag.stamp, .bookmark(event, isSet: true))) }
    for (letter, mark) in letters where mark.value != nil { all.append(JournalEntry(mark.stamp, .mark(letter, mark.value))) }
    if let end { all.append(JournalEntry(end.stamp, .visit(end.value))) }
    return all.sorted { $0.stamp < $1.stamp }
  }
}

/// A value of which the latest holds.
private struct Latest<Value: Hashable & Sendable>: Hashable, Sendable {
  var stamp: Stamp
  var value: Value

  static func later(_ one: Latest?, _ other: Latest) -> Latest {
    guard let one, one.stamp >= other.stamp else { return other }
    return one
  }
}

/// The notes on one event that no other was written in place of.
private struct NoteVersions: Hashable, Sendable {
  private struct Version: Hashable, Sendable {
    var stamp: Stamp
    var text: String
    var replaced: [Stamp]
  }

  private var versions: [Version] = []
  /// Stamps of notes that another was written in place of, so that they do not stand up again when they come late.
  private var gone: Set<Stamp> = []

  var standing: [Stamp] { versions.map(\.stamp) }

  /// All that stands, each text once, the earlier ones first; nil when nothing does.
  var text: String? {
    var texts: [String] = []
    for version in versions where !version.text.isEmpty && !texts.contains(version.text) { texts.append(version.text) }
    return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
  }

  mutating func take(_ text: String, _ stamp: Stamp, inPlaceOf replaced: [Stamp]) {
    gone.formUnion(replaced)
    versions.removeAll { gone.contains($0.stamp) }
    guard !gone.contains(stamp), !versions.contains(where: { $0.stamp == stamp }) else { return }
    let index = versions.firstIndex { $0.stamp > stamp } ?? versions.count
    versions.insert(Version(stamp: stamp, text: text, replaced: replaced), at: index)
  }

  func entries(on event: Identifier) -> [JournalEntry] {
    versions.filter { !$0.text.isEmpty }.map { JournalEntry($0.stamp, .note(on: event, $0.text), inPlaceOf: $0.replaced) }
  }
}
