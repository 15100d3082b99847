/// Somebody who acts or speaks in events: a state, an armed force, a person, a court.
public struct Actor: Hashable, Sendable {
  /// What sort of actor it is. Mediator and host are roles in an event, not kinds.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case state
    case deFacto = "de-facto"
    case population, armed, political, person, peacekeepers, monitors, organisation, court
    /// A third party whose voice is that of a finding (Human Rights Watch, UCDP).
    case finder
    /// Foreign data that say no more than a name.
    case unknown

    /// Whether an account by such an actor is a finding rather than a party's claim, and so may stand in any event.
    public var mayFind: Bool {
      switch self {
      case .finder, .court, .organisation, .monitors: true
      default: false
      }
    }
  }

  public var id: Identifier
  /// The form used in our texts.
  public var name: String
  /// Other names, all of which find it.
  public var aliases: [Name]
  public var kind: Kind
  /// The side it stands on, as the data name it (`armenian`, `azerbaijani`); nil for none.
  public var side: String?
  /// The actor it belongs to: a ministry to its state, a minister to a ministry. `actor:armenia` finds everything below Armenia.
  public var parent: Identifier?
  public var extra: [ExtraField]
  public var location: SourceLocation?

  public init(
    id: Identifier, name: String, aliases: [Name] = [], kind: Kind = .unknown, side: String? = nil, parent: Identifier? = nil,
    extra: [ExtraField] = [], location: SourceLocation? = nil
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.side = side
    self.parent = parent
    self.extra = extra
    self.location = location
  }
}

/// A name in one language or by one user: `az: Şuşa`.
public struct Name: Hashable, Sendable {
  /// The language as BCP 47 writes it, or whatever word the data use.
  public var language: String
  public var text: String

  public init(language: String, text: String) {
    self.language = language
    self.text = text
  }
}

/// A field that the model has no word for, kept and shown under its own name.
public struct ExtraField: Hashable, Sendable {
  public var name: String
  public var value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
