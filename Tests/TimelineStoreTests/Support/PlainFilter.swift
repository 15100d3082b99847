import EDTF
import TimelineModel
import TimelineStore

/// The filter as one would write it without columns: a loop over events that asks each of them. What the store is held against.
struct PlainFilter {
  let timeline: Timeline
  let directory: Directory
  let actorIDs: Set<Identifier>
  let placeIDs: Set<Identifier>

  init(_ timeline: Timeline) {
    self.timeline = timeline
    let directory = Directory(timeline)
    self.directory = directory
    actorIDs = Set((timeline.actors.map(\.id) + timeline.events.flatMap { $0.actors.map(\.actor) }).flatMap { directory.lineage(ofActor: $0) })
    placeIDs = Set((timeline.places.map(\.id) + timeline.events.flatMap(\.places)).flatMap { directory.lineage(ofPlace: $0) })
  }

  func passes(_ event: Event, _ filter: Filter) -> Bool {
    filter.clauses.allSatisfy { !$0.isOn || passes(event, $0) }
  }

  func passes(_ event: Event, _ clause: Filter.Clause) -> Bool {
    let isDateField = ["since", "until", "on", "era"].contains(clause.field)
    if isDateField, !isDated(event) { return false }
    return clause.values.contains { fits(event, clause, $0) } != clause.isNegated
  }

  func isDated(_ event: Event) -> Bool { event.date?.earliest != nil || event.date?.latest != nil }

  private func fits(_ event: Event, _ clause: Filter.Clause, _ value: Filter.Value) -> Bool {
    switch (clause.field, value) {
    case (nil, .text(let word)): return mentions(event, word)
    case ("actor", .text(let word)):
      if clause.comparison == .exactly {
        return event.actors.contains { exact(word, among: actorIDs, names: actorNames).contains($0.actor) }
      }
      return event.actors.contains { directory.lineage(ofActor: $0.actor).contains { hasWords(word, in: actorNames($0)) } }
    case ("place", .text(let word)):
      if clause.comparison == .exactly { return event.places.contains { exact(word, among: placeIDs, names: placeNames).contains($0) } }
      return event.places.contains { directory.lineage(ofPlace: $0).contains { hasWords(word, in: placeNames($0)) } }
    case ("source", .text(let word)):
      if clause.comparison == .exactly { return event.allSources.contains(word) }
      return event.allSources.contains { hasWords(word, in: [$0] + (directory.source($0).map { [$0.publisher, $0.title] } ?? [])) }
    case ("side", .text(let side)): return event.actors.contains { directory.actor($0.actor)?.side == side }
    case ("kind", .text(let kind)): return event.kind.rawValue == kind
    case ("id", .text(let id)): return event.id == id
    case ("precision", .text(let word)): return isDated(event) && event.date.map { String(describing: $0.precision) } == word
    case ("has", .text("accounts")): return !event.accounts.isEmpty
    case ("has", .text("dispute")): return !event.disputes.isEmpty
    case ("has", .text("casualties")): return !event.casualties.isEmpty
    case ("has", .text("place")): return !event.places.isEmpty
    case ("country_name", .text(let word)):
      return event.extra.contains { clause.comparison == .exactly ? $0.value == word : hasWords(word, in: [$0.value]) }
    case ("era", .text(let id)):
      return timeline.eras.contains { $0.id == id && fits(event, $0.date.earliest, $0.date.latest, isWithin: clause.isSure) }
    case ("since", .date(let date)): return fits(event, date.earliest, nil, isWithin: clause.isSure)
    case ("until", .date(let date)): return fits(event, nil, date.latest, isWithin: clause.isSure)
    case ("on", .date(let date)): return fits(event, date.earliest, date.latest, isWithin: clause.isSure)
    case ("weight", _): return event.weight.map { compare($0, $0, clause, value) } ?? false
    case ("sources", _): return compare(event.allSources.count, event.allSources.count, clause, value)
    case ("killed", _), ("wounded", _):
      guard let figure = Toll(clause.field == "killed" ? .killed : .wounded, of: event, in: directory)?.figure else { return false }
      return compare(figure.low, figure.high, clause, value)
    default: return false
    }
  }

  private func fits(_ event: Event, _ first: Day?, _ last: Day?, isWithin: Bool) -> Bool {
    let earliest = event.date?.earliest?.number ?? .min
    let latest = event.date?.latest?.number ?? .max
    let from = first?.number ?? .min
    let through = last?.number ?? .max
    return isWithin ? earliest >= from && latest <= through : latest >= from && earliest <= through
  }

  /// Asked of every number that the range may be; the ranges of the tests are short, or a single immense number.
  private func compare(_ low: Int, _ high: Int, _ clause: Filter.Clause, _ value: Filter.Value) -> Bool {
    let low = min(low, Int(Int32.max))
    let numbers = low...max(low, min(high, low + 60, Int(Int32.max)))
    func fits(_ number: Int) -> Bool {
      switch (value, clause.comparison) {
      case (.number(let wanted), .matches), (.number(let wanted), .exactly): number == wanted
      case (.number(let wanted), .greater): number > wanted
      case (.number(let wanted), .greaterOrEqual): number >= wanted
      case (.number(let wanted), .less): number < wanted
      case (.number(let wanted), .lessOrEqual): number <= wanted
      case (.range(let from, let through), _): number >= from ?? .min && number <= through ?? .max
      default: false
      }
    }
    return clause.isSure ? numbers.allSatisfy(fits) : numbers.contains(where: fits)
  }

  func mentions(_ event: Event, _ word: String) -> Bool {
    let texts = [event.title, event.summary] + event.accounts.map(\.says)
    let inText = texts.contains { contains(fold($0), fold(word)) }
    let inNames = String(words(word).dropFirst().dropLast())
    guard !inText, !inNames.isEmpty else { return inText }
    let names = event.actors.flatMap { actorNames($0.actor) } + event.places.flatMap { placeNames($0) }
    return names.contains { contains(words($0), inNames) }
  }

  private func contains(_ text: String, _ part: String) -> Bool {
    if let known = memory.contained[part]?[text] { return known }
    let found = looksFor(part, in: text)
    memory.contained[part, default: [:]][text] = found
    return found
  }

  private func looksFor(_ part: String, in text: String) -> Bool {
    let text = text.utf8
    let part = part.utf8
    guard let first = part.first else { return false }
    return text.indices.contains { text[$0] == first && text[$0...].starts(with: part) }
  }

  /// What was folded and looked for before; folding itself has tests of its own.
  private final class Memory {
    var contained: [String: [String: Bool]] = [:]
    var folded: [String: String] = [:]
    var words: [String: String] = [:]
  }

  private let memory = Memory()

  private func fold(_ text: String) -> String {
    if let known = memory.folded[text] { return known }
    let folded = Folding.fold(text)
    memory.folded[text] = folded
    return folded
  }

  private func words(_ text: String) -> String {
    if let known = memory.words[text] { return known }
    let words = Folding.words(text)
    memory.words[text] = words
    return words
  }

  private func hasWords(_ word: String, in names: [String]) -> Bool {
    words(word) != " " && names.contains { contains(words($0), words(word)) }
  }

  private func exact(_ word: String, among ids: Set<Identifier>, names: (Identifier) -> [String]) -> Set<Identifier> {
    let named = ids.filter { names($0).contains { words($0) == words(word) } }
    let byID = named.filter { words($0) == words(word) }
    return byID.isEmpty ? named : byID
  }

  func actorNames(_ id: Identifier) -> [String] { [id] + (directory.actor(id).map { [$0.name] + $0.aliases.map(\.text) } ?? []) }
  func placeNames(_ id: Identifier) -> [String] { [id] + (directory.place(id).map { [$0.name] + $0.names.map(\.text) } ?? []) }
}
