internal import CNcurses

extension Screen {
  /// Why there is no screen to draw on. The program then prints its list instead.
  package enum Unusable: Error, Hashable, Sendable, CaseIterable {
    case outputIsNoTerminal
    case noControllingTerminal
    case termUnset
    case termUnknown
    case termTooPoor
    case failed

    /// A sentence for standard error.
    package var reason: String {
      switch self {
      case .outputIsNoTerminal: "Standard output is not a terminal."
      case .noControllingTerminal: "There is no terminal to read keys from (/dev/tty)."
      case .termUnset: "TERM is not set, so it is not known what the terminal understands."
      case .termUnknown: "TERM names a terminal that this system does not know."
      case .termTooPoor: "The terminal that TERM names cannot move its cursor."
      case .failed: "The terminal could not be set up."
      }
    }

    init?(_ usability: cn_usability) {
      switch usability {
      case CN_USABLE: return nil
      case CN_OUTPUT_IS_NO_TERMINAL: self = .outputIsNoTerminal
      case CN_NO_CONTROLLING_TERMINAL: self = .noControllingTerminal
      case CN_TERM_UNSET: self = .termUnset
      case CN_TERM_UNKNOWN: self = .termUnknown
      case CN_TERM_TOO_POOR: self = .termTooPoor
      default: self = .failed
      }
    }
  }

  /// Why no screen can be opened, or nil when one can. Changes nothing.
  package static func obstacle() -> Unusable? { Unusable(cn_probe()) }

  /// Whether the locale of the environment is UTF-8; anywhere else the canvas must be ASCII.
  package static func localeIsUTF8() -> Bool { cn_locale_is_utf8() }
}
