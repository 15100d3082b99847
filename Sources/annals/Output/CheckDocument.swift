import TimelineFormats
import TimelineModel
import TimelineStore

/// What `check --format json` says, in one document: the files and what they were taken for, every problem, what recurs, and how many there are.
///
///     {"format":"annals-check","version":1,"files":[{"name":"ged.csv","format":"ged","rows":300,"layout":"49 columns …","columns":[]}],
///     "events":300,"actors":44,"places":120,"first":"1989-01-01","last":"2024-12-30","problems":[…],"recurring":[…],"errors":0,"warnings":155}
///
/// The names and their order are a promise, as those of `list --format json` are; `data/schema/check.json` describes them (``SchemaText/check``).
struct CheckDocument {
  /// Raised when a name changes its meaning.
  static let version = 1

  let intake: Intake
  let store: EventStore
  /// All that are told one by one, in their order.
  let problems: [Problem]
  let errors: Int
  let warnings: Int

  var bytes: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.field("format", "annals-check")
      json.field("version", Self.version)
      json.field("files", each: files) { json, file in
        json.field("name", file.name)
        json.field("format", file.format)
        json.field("rows", file.rows)
        json.field("layout", file.report?.layout)
        json.field("columns", each: file.report?.columns ?? []) { json, column in
          json.field("name", column.name)
          json.field("role", column.role)
          json.field("by", column.reason.rawValue)
        }
      }
      json.field("events", store.count)
      json.field("actors", store.directory.actors.count)
      json.field("places", store.directory.placeCount)
      json.field("first", store.span?.first)
      json.field("last", store.span?.last)
      json.field("problems", each: problems) { json, problem in
        Self.place(problem.severity, problem.location, problem.code, &json)
        json.field("what", problem.what)
        json.field("remedy", problem.remedy)
      }
      json.field("recurring", each: recurring) { json, each in
        Self.place(each.oddity.severity, SourceLocation(file: each.file, line: each.oddity.line), each.oddity.code, &json)
        json.field("count", each.oddity.count)
        json.field("remedy", each.oddity.remedy)
      }
      json.field("errors", errors)
      json.field("warnings", warnings)
    }
    json.newline()
    return json.bytes
  }

  private var files: [(name: String, format: String, rows: Int, report: TableReport?)] {
    intake.curatedFiles.map { ($0.name, $0.format.name, $0.events, nil) } + intake.reports.map { ($0.name, $0.format.name, $0.rows, $0.report) }
  }

  /// What occurs more than once in a table, with how often, whether all of it is told one by one or not.
  private var recurring: [(file: String, oddity: TableReport.Oddity)] {
    intake.reports.flatMap { table in table.report.oddities.filter { $0.count > 1 }.map { (table.name, $0) } }
  }

  private static func place(_ severity: Problem.Severity, _ location: SourceLocation, _ code: String, _ json: inout JSONText) {
    json.field("severity", severity.rawValue)
    json.field("file", location.file)
    json.field("line", location.line > 0 ? location.line : nil)
    json.field("column", location.column > 0 ? location.column : nil)
    json.field("code", code)
  }
}
