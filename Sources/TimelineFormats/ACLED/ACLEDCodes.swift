import TimelineModel

/// What the codes of ACLED mean.
///
/// Source: ACLED Codebook, 2024.
package enum ACLEDCodes {
  /// What a value of a column means, in words without a full stop; nil for what is no code, or says itself what it means.
  static func meaning(_ column: ACLEDColumn, _ value: String) -> String? {
    switch column {
    case .inter1, .inter2: sort(value).flatMap { $0 == value ? nil : $0 }
    case .interaction: interaction(value)
    case .timePrecision: time(value)
    case .geoPrecision: spot(value)?.meaning
    case .timestamp: nil
    default: nil
    }
  }

  private static let sorts = [
    "State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians", "External/Other forces",
  ]

  /// The sort of an actor, from its number or its name in whatever case; nil for what is neither, and for the 0 that stands for none.
  ///
  ///     sort("2")               // "Rebel group"
  ///     sort("STATE FORCES")    // "State forces"
  package static func sort(_ value: String) -> String? {
    if let number = value.wholeNumber { return sorts.indices.contains(number - 1) ? sorts[number - 1] : nil }
    let word = value.lowercased()
    return sorts.first { $0.lowercased() == word } ?? (word == "other forces" || word == "external forces" ? sorts[7] : nil)
  }

  /// Two digits, the smaller first; the second is 0 where there is one actor alone. Since September 2024 words, which need none.
  private static func interaction(_ value: String) -> String? {
    guard let number = value.wholeNumber, (10...88).contains(number), let first = sort(String(number / 10)) else { return nil }
    if number % 10 == 0 { return "\(first) only" }
    return sort(String(number % 10)).map { "\(first) and \($0)" }
  }

  private static func time(_ value: String) -> String? {
    switch value {
    case "1": "the day is known"
    case "2": "within the week of the day given"
    case "3": "within the month of the day given"
    default: nil
    }
  }

  /// How far the point may be trusted.
  static func spot(_ value: String) -> (meaning: String, precision: Place.Precision)? {
    switch value {
    case "1": ("the town or place itself", .town)
    case "2": ("near the point, or in the area that it stands for", .area)
    case "3": ("only a larger region is known; the point is its capital or represents it", .region)
    default: nil
    }
  }

  /// A short form of it that tells places of the same name apart; nil where the place is exact, and for what is no code.
  static func trust(_ code: UnsafeBufferPointer<UInt8>) -> StaticString? {
    guard code.count == 1 else { return nil }
    return code[0] == UInt8(ascii: "2") ? "area" : code[0] == UInt8(ascii: "3") ? "region" : nil
  }

  /// The model's word for a sort of actor.
  static func kind(_ sort: String?) -> Actor.Kind {
    switch sort {
    case "State forces": .state
    case "Rebel group", "Political militia", "Identity militia", "External/Other forces": .armed
    case "Rioters", "Protesters", "Civilians": .population
    default: .unknown
    }
  }

  /// The types of events and the sub-types of each.
  static let types: [String: [String]] = [
    "Battles": ["Armed clash", "Government regains territory", "Non-state actor overtakes territory"],
    "Explosions/Remote violence": [
      "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
    ],
    "Violence against civilians": ["Sexual violence", "Attack", "Abduction/forced disappearance"],
    "Protests": ["Peaceful protest", "Protest with intervention", "Excessive force against protesters"],
    "Riots": ["Violent demonstration", "Mob violence"],
    "Strategic developments": [
      "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established", "Looting/property destruction",
      "Non-violent transfer of territory", "Other",
    ],
  ]

  /// Every word that stands in `sub_event_type`, in small letters.
  static let subTypes = Set(types.values.joined().map { $0.lowercased() })
}
