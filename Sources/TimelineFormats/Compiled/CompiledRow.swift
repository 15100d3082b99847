import EDTF
import TimelineModel

/// What a store's columns need to know of an event, so that none has to be made before the first screen.
struct CompiledRow {
  var id: Identifier
  var date: EDTFDate?
  var kind: String
  var weight: Int?
  var killed: Figure?
  var wounded: Figure?
  var marks: RowMarks
  var actors: [Identifier]
  var places: [Identifier]
  var sources: [Identifier]
  var links: [Link]
  var extra: [ExtraField]

  init(_ event: Event, _ directory: Directory) {
    id = event.id
    date = event.date
    kind = event.kind.rawValue
    weight = event.weight
    killed = Toll(.killed, of: event, in: directory)?.figure
    wounded = Toll(.wounded, of: event, in: directory)?.figure
    marks = RowMarks(of: event)
    actors = event.actors.map(\.actor)
    places = event.places
    sources = event.allSources
    links = event.links
    extra = event.extra
  }

  init(from cursor: inout CompiledCursor) {
    id = cursor.text() ?? ""
    date = cursor.date()
    kind = cursor.text() ?? ""
    weight = cursor.optional()
    killed = cursor.figure()
    wounded = cursor.figure()
    marks = RowMarks(rawValue: UInt8(truncatingIfNeeded: cursor.number()))
    actors = cursor.texts()
    places = cursor.texts()
    sources = cursor.texts()
    links = cursor.list { Link(from: &$0) }
    extra = cursor.list { ExtraField(from: &$0) }
  }

  func write(to writer: inout CompiledWriter, _ pool: inout CompiledPool) {
    writer.text(id, &pool)
    writer.date(date, &pool)
    writer.text(kind, &pool)
    writer.optional(weight)
    writer.figure(killed)
    writer.figure(wounded)
    writer.number(Int(marks.rawValue))
    writer.texts(actors, &pool)
    writer.texts(places, &pool)
    writer.texts(sources, &pool)
    writer.list(links) { $1.write(to: &$0, &pool) }
    writer.list(extra) { $1.write(to: &$0, &pool) }
  }

  func append(to chunk: inout RowChunk) {
    for actor in actors { chunk.actors.add(chunk.actors.code(for: actor)) }
    for place in places { chunk.places.add(chunk.places.code(for: place)) }
    for source in sources { chunk.sources.add(chunk.sources.code(for: source)) }
    for field in extra { chunk.addExtra(field.name, field.value) }
    for link in links { chunk.addLink(link, from: id) }
    chunk.append(
      RowFacts(
        date: date, kind: chunk.kinds.code(for: kind), id: id, weight: weight, killed: killed, wounded: wounded, sourceCount: sources.count, marks: marks))
  }
}
