/// What a text means, before it is kept.
struct Reading {
  var level: Int
  var precision: Precision
  var earliest: Int64
  var latest: Int64
  var marks: EDTFDate.Marks = []

  func date(_ text: String) -> EDTFDate {
    EDTFDate(text: text, level: level, precision: precision, earliest: earliest, latest: latest, marks: marks)
  }
}

extension Reading {
  init(_ expression: Expression) {
    switch expression {
    case .date(let date): self.init(date)
    case .interval(let start, let end): self.init(from: start, to: end)
    case .set(let set): self.init(set)
    }
  }

  private init(_ date: PartialDate) {
    self.init(level: date.level, precision: date.precision, earliest: .min, latest: .max)
    qualify(date.qualifiers.any)
    if let extent = date.extent { bound(extent.earliest, extent.latest) }
  }

  /// In an interval, unknown digits are of level 2 whichever they are: level 1 adds qualifiers and open ends to intervals, level 2 the rest.
  private init(from start: Expression.Endpoint, to end: Expression.Endpoint) {
    self.init(level: 0, precision: .span, earliest: .min, latest: .max)
    var (earliest, latest): (Bound?, Bound?)
    switch start {
    case .open: marks.insert(.openStart)
    case .unknown: marks.insert(.unknownStart)
    case .date(let date): earliest = include(date)?.earliest
    }
    switch end {
    case .open: marks.insert(.openEnd)
    case .unknown: marks.insert(.unknownEnd)
    case .date(let date): latest = include(date)?.latest
    }
    if start.date == nil || end.date == nil { level = max(level, 1) }
    bound(earliest, latest)
  }

  private mutating func include(_ date: PartialDate) -> Extent? {
    qualify(date.qualifiers.any)
    level = max(level, date.hasUnknownDigits ? 2 : date.level)
    return date.extent
  }

  private init(_ set: DateSet) {
    self.init(level: 2, precision: .set, earliest: .min, latest: .max)
    qualify(set.qualifier)
    if set.reachesBack { marks.insert(.openStart) }
    if set.reachesOn { marks.insert(.openEnd) }
    bound(set.reachesBack ? nil : set.earliest?.extent.earliest, set.reachesOn ? nil : set.latest?.extent.latest)
  }

  private mutating func qualify(_ qualifier: Qualifier) {
    if qualifier.contains(.approximate) { marks.insert(.approximate) }
    if qualifier.contains(.uncertain) { marks.insert(.uncertain) }
  }

  /// Sets the bounds that are known; nil leaves one at its extreme.
  private mutating func bound(_ earliest: Bound?, _ latest: Bound?) {
    if let earliest {
      self.earliest = earliest.sortNumber
      if earliest.isBeyondAllDays { marks.insert(.uncountableStart) }
    }
    if let latest {
      self.latest = latest.sortNumber
      if latest.isBeyondAllDays { marks.insert(.uncountableEnd) }
    }
  }
}
