import TimelineModel

/// What can only be judged when all files are read.
extension NativeReader {
  mutating func check() {
    checkHeader()
    checkReferences()
    checkCircles(actorNotes, .actor, code: "circular-parent", "belongs to itself by way of its parents")
    checkCircles(placeNotes, .place, code: "circular-place", "lies within itself by way of the places around it")
    checkSources()
    checkEras()
    checkSpeakers()
    checkPlacesOfFighting()
    checkVoice()
    checkBalance()
  }

  private mutating func checkHeader() {
    let place = headerPlace ?? TextPlace(file: 0, offset: 0)
    if timeline.id.isEmpty {
      report(.error, at: place, "missing-timeline-id", "The timeline has no id", remedy: "Write `id: …` in timeline.yaml; notes and permalinks hang on it")
    }
    if timeline.title.isEmpty { report(.error, at: place, "missing-timeline-title", "The timeline has no title", remedy: "Write `title: …` in timeline.yaml") }
  }

  private mutating func checkReferences() {
    for mention in ids.mentions where ids.number(of: Int(mention.symbol), in: mention.space) == nil {
      let id = symbols.text(Int(mention.symbol))
      let known = ids.definitions[mention.space.rawValue].lazy.map { [symbols] in symbols.text($0.symbol) }
      let file = "\(mention.space.word)s" + (mention.space == .event ? "" : ".yaml")
      report(
        .error, at: mention.place, "unknown-\(mention.space.word)", "\(quoted(id)) is no \(mention.space.word) of this timeline",
        remedy: nearest(to: id, among: known).map { "Did you mean \($0)" } ?? "Add it to \(file)")
    }
  }

  /// The nearest known id, as long as looking for it stays cheap.
  private mutating func nearest(to id: String, among known: some Collection<String>) -> String? {
    guard known.count <= comparisonsLeft else { return nil }
    comparisonsLeft -= known.count
    return Suggestion.nearest(to: id, in: known)
  }

  /// Reports every chain of parents that comes back to where it began, once each.
  private mutating func checkCircles(_ notes: [DirectoryNote], _ space: IDBook.Space, code: String, _ words: String) {
    // 0 not looked at, otherwise the number of the walk that came by.
    var walks = [Int](repeating: 0, count: notes.count)
    for start in notes.indices where walks[start] == 0 {
      var number: Int? = start
      while let current = number, walks[current] == 0 {
        walks[current] = start + 1
        number = notes[current].above.flatMap { ids.number(of: $0.symbol, in: space) }
        if let next = number, walks[next] == start + 1, let above = notes[current].above {
          let id = symbols.text(ids.definitions[space.rawValue][current].symbol)
          report(.error, at: above.place, code, "The \(space.word) \(id) \(words)", remedy: "Break the circle at one of them")
        }
      }
    }
  }

  // MARK: Events

  /// A party's account stands only in an event in which it takes part, itself or through its parent; a finder, a court, an organisation or a monitor
  /// may speak anywhere.
  private mutating func checkSpeakers() {
    for note in accountNotes {
      guard let speaker = ids.number(of: note.speaker, in: .actor), note.event < eventNotes.count else { continue }
      if timeline.actors[actorNotes[speaker].index].kind.mayFind { continue }
      let present = eventActors[eventNotes[note.event].actors]
      if isAmong(present, speaker) { continue }
      report(
        .warning, at: note.place, "account-by-stranger", "\(symbols.text(note.speaker)) speaks here and is not among the actors of this event",
        remedy: "Add it to actors, or leave the account out")
    }
  }

  /// Whether an actor, or one that it belongs to, is in a list of symbols.
  private func isAmong(_ present: ArraySlice<Int>, _ actor: Int) -> Bool {
    var number: Int? = actor
    var steps = 0
    while let current = number, steps <= limits.depth {
      if present.contains(ids.definitions[IDBook.Space.actor.rawValue][current].symbol) { return true }
      number = actorNotes[current].above.flatMap { ids.number(of: $0.symbol, in: .actor) }
      steps += 1
    }
    return false
  }

  private mutating func checkPlacesOfFighting() {
    for index in timeline.events.indices where timeline.events[index].kind == .war || timeline.events[index].kind == .clash {
      let note = eventNotes[index]
      let isPlaced = eventPlaces[note.places].contains { symbol in
        guard let number = ids.number(of: symbol, in: .place) else { return true }  // unknown, and reported as such
        let index = placeNotes[number].index
        return timeline.places[index].latitude != nil && timeline.places[index].longitude != nil
      }
      if !isPlaced {
        report(
          .warning, at: note.place, "fighting-without-place", "An event of kind \(timeline.events[index].kind.rawValue) has no place that stands on the map",
          remedy: "Write `place: …`, and give that place coordinates")
      }
    }
  }
}
