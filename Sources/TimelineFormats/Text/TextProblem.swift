package import TimelineModel

/// A problem while only the offset in the text is known; the file's name and the line are added when it is reported.
package struct TextProblem: Hashable, Sendable {
  package var severity: Problem.Severity
  /// UTF-8 offset in the cleaned text.
  package var offset: Int
  package var code: String
  package var what: String
  package var remedy: String?

  package init(_ severity: Problem.Severity, at offset: Int, code: String, _ what: String, remedy: String? = nil) {
    self.severity = severity
    self.offset = offset
    self.code = code
    self.what = what
    self.remedy = remedy
  }
}

extension TextProblem {
  /// The same with its file, line and column.
  package func problem(in file: String, of source: SourceText) -> Problem {
    Problem(severity, at: source.location(of: offset, in: file), code: code, what, remedy: remedy)
  }
}
