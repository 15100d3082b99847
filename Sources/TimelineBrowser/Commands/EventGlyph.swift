package import Terminal
package import TimelineModel

/// How a kind of event is drawn in a list: one glyph, its ASCII twin, and the theme role that colours it.
///
/// Colour never carries the meaning alone: no two kinds share a glyph.
package struct EventGlyph: Hashable, Sendable {
  package let glyph: String
  package let ascii: String
  package let role: Role

  package init(_ kind: EventKind) {
    (glyph, ascii, role) =
      switch kind {
      case .war: ("✸", "X", .war)
      case .clash: ("✶", "x", .clash)
      case .atrocity: ("▼", "!", .atrocity)
      case .ceasefire: ("◇", "o", .ceasefire)
      case .agreement: ("◈", "A", .agreement)
      case .mediation: ("◆", "m", .mediation)
      case .peacekeeping: ("◉", "k", .peacekeeping)
      case .political: ("▪", "p", .political)
      case .displacement: ("»", "d", .displacement)
      case .humanitarian: ("+", "h", .humanitarian)
      case .legal: ("§", "l", .legal)
      default: ("·", ".", .kindOther)
      }
  }

  package func text(ascii useASCII: Bool) -> String { useASCII ? ascii : glyph }
}
