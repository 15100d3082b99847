extension RowChunk {
  /// Appends a whole event with all that can be asked of it, its text only where the chunk does not leave that to the decoder.
  public mutating func append(_ event: Event, in directory: Directory) {
    for part in event.actors { actors.add(actors.code(for: part.actor)) }
    for place in event.places { places.add(places.code(for: place)) }
    let allSources = event.allSources
    for source in allSources { sources.add(sources.code(for: source)) }
    for field in event.extra { addExtra(field.name, field.value) }
    for link in event.links { addLink(link, from: event.id) }
    if !leavesTextToDecoder { addText(of: event) }
    append(
      RowFacts(
        date: event.date, kind: kinds.code(for: event.kind.rawValue), id: event.id, weight: event.weight,
        killed: Toll(.killed, of: event, in: directory)?.figure, wounded: Toll(.wounded, of: event, in: directory)?.figure,
        sourceCount: allSources.count, marks: RowMarks(of: event)))
  }
}
