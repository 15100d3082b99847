/// What sort of event this is. One kind an event.
///
/// A curated timeline uses the eleven kinds below; a foreign row keeps its publisher's own word (`state-based`, `Shelling/artillery/missile attack`),
/// which then stands in neither band.
public struct EventKind: RawRepresentable, Hashable, Sendable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A declared campaign or a named battle.
  public static let war = EventKind(rawValue: "war")
  /// An incident outside a declared campaign.
  public static let clash = EventKind(rawValue: "clash")
  /// A truce agreed or in force.
  public static let ceasefire = EventKind(rawValue: "ceasefire")
  /// A text that the parties accepted.
  public static let agreement = EventKind(rawValue: "agreement")
  /// Talks without a binding text.
  public static let mediation = EventKind(rawValue: "mediation")
  /// Peacekeepers, monitors, missions.
  public static let peacekeeping = EventKind(rawValue: "peacekeeping")
  /// Votes, resignations, declarations, changes of control.
  public static let political = EventKind(rawValue: "political")
  /// People made to leave, or leaving.
  public static let displacement = EventKind(rawValue: "displacement")
  /// Killing or striking of civilians or of protected sites.
  public static let atrocity = EventKind(rawValue: "atrocity")
  /// Prisoners, bodies, mines, relief, blockade, disaster.
  public static let humanitarian = EventKind(rawValue: "humanitarian")
  /// Courts, decisions of the UN and the OSCE, arrests.
  public static let legal = EventKind(rawValue: "legal")

  /// The kinds that the native format knows, in the order in which legends and menus show them.
  public static let known: [EventKind] = [
    war, clash, atrocity, ceasefire, agreement, mediation, peacekeeping, political, displacement, humanitarian, legal,
  ]

  /// The half of the strip that this kind is counted in, or nil for neither.
  public var band: Band? {
    switch self {
    case .war, .clash, .atrocity: .fighting
    case .ceasefire, .agreement, .mediation: .talks
    default: nil
    }
  }

  /// What the kind means, in one sentence without its full stop; nil for a publisher's own word.
  public var meaning: String? {
    switch self {
    case .war: "A declared campaign or a named battle"
    case .clash: "An incident outside a declared campaign"
    case .ceasefire: "A truce agreed or in force"
    case .agreement: "A text that the parties accepted"
    case .mediation: "Talks without a binding text"
    case .peacekeeping: "Peacekeepers, monitors, missions"
    case .political: "Votes, resignations, declarations, changes of control"
    case .displacement: "People made to leave, or leaving"
    case .atrocity: "Killing or striking of civilians or of protected sites"
    case .humanitarian: "Prisoners, bodies, mines, relief, blockade, disaster"
    case .legal: "Courts, decisions of the UN and the OSCE, arrests"
    default: nil
    }
  }
}

/// The two rhythms whose interplay is the story of a conflict.
public enum Band: String, Hashable, Sendable, CaseIterable {
  /// War, clash and atrocity.
  case fighting
  /// Ceasefire, agreement and mediation.
  case talks
}
