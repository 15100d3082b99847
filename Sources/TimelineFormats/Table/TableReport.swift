package import TimelineModel

/// What a table is and what was odd in it, for somebody who asks: `annals check`.
package struct TableReport: Sendable {
  /// How many columns there are, how they are set apart and what they were taken for.
  package var layout: String
  /// Which columns play which parts, and why; empty where the format says what every column is.
  package var columns: [Column] = []
  /// Every kind of problem, errors first, the most frequent first.
  package var oddities: [Oddity]

  /// A column that plays a part.
  package struct Column: Hashable, Sendable {
    package var name: String
    package var role: String
    package var reason: ColumnReason
  }

  /// All problems of one kind, those too that are not listed one by one.
  package struct Oddity: Hashable, Sendable {
    package var code: String
    package var severity: Problem.Severity
    package var count: Int
    /// Where the first of them is; 0 when it is the file as a whole.
    package var line: Int
    /// What was done about it, or is to be done.
    package var remedy: String?
  }
}

extension ProblemLog {
  /// Every kind of problem with how often it occurs.
  var oddities: [TableReport.Oddity] {
    var kinds: [String: TableReport.Oddity] = [:]
    for problem in listedProblems {
      kinds[problem.code, default: .init(code: problem.code, severity: problem.severity, count: 0, line: problem.location.line, remedy: problem.remedy)].count =
        max(1, count(of: problem.code))
    }
    return kinds.values.sorted { ($0.severity == .error ? 0 : 1, -$0.count, $0.code) < ($1.severity == .error ? 0 : 1, -$1.count, $1.code) }
  }
}

extension CSVDialect {
  /// What sets the fields apart, in words.
  var words: String {
    switch separator {
    case UInt8(ascii: ","): "commas"
    case UInt8(ascii: "\t"): "tabs"
    case UInt8(ascii: ";"): "semicolons"
    default: "“\(Unicode.Scalar(separator))”"
    }
  }
}

extension GEDLayout {
  var words: String {
    guard columns.missing.isEmpty else { return "GED as before version 20, or a part of it" }
    return columns.unknown.isEmpty ? "GED as of version 20 and later" : "GED with columns of somebody else's"
  }
}

extension ACLEDLayout {
  var words: String {
    let age = self[.disorderType] >= 0 ? "ACLED as of 2023 and later" : "ACLED as before 2023"
    return isMonadic ? age + ", a row for each actor" : age
  }
}

extension SlideLayout {
  var words: String { "the slides of a TimelineJS spreadsheet" }
}

extension TableLayout {
  var parts: [TableReport.Column] {
    ColumnRole.allCases.filter { mapping.has($0) }.map { role in
      TableReport.Column(name: header.names[mapping[role]], role: role.rawValue, reason: mapping.reason(for: role))
    }
  }

  /// `date is Datum (by --map); title is What, killed is Deaths (by name)`
  var words: String {
    let groups = ColumnReason.allCases.compactMap { reason -> String? in
      let own = parts.filter { $0.reason == reason }.map { "\($0.role) is \($0.name)" }
      return own.isEmpty ? nil : "\(own.joined(separator: ", ")) (\(reason.words))"
    }
    return groups.isEmpty ? "none of them is known" : groups.joined(separator: "; ")
  }
}
