public import EDTF

/// A chronology: what it covers and by which rules, and the eras, actors, places, sources and events in it.
///
/// This is the curated form, hundreds to thousands of rich events, held whole. Large data sets are read into the columns of `TimelineStore`
/// and use a `Timeline` without events for the names that their rows refer to.
public struct Timeline: Hashable, Sendable {
  /// What notes and permalinks hang on.
  public var id: Identifier
  public var title: String
  /// The stretch of time that it means to cover.
  public var span: EDTFDate?
  /// What is in and what is out.
  public var scope: String
  public var licence: String?
  /// The house rules of writing, a sentence each.
  public var rules: [String]
  /// Words of the parties, by language, that do not stand in the timeline's own voice.
  public var partyWords: [Name]
  public var eras: [Era]
  public var actors: [Actor]
  public var places: [Place]
  public var sources: [Source]
  public var events: [Event]
  public var extra: [ExtraField]

  public init(
    id: Identifier, title: String, span: EDTFDate? = nil, scope: String = "", licence: String? = nil, rules: [String] = [], partyWords: [Name] = [],
    eras: [Era] = [], actors: [Actor] = [], places: [Place] = [], sources: [Source] = [], events: [Event] = [], extra: [ExtraField] = []
  ) {
    self.id = id
    self.title = title
    self.span = span
    self.scope = scope
    self.licence = licence
    self.rules = rules
    self.partyWords = partyWords
    self.eras = eras
    self.actors = actors
    self.places = places
    self.sources = sources
    self.events = events
    self.extra = extra
  }
}
