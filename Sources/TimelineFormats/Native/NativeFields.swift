import TimelineModel

/// The keys of `timeline.yaml` and of every other file that is a mapping: what is a list of its own in a folder is a key in a single file.
enum TimelineField: Int, RecordField {
  case id, title, span, scope, licence, rules, partyWords, eras, actors, places, sources, period, events

  static let record = RecordName.timeline
  var field: NativeField {
    switch self {
    case .id: NativeField("id", .identifier, "The name that notes and permalinks hang on")
    case .title: NativeField("title", .text, "What the timeline is called")
    case .span: NativeField("span", .date, "The stretch of time that it means to cover")
    case .scope: NativeField("scope", .text, "What is in and what is out")
    case .licence: NativeField("licence", .text, "Under which terms others may use the data")
    case .rules: NativeField("rules", .texts, "The house rules of writing, a sentence each")
    case .partyWords: NativeField("party-words", .names, "Words of the parties, by language, that a title does not use")
    case .eras: NativeField("eras", .records(.era), "The named stretches of the span, in order")
    case .actors: NativeField("actors", .records(.actor), "Who acts and speaks")
    case .places: NativeField("places", .records(.place), "Where events happen")
    case .sources: NativeField("sources", .records(.source), "What was read")
    case .period: NativeField("period", .date, "The stretch of time in which every event of this file begins")
    case .events: NativeField("events", .records(.event), "What happened")
    }
  }
}

enum EraField: Int, RecordField {
  case id, name, date, status

  static let record = RecordName.era
  var field: NativeField {
    switch self {
    case .id: NativeField("id", .identifier, required: true, "The name by which filters find it")
    case .name: NativeField("name", .text, required: true, "What it is called")
    case .date: NativeField("date", .date, required: true, "From when to when")
    case .status: NativeField("status", .text, "Who held what and how that was recognised, in one sentence")
    }
  }
}

enum ActorField: Int, RecordField {
  case id, name, aliases, kind, side, parent

  static let record = RecordName.actor
  var field: NativeField {
    switch self {
    case .id: NativeField("id", .identifier, required: true, "The name by which events refer to it")
    case .name: NativeField("name", .text, required: true, "The form used in our texts")
    case .aliases: NativeField("aliases", .names, "Other names by language or user, all of which find it")
    case .kind: NativeField("kind", .word(Actor.Kind.allCases.filter { $0 != .unknown }.map(\.rawValue)), required: true, "What sort of actor it is")
    case .side: NativeField("side", .text, "The side it stands on, or none")
    case .parent: NativeField("parent", .reference(.actor), "The actor it belongs to")
    }
  }
}

enum PlaceField: Int, RecordField {
  case id, name, names, latitude, longitude, precision, within

  static let record = RecordName.place
  var field: NativeField {
    switch self {
    case .id: NativeField("id", .identifier, required: true, "The name by which events refer to it")
    case .name: NativeField("name", .text, required: true, "The form used in our texts")
    case .names: NativeField("names", .names, "Names by language or user, all of which find it")
    case .latitude: NativeField("latitude", .number(-90...90), "Degrees north, WGS 84")
    case .longitude: NativeField("longitude", .number(-180...180), "Degrees east, WGS 84")
    case .precision: NativeField("precision", .word(Place.Precision.allCases.map(\.rawValue)), "How far the coordinates may be trusted")
    case .within: NativeField("within", .reference(.place), "The place around it")
    }
  }
}

enum SourceField: Int, RecordField {
  case id, publisher, title, date, url, accessed, kind, ofParty, archived

  /// The sorts of source, by how near they stand to what happened.
  static let kinds = ["text", "party", "agency", "media", "finder", "organisation", "court", "reference", "scholarly"]

  static let record = RecordName.source
  var field: NativeField {
    switch self {
    case .id: NativeField("id", .identifier, required: true, "The name by which events refer to it")
    case .publisher: NativeField("publisher", .text, required: true, "Who published it")
    case .title: NativeField("title", .text, required: true, "Its title as published")
    case .date: NativeField("date", .date, "When it was published")
    case .url: NativeField("url", .url, "Where it was read")
    case .accessed: NativeField("accessed", .date, "The day on which it was read")
    case .kind: NativeField("kind", .word(Self.kinds), "What sort of source it is")
    case .ofParty: NativeField("of-party", .reference(.actor), "The party whose outlet or statement it is")
    case .archived: NativeField("archived", .url, "Where an archived copy was seen")
    }
  }
}

enum EventField: Int, RecordField {
  case id, date, title, kind, weight, place, actors, summary, accounts, casualties, disputes, sources, links

  static let record = RecordName.event
  static let longestTitle = 72
  var field: NativeField {
    switch self {
    case .id: NativeField("id", .identifier, required: true, "Stable and never reused: links, notes and permalinks hang on it")
    case .date: NativeField("date", .date, required: true, "When it happened, as precisely as it is known and no more")
    case .title: NativeField("title", .shortText(Self.longestTitle), required: true, "Neutral, at most \(Self.longestTitle) characters")
    case .kind: NativeField("kind", .word(EventKind.known.map(\.rawValue)), required: true, "What sort of event it is")
    case .weight: NativeField("weight", .integer(1...3), "1 indispensable, 2 expected, 3 detail")
    case .place: NativeField("place", .references(.place), "Where it happened")
    case .actors: NativeField("actors", .participants, "Who took part, with roles where they matter")
    case .summary: NativeField("summary", .text, "Two to five sentences in our own words, only what the sources carry")
    case .accounts: NativeField("accounts", .records(.account), "Who says what: each party that spoke, then independent findings")
    case .casualties: NativeField("casualties", .records(.casualty), "A line for each figure: whose, what, how many, who says so, as of when")
    case .disputes: NativeField("disputes", .texts, "Which facts the accounts contradict: start, toll, date, target, status …")
    case .sources: NativeField("sources", .references(.source), "The sources of the summary")
    case .links: NativeField("links", .records(.link), "Typed arrows to other events")
    }
  }
}

enum AccountField: Int, RecordField {
  case by, says, stated, source

  static let record = RecordName.account
  var field: NativeField {
    switch self {
    case .by: NativeField("by", .reference(.actor), required: true, "Who says it")
    case .says: NativeField("says", .text, required: true, "What is said, retold")
    case .stated: NativeField("stated", .date, "When it was said")
    case .source: NativeField("source", .reference(.source), "Where it was read")
    }
  }
}

enum CasualtyField: Int, RecordField {
  case of, killed, wounded, missing, captured, displaced, by, source, asOf, note, scope

  static let record = RecordName.casualty
  var field: NativeField {
    switch self {
    case .of: NativeField("of", .reference(.actor), required: true, "Whose loss it is: a group, or all for the whole event")
    case .killed: NativeField("killed", .figure, "How many were killed")
    case .wounded: NativeField("wounded", .figure, "How many were wounded")
    case .missing: NativeField("missing", .figure, "How many are missing")
    case .captured: NativeField("captured", .figure, "How many were captured")
    case .displaced: NativeField("displaced", .figure, "How many were displaced")
    case .by: NativeField("by", .reference(.actor), "Who says so")
    case .source: NativeField("source", .reference(.source), "Where it was read")
    case .asOf: NativeField("as-of", .date, "The day as of which the figure holds")
    case .note: NativeField("note", .text, "What the figure counts or leaves out")
    case .scope:
      NativeField("scope", .word(CasualtyEstimate.Scope.allCases.map(\.rawValue)), "wider when the figure covers more than this event: shown, not counted")
    }
  }

  /// The measure that a key counts, or nil for a key that counts nothing.
  var measure: CasualtyEstimate.Measure? {
    switch self {
    case .killed: .killed
    case .wounded: .wounded
    case .missing: .missing
    case .captured: .captured
    case .displaced: .displaced
    case .of, .by, .source, .asOf, .note, .scope: nil
    }
  }
}

enum FigureField: Int, RecordField {
  case low, best, high

  static let record = RecordName.figure
  var field: NativeField {
    switch self {
    case .low: NativeField("low", .integer(0...Int.max), "At least so many")
    case .best: NativeField("best", .integer(0...Int.max), "The best estimate, where somebody made one")
    case .high: NativeField("high", .integer(0...Int.max), "At most so many")
    }
  }
}

enum LinkField: Int, RecordField {
  case partOf, follows, respondsTo, leadsTo, implements, breaches, contradicts, sameAs, source

  static let record = RecordName.link
  /// The keys that say how two events are joined.
  static let types = allCases.filter { $0.kind != nil }
  var field: NativeField {
    switch self {
    case .partOf: NativeField("part-of", .reference(.event), "The larger event that this one belongs to")
    case .follows: NativeField("follows", .reference(.event), "The event that came before, without a claim of cause")
    case .respondsTo: NativeField("responds-to", .reference(.event), "The event that this one answers")
    case .leadsTo: NativeField("leads-to", .reference(.event), "The event that came of this one")
    case .implements: NativeField("implements", .reference(.event), "The agreement or order that this one carries out")
    case .breaches: NativeField("breaches", .reference(.event), "The agreement or order that this one breaks")
    case .contradicts: NativeField("contradicts", .reference(.event), "The event that cannot both be so")
    case .sameAs: NativeField("same-as", .reference(.event), "The same event told elsewhere")
    case .source: NativeField("source", .reference(.source), "Who makes the link; needed where it claims a cause")
    }
  }

  /// The type of link that a key stands for; nil for `source`.
  var kind: Link.Kind? {
    switch self {
    case .partOf: .partOf
    case .follows: .follows
    case .respondsTo: .respondsTo
    case .leadsTo: .leadsTo
    case .implements: .implements
    case .breaches: .breaches
    case .contradicts: .contradicts
    case .sameAs: .sameAs
    case .source: nil
    }
  }
}
