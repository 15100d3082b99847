import TimelineModel

/// What the codes of the UCDP Georeferenced Event Dataset mean.
///
/// Source: UCDP GED Codebook, version 25.1.
package enum GEDCodes {
  /// What a value of a column means, in words without a full stop; nil for what is no code, or not one that the codebook knows.
  package static func meaning(_ column: GEDColumn, _ value: String) -> String? {
    switch column {
    case .typeOfViolence: violence(value)?.meaning
    case .wherePrecision: spot(value)?.meaning
    case .eventClarity: clarity(value)
    case .datePrecision: date(value)
    case .codeStatus: status(value)
    case .activeYear: activity(value)
    case .numberOfSources: value == "-1" ? "not recorded" : nil
    default: nil
    }
  }

  /// Whether a column holds codes, so that a value without a meaning is a mistake.
  static let coded: [GEDColumn] = [.typeOfViolence, .wherePrecision, .eventClarity, .datePrecision]

  /// The publisher's word for a type of violence, which is the event's kind, and what it means.
  static func violence(_ value: String) -> (kind: String, meaning: String)? {
    switch value {
    case "1": ("state-based", "state-based: armed conflict in which a government is a party")
    case "2": ("non-state", "non-state: armed conflict between organised groups, none of them a government")
    case "3": ("one-sided", "one-sided: a government or an organised group against civilians")
    default: nil
    }
  }

  /// How far the point may be trusted: what the code means, and the model's word for it.
  static func spot(_ value: String) -> (meaning: String, precision: Place.Precision?)? {
    switch value {
    case "1": ("the exact place", .exact)
    case "2": ("within about 25 km of the point", .area)
    case "3": ("only the district (second-level division) is known; the point stands for it", .area)
    case "4": ("only the province (first-level division) is known; the point stands for it", .region)
    case "5": ("a line or an area without clear limits; the point represents it", .area)
    case "6": ("only the country is known; the point stands for it", .country)
    case "7": ("international waters or airspace", nil)
    default: nil
    }
  }

  /// A short form of it that tells places of the same name apart; nil where the place is exact, and for what is no code.
  @inline(__always)
  static func trust(_ code: UnsafeBufferPointer<UInt8>) -> StaticString? {
    guard code.count == 1 else { return nil }
    switch code[0] {
    case UInt8(ascii: "2"): return "within 25 km"
    case UInt8(ascii: "3"): return "district"
    case UInt8(ascii: "4"): return "province"
    case UInt8(ascii: "5"): return "area"
    case UInt8(ascii: "6"): return "country"
    case UInt8(ascii: "7"): return "waters or airspace"
    default: return nil
    }
  }

  /// The number of that short form; 0 where there is none.
  @inline(__always)
  static func trustNumber(_ code: UnsafeBufferPointer<UInt8>) -> Int {
    guard code.count == 1, code[0] >= UInt8(ascii: "2"), code[0] <= UInt8(ascii: "7") else { return 0 }
    return Int(code[0] - UInt8(ascii: "1"))
  }

  private static func date(_ value: String) -> String? {
    switch value {
    case "1": "the day is known"
    case "2": "within two to six days"
    case "3": "within a week"
    case "4": "within a month"
    case "5": "within a year"
    default: nil
    }
  }

  private static func clarity(_ value: String) -> String? {
    switch value {
    case "1": "clear: the event is reported by itself"
    case "2": "less clear: taken from a report that sums up several"
    default: nil
    }
  }

  private static func activity(_ value: String) -> String? {
    switch value {
    case "1", "True", "TRUE", "true": "the dyad reached 25 deaths in this year"
    case "0", "False", "FALSE", "false": "the dyad did not reach 25 deaths in this year"
    default: nil
    }
  }

  private static func status(_ value: String) -> String? {
    switch value {
    case "Clear": "all criteria of inclusion are met"
    case "Check Deaths": "candidate: the number of deaths is still to be checked"
    case "Check Dyad": "candidate: who fought whom is still to be checked"
    case "Check Type of Violence": "candidate: the type of violence is still to be checked"
    case "Low Confidence": "candidate: what is known so far is weak"
    default: nil
    }
  }
}
