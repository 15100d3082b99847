/// A typed arrow from one event to another. A link is a claim too, so it has a source where it is more than plain sequence.
public struct Link: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case partOf = "part-of"
    case follows
    case respondsTo = "responds-to"
    case leadsTo = "leads-to"
    case implements, breaches, contradicts
    case sameAs = "same-as"

    /// What the arrow means, read forward: "this … that".
    public var forward: String {
      switch self {
      case .partOf: "part of"
      case .follows: "follows"
      case .respondsTo: "responds to"
      case .leadsTo: "leads to"
      case .implements: "implements"
      case .breaches: "breaches"
      case .contradicts: "contradicts"
      case .sameAs: "same as"
      }
    }

    /// What the arrow means, read backward: "that … this".
    public var backward: String {
      switch self {
      case .partOf: "includes"
      case .follows: "followed by"
      case .respondsTo: "answered by"
      case .leadsTo: "led to by"
      case .implements: "implemented by"
      case .breaches: "breached by"
      case .contradicts: "contradicted by"
      case .sameAs: "same as"
      }
    }

    /// Whether the event that bears the link came of its target (`follows`, `responds-to`, `implements`, `breaches`), led to it (`leads-to`), or neither.
    public var direction: Direction {
      switch self {
      case .follows, .respondsTo, .implements, .breaches: .fromTarget
      case .leadsTo: .toTarget
      case .partOf, .contradicts, .sameAs: .neither
      }
    }

    /// Whether the link claims a cause, so that it needs a source.
    public var claimsCause: Bool {
      switch self {
      case .leadsTo, .respondsTo, .breaches: true
      default: false
      }
    }
  }

  public enum Direction: Hashable, Sendable { case fromTarget, toTarget, neither }

  public var kind: Kind
  public var target: Identifier
  public var source: Identifier?
  public var location: SourceLocation?

  public init(_ kind: Kind, _ target: Identifier, source: Identifier? = nil, location: SourceLocation? = nil) {
    self.kind = kind
    self.target = target
    self.source = source
    self.location = location
  }
}
