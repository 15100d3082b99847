import ArgumentParser
import TimelineModel
import TimelineStore

/// `annals check FILE…`: every problem as `file:line:column: words`, the compiler of a chronology.
struct CheckCommand: Work {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say everything that is wrong with a timeline, with file, line and column; of a table also what it is.")

  @Argument(help: "Files and folders; - is standard input.", completion: .file())
  var files: [String]
  @Flag(help: "End in 1 for warnings too.")
  var strict = false
  @Flag(help: "Print what the timeline covers: by period, kind, source, publisher and side.")
  var report = false
  @Option(help: "How to print it: text, or json, one document for other programs.")
  var format: Format = .text
  @OptionGroup var map: MapOption

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func validate() throws {
    if report, format == .json { throw ValidationError("--report is for people: leave it away, or --format json") }
  }

  func work() throws(Failure) {
    let (opening, intake) = try Opening.readFiles(files, columns: map.request)
    let (lookAlikes, tables) = (LookAlikeFindings(opening.store), TableFindings(intake, opening.store))
    let errors = intake.curatedProblems.count { $0.severity == .error } + tables.count(.error)
    let warnings = intake.curatedProblems.count { $0.severity == .warning } + tables.count(.warning) + lookAlikes.count
    var output = Output()
    switch format {
    case .json:
      let problems = opening.problems + lookAlikes.problems
      try output.data(CheckDocument(intake: intake, store: opening.store, problems: problems, errors: errors, warnings: warnings).bytes)
    case .text:
      for problem in opening.problems + lookAlikes.problems { try output.line(problem.description) }
      if lookAlikes.unlisted > 0 { try output.line("\(BrowseCommand.counted(lookAlikes.unlisted, "further actor")) that look alike") }
      for line in tables.lines { try output.line(line) }
      if report { for line in CoverageReport(opening.store).lines { try output.line(line) } }
      let counted = BrowseCommand.counted
      try output.line("\(counted(opening.store.count, "event")), \(counted(errors, "error")), \(counted(warnings, "warning"))")
    }
    try output.flush()
    if errors > 0 || (strict && warnings > 0) { throw Failure("", .dataHasErrors) }
  }
}
