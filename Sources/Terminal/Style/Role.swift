/// What a piece of the drawing is for. A view names the role, a theme says how it looks; no view knows a colour.
///
/// The raw value is the name in theme files. No role stands for an actor: sides of a conflict get equal weight and the same look.
package enum Role: String, CaseIterable, Hashable, Sendable {
  // Text
  case normal, dim, strong
  // The frame of the page
  case title, header, footer, key, rule, scrollbar
  // Where the reader is
  case selection, match, marker
  case selectionInactive = "selection-inactive"
  // Filter chips
  case chip
  case chipOff = "chip-off"
  // The strip of the whole span
  case stripFighting = "strip-fighting"
  case stripTalks = "strip-talks"
  case stripOther = "strip-other"
  case stripPale = "strip-pale"
  case era
  case eraNow = "era-now"
  case date
  // One for each kind of event
  case war, clash, ceasefire, agreement, mediation, peacekeeping, political, displacement, atrocity, humanitarian, legal
  case kindOther = "kind-other"
  // What an event page says
  case killed, dispute, difference, link, source
  case accountHeader = "account-header"
  // Messages
  case error, warning, notice
  // Prompts and menus
  case prompt, menu
  case menuSelected = "menu-selected"
  // Set by the gate itself
  case substitute

  /// The position in the table of roles, from 0; an index for what is kept once a role.
  package var index: Int {
    // An enumeration without payload of fewer than 256 cases is one byte that counts them in order; a test holds it so.
    Int(unsafeBitCast(self, to: UInt8.self))
  }

  /// What the role is for, in a sentence.
  package var summary: String { description.sentence }

  /// The letter that stands for the role in ``Canvas/roles(_:)``; no two roles share one.
  package var letter: Character { description.letter }

  /// Whether the role is for glyphs and lines rather than for words to be read: its contrast may then be 3:1 instead of 4.5:1.
  ///
  /// Source: WCAG 2.2, success criteria 1.4.3 and 1.4.11.
  package var isGlyph: Bool {
    switch self {
    case .rule, .scrollbar, .stripFighting, .stripTalks, .stripOther, .stripPale, .marker, .chipOff: true
    default: false
    }
  }

  private var description: (letter: Character, sentence: String) {
    switch self {
    case .normal: (".", "Plain text, and everything that has no role of its own")
    case .dim: ("d", "Text of less weight: gaps, hints, what stands beside the point")
    case .strong: ("b", "Text that stands out within a paragraph")
    case .title: ("T", "The title of an event or a page")
    case .header: ("H", "The bar at the top: timeline, filter, counts")
    case .footer: ("F", "The bar at the bottom: keys and messages")
    case .key: ("k", "A key in the footer, in help or in a menu")
    case .rule: ("-", "Lines between panes and groups")
    case .scrollbar: ("|", "The scroll bar of a pane")
    case .selection: ("S", "The selected row in the pane that has the keys")
    case .match: ("m", "Letters that a search found")
    case .marker: ("^", "The mark under the strip where the list stands")
    case .selectionInactive: ("s", "The selected row in a pane that has not the keys")
    case .chip: ("c", "A filter that is on")
    case .chipOff: ("o", "A filter that is switched off")
    case .stripFighting: ("f", "Strip: war, clash and atrocity")
    case .stripTalks: ("t", "Strip: ceasefire, agreement and mediation")
    case .stripOther: ("u", "Strip: all events, or deaths, where there are no two bands")
    case .stripPale: ("p", "Strip: what is known to a month or a year only, spread over it")
    case .era: ("e", "The name of an era")
    case .eraNow: ("E", "The era the selected event lies in")
    case .date: ("D", "Dates in the list")
    case .war: ("1", "Events of kind war")
    case .clash: ("2", "Events of kind clash")
    case .ceasefire: ("3", "Events of kind ceasefire")
    case .agreement: ("4", "Events of kind agreement")
    case .mediation: ("5", "Events of kind mediation")
    case .peacekeeping: ("6", "Events of kind peacekeeping")
    case .political: ("7", "Events of kind political")
    case .displacement: ("8", "Events of kind displacement")
    case .atrocity: ("9", "Events of kind atrocity")
    case .humanitarian: ("h", "Events of kind humanitarian")
    case .legal: ("l", "Events of kind legal")
    case .kindOther: ("0", "Events of a kind without a role of its own")
    case .killed: ("K", "Figures of the killed and wounded")
    case .dispute: ("?", "The mark of an event whose accounts disagree")
    case .difference: ("!", "Where one account differs from another")
    case .link: ("L", "Something to be followed: linked events, actors, places")
    case .source: ("N", "References to sources")
    case .accountHeader: ("A", "The heading of an account: who says so")
    case .error: ("X", "What went wrong")
    case .warning: ("W", "What may be wrong")
    case .notice: ("i", "What is worth knowing")
    case .prompt: (":", "The line where the reader types")
    case .menu: ("M", "Rows of a menu")
    case .menuSelected: ("Z", "The selected row of a menu")
    case .substitute: ("x", "What stands for a character that must not be drawn")
    }
  }
}
