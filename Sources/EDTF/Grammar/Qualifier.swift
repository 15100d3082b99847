/// How sure somebody is of a date or of one of its parts.
///
/// Where it stands decides what it qualifies. On the right of a part it holds for that part and all to its left (`2004-06~-11`: year and month); on the left
/// for that part alone (`2004-~06-11`: the month). The text does not say what two qualifiers of one part mean together; here they add up, so `?2004~` is
/// uncertain and approximate, like `2004%`.
struct Qualifier: OptionSet, Hashable, Sendable {
  let rawValue: UInt8
  /// `?`: the source may be wrong.
  static let uncertain = Qualifier(rawValue: 1 << 0)
  /// `~`: near this date.
  static let approximate = Qualifier(rawValue: 1 << 1)

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The qualifier that a byte stands for: `?`, `~`, or `%` for both.
  init?(byte: UInt8) {
    switch byte {
    case UInt8(ascii: "?"): self = .uncertain
    case UInt8(ascii: "~"): self = .approximate
    case UInt8(ascii: "%"): self = [.uncertain, .approximate]
    default: return nil
    }
  }
}
