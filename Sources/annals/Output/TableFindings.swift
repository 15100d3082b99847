import EDTF
import TimelineBrowser
import TimelineFormats
import TimelineModel
import TimelineStore

/// What `check` says of tables beside their problems one by one: what each is, and every oddity that recurs, with how often and what was done about it.
///
///     ged.csv: ged, 49 columns set apart by commas: GED as of version 20 and later
///     ged.csv: 300 rows
///     ged.csv:2: warning: 154 × sources-not-recorded, the first of them here. The outlets that the row names were counted instead.
///     Together: 1989-01-01 to 2024-12-30, 44 actors, 120 places
struct TableFindings {
  private let intake: Intake
  private let store: EventStore

  init(_ intake: Intake, _ store: EventStore) { (self.intake, self.store) = (intake, store) }

  /// How many problems of a severity the tables have, listed or not.
  func count(_ severity: Problem.Severity) -> Int {
    intake.reports.reduce(0) { sum, table in sum + table.report.oddities.filter { $0.severity == severity }.reduce(0) { $0 + $1.count } }
  }

  /// Nothing where there is no table.
  var lines: [String] {
    let tables = intake.reports
    guard !tables.isEmpty else { return [] }
    var lines: [String] = []
    for (name, format, rows, report) in tables {
      lines.append("\(name): \(format.name), \(report.layout)")
      lines.append("\(name): \(counted(rows, "row"))")
      // One that occurs once has been told with its place.
      for oddity in report.oddities where oddity.count > 1 { lines.append(line(oddity, name)) }
    }
    let span = store.span.map { "\($0.first.iso8601) to \($0.last.iso8601)" } ?? "without dates"
    lines.append("Together: \(span), \(counted(store.directory.actors.count, "actor")), \(counted(store.directory.placeCount, "place"))")
    return lines
  }

  private func line(_ oddity: TableReport.Oddity, _ name: String) -> String {
    let place = SourceLocation(file: name, line: oddity.line)
    let times = "\(Progress.grouped(oddity.count)) × \(oddity.code), the first of them here"
    return "\(place): \(oddity.severity.rawValue): \(times)." + (oddity.remedy.map { " \($0)." } ?? "")
  }

  private func counted(_ number: Int, _ noun: String) -> String { "\(Progress.grouped(number)) \(noun)\(number == 1 ? "" : "s")" }
}
