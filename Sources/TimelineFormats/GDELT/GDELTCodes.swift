import TimelineModel

/// What the codes of GDELT mean.
enum GDELTCodes {
  /// What a value of a column means, in words without a full stop; nil for what is no code, and where there is none.
  static func meaning(_ column: GDELTColumn, _ value: String) -> String? {
    guard !value.isEmpty else { return nil }
    let unknown = "not among the codes that annals knows"
    switch column {
    case .event, .base, .root: return event(value) ?? unknown
    case .quad: return quadClass(value) ?? unknown
    case .actor1Type, .actor1Type2, .actor1Type3, .actor2Type, .actor2Type2, .actor2Type3: return CAMEOActor.types[value]?.words ?? unknown
    case .actor1Country, .actor2Country: return CAMEOCountry.names[value] ?? unknown
    case .geoType, .actor1GeoType, .actor2GeoType: return spot(value)?.words ?? unknown
    case .isRoot: return value == "1" ? "in the first paragraph of a report" : value == "0" ? "further down in a report" : unknown
    default: return nil
    }
  }

  /// What happened, by a code of two to four digits; the fourth says of what sort it was, which is told by the other three.
  ///
  ///     event("190")     // "conventional military force"
  ///     event("1823")    // "a form of physical assault"
  static func event(_ code: String) -> String? {
    if let words = CAMEOEvent.words[code] { return words }
    guard code.utf8.count == 4, let words = CAMEOEvent.words[String(code.dropLast())] else { return nil }
    return "a form of \(words)"
  }

  static func quadClass(_ code: String) -> String? {
    switch code {
    case "1": "cooperation in words"
    case "2": "cooperation in deeds"
    case "3": "conflict in words"
    case "4": "conflict in deeds"
    default: nil
    }
  }

  /// What the coordinates stand for, and how far they may be trusted.
  static func spot(_ code: String) -> (words: String, precision: Place.Precision?)? {
    switch code {
    case "0": ("no place was found", nil)
    case "1": ("only the country is known; the point is its middle", .country)
    case "2": ("only a state of the United States is known; the point is its middle", .region)
    case "3": ("a town or landmark in the United States", .town)
    case "4": ("a town or landmark", .town)
    case "5": ("only a province is known; the point is its middle", .region)
    default: nil
    }
  }

  /// A short form of it that tells places of the same name apart; nil where a town is meant, and for what is no code.
  static func trust(_ code: UnsafeBufferPointer<UInt8>) -> StaticString? {
    guard code.count == 1 else { return nil }
    switch code[0] {
    case UInt8(ascii: "1"): return "country"
    case UInt8(ascii: "2"), UInt8(ascii: "5"): return "region"
    default: return nil
    }
  }
}
