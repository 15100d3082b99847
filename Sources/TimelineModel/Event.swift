public import EDTF

/// Something that happened: when, where, who took part, who says what of it, and what it led to.
public struct Event: Hashable, Sendable {
  public var id: Identifier
  /// Nil when the row has no usable date; ``dateText`` then says what stood there.
  public var date: EDTFDate?
  /// What the file said where the date should be, when it could not be read.
  public var dateText: String?
  public var title: String
  public var kind: EventKind
  /// 1 indispensable, 2 expected, 3 detail; nil for foreign rows.
  public var weight: Int?
  public var places: [Identifier]
  public var actors: [Participation]
  public var summary: String
  public var accounts: [Account]
  public var casualties: [CasualtyEstimate]
  /// Which facts the accounts contradict: start, toll, date, target, status …
  public var disputes: [String]
  /// The sources of the summary; accounts and figures name their own.
  public var sources: [Identifier]
  public var links: [Link]
  /// What the model has no word for, by its own name, in the file's order.
  public var extra: [ExtraField]
  /// Where the event stands in its file.
  public var location: SourceLocation?

  public init(
    id: Identifier, date: EDTFDate?, dateText: String? = nil, title: String, kind: EventKind, weight: Int? = nil, places: [Identifier] = [],
    actors: [Participation] = [], summary: String = "", accounts: [Account] = [], casualties: [CasualtyEstimate] = [], disputes: [String] = [],
    sources: [Identifier] = [], links: [Link] = [], extra: [ExtraField] = [], location: SourceLocation? = nil
  ) {
    self.id = id
    self.date = date
    self.dateText = dateText
    self.title = title
    self.kind = kind
    self.weight = weight
    self.places = places
    self.actors = actors
    self.summary = summary
    self.accounts = accounts
    self.casualties = casualties
    self.disputes = disputes
    self.sources = sources
    self.links = links
    self.extra = extra
    self.location = location
  }

  /// Every source that the event rests on, each once, in order of first mention: the summary's, the accounts', the figures', the links'.
  ///
  /// Their positions, from 1, are the numbers in brackets that the event page prints.
  public var allSources: [Identifier] {
    var all: [Identifier] = []
    // A handful of ids: looked through sooner than hashed.
    func add(_ source: Identifier) { if !all.contains(source) { all.append(source) } }
    for source in sources { add(source) }
    for account in accounts { if let source = account.source { add(source) } }
    for estimate in casualties { if let source = estimate.source { add(source) } }
    for link in links { if let source = link.source { add(source) } }
    return all
  }
}

/// An actor in an event, with the part it plays there when that matters.
public struct Participation: Hashable, Sendable {
  public var actor: Identifier
  /// belligerent, mediator, host, signatory …; nil when the data do not say.
  public var role: String?

  public init(_ actor: Identifier, role: String? = nil) {
    self.actor = actor
    self.role = role
  }
}
