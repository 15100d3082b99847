/// Something that is wrong in the data, where it is, and what to write instead.
///
/// Reading never fails as a whole: what can be understood opens, and everything else becomes a `Problem`. `annals check` and the
/// browser's list of problems print the same words:
///
///     events/2020.yaml:214:7: error: 2020-11-31 does not exist; November 2020 has 30 days. Write 2020-11-30, or 2020-11 if the day is unknown.
public struct Problem: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Something was lost or contradicts itself; `check` ends in 1.
    case error
    /// Everything was read, but a careful curator would mend it; `check` ends in 0 unless `--strict`.
    case warning
  }

  public var severity: Severity
  public var location: SourceLocation
  /// A short stable name for the kind of mistake, as `unknown-actor`; tests and filters use it.
  public var code: String
  /// What is wrong: one sentence without its full stop.
  public var what: String
  /// What to do: one sentence without its full stop, or nil when there is nothing to add.
  public var remedy: String?

  public init(_ severity: Severity, at location: SourceLocation, code: String, _ what: String, remedy: String? = nil) {
    self.severity = severity
    self.location = location
    self.code = code
    self.what = what
    self.remedy = remedy
  }

  /// The sentence or two that a person reads: `What. Remedy.`
  public var words: String {
    guard let remedy else { return what + "." }
    return "\(what). \(remedy)."
  }
}

extension Problem: CustomStringConvertible {
  /// `file:line:column: severity: words`, a form that editors jump from. Not yet cleaned for a terminal.
  public var description: String { "\(location): \(severity.rawValue): \(words)" }
}
