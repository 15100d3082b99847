public import TimelineModel

/// What a reader made of some files: everything that could be understood, and what could not.
public struct ReadResult: Sendable {
  public var timeline: Timeline
  /// In order of file, line and column.
  public var problems: [Problem]

  public init(timeline: Timeline, problems: [Problem]) {
    self.timeline = timeline
    self.problems = problems
  }

  public var errorCount: Int { problems.count { $0.severity == .error } }
  public var warningCount: Int { problems.count { $0.severity == .warning } }
}
