/// Up to 64k rows as plain columns: what a reader of large data fills and the store's builder takes whole.
///
/// ```
///            row 0        row 1        row 2
/// facts      [ fact ]     [ fact ]     [ fact ]        days, kind, weight, tolls: one fixed record a row
/// actors     3 1          –            0               codes of this chunk's own dictionary, closed row by row
/// text       "…bytes…"    "…bytes…"    "…bytes…"       what search looks through, UTF-8, as it was written
/// ```
/// The lists and the text of a row come first, the row itself closes them:
///
///     var chunk = RowChunk()
///     chunk.actors.add(chunk.actors.code(for: "Government of Syria"))
///     chunk.addText("Rami village")
///     chunk.append(RowFacts(date: date, kind: chunk.kinds.code(for: "state-based")))
///
/// A list is closed by the row that follows it, so the columns cannot disagree about how many rows there are.
public struct RowChunk: Sendable {
  /// The number of rows after which a reader hands a chunk over; nothing breaks if it is more.
  public static let usualCapacity = 65_536

  public private(set) var facts: [RowFacts] = []
  /// The words for ``RowFacts/kind``.
  public var kinds = CodeDictionary()
  public var actors = CodeLists()
  public var places = CodeLists()
  public var sources = CodeLists()
  /// The publisher's own columns that a filter may name, in the file's order.
  public private(set) var extras: [(name: String, lists: CodeLists)] = []
  public private(set) var text: [UInt8] = []
  /// Where each row's text ends in ``text``.
  public private(set) var textEnds: [Int] = []
  /// The links of the few rows that have some, with those rows' ids.
  public private(set) var links: [(row: Int, id: Identifier, link: Link)] = []

  /// The actors and places that these rows name and none before them; whoever takes the chunk learns them first. Of the places around others some may
  /// be known.
  public var newActors: [Actor] = []
  public var newPlaces: [Place] {
    get { placeNames?.new ?? toldPlaces }
    set { (toldPlaces, placeNames) = (newValue, nil) }
  }
  private var toldPlaces: [Place] = []
  /// The same as they lie in a file, for whoever makes them when they are asked for.
  package private(set) var placeNames: PlaceNames?

  /// The records that the rows were read from, where search may look through them as they lie; ``text`` is empty then.
  public private(set) var records: (any RecordText)?
  /// The rows with fields that it would not find there, since they have letters beyond ASCII, in rising order.
  public private(set) var textRows: [UInt32] = []

  /// Whether search reads the rows' text back from the decoder when it is first needed, instead of finding it here.
  public let leavesTextToDecoder: Bool

  public init(leavesTextToDecoder: Bool = false) { self.leavesTextToDecoder = leavesTextToDecoder }

  /// Columns as a reader of large data has filled them.
  ///
  /// - Parameter textRows: the rows with fields that search would not find in the records as they lie, since they have letters beyond ASCII.
  package init(
    facts: [RowFacts], kinds: CodeDictionary, actors: CodeLists, places: CodeLists, sources: CodeLists, extras: [(name: String, lists: CodeLists)],
    records: any RecordText, textRows: [UInt32], placeNames: PlaceNames? = nil
  ) {
    self.facts = facts
    self.kinds = kinds
    self.actors = actors
    self.places = places
    self.sources = sources
    self.extras = extras
    self.records = records
    self.textRows = textRows
    self.placeNames = placeNames
    leavesTextToDecoder = false
  }

  /// Columns as they were kept, their text left to the decoder.
  package init(
    facts: [RowFacts], kinds: CodeDictionary, actors: CodeLists, places: CodeLists, sources: CodeLists, extras: [(name: String, lists: CodeLists)],
    links: [(row: Int, id: Identifier, link: Link)]
  ) {
    self.facts = facts
    self.kinds = kinds
    self.actors = actors
    self.places = places
    self.sources = sources
    self.extras = extras
    self.links = links
    leavesTextToDecoder = true
    textEnds = Array(repeating: 0, count: facts.count)
  }

  public var count: Int { facts.count }

  /// The names that it brings, without its rows.
  package var withoutRows: RowChunk {
    var chunk = RowChunk()
    chunk.newActors = newActors
    (chunk.toldPlaces, chunk.placeNames) = (toldPlaces, placeNames)
    return chunk
  }

  /// Adds to the text of the row that is next to be appended. A unit separator is put between two pieces, so that no phrase spans both.
  public mutating func addText(_ piece: some Sequence<UInt8>) {
    if text.count > (textEnds.last ?? 0) { text.append(0x1F) }
    text.append(contentsOf: piece)
  }

  public mutating func addText(_ piece: String) { addText(piece.utf8) }

  /// Adds what search looks through in an event: title, summary and accounts. Actors and places are found by their names.
  public mutating func addText(of event: Event) {
    addText(event.title)
    addText(event.summary)
    for account in event.accounts { addText(account.says) }
  }

  /// The value of a column of the publisher's for the row that is next to be appended.
  public mutating func addExtra(_ name: String, _ value: String) {
    if let column = extras.firstIndex(where: { $0.name == name }) {
      extras[column].lists.add(extras[column].lists.code(for: value))
    } else {
      var lists = CodeLists()
      for _ in facts.indices { lists.close() }
      lists.add(lists.code(for: value))
      extras.append((name, lists))
    }
  }

  /// A link of the row that is next to be appended.
  public mutating func addLink(_ link: Link, from id: Identifier) { links.append((facts.count, id, link)) }

  /// Appends a row and closes its lists and its text.
  public mutating func append(_ row: RowFacts) {
    facts.append(row)
    actors.close()
    places.close()
    sources.close()
    for column in extras.indices { extras[column].lists.close() }
    textEnds.append(text.count)
  }
}
