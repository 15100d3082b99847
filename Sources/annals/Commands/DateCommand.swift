import ArgumentParser
import Bytes
import EDTF
import TimelineFormats

/// `annals date EDTF…`: valid or not, the earliest and the latest day, and the date in words.
struct DateCommand: Work {
  static let configuration = CommandConfiguration(
    commandName: "date", abstract: "Explain dates in the Extended Date/Time Format: valid or not, earliest and latest day, in words.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
  }

  @Option(help: "How to print it: text or jsonl.")
  var format: Format = .text
  @Argument(parsing: .allUnrecognized, help: "Dates as in 1994-05, 2020-09-27/2020-11-10, 1991-09~, -0044; - reads one a line from standard input.")
  var dates: [String]

  func work() throws(Failure) {
    var output = Output()
    var allValid = true
    for date in try texts() {
      do {
        let parsed = try EDTFDate(date)
        switch format {
        case .text: try text(parsed, &output)
        case .jsonl: try output.data(DateJSON.line(for: parsed))
        }
      } catch let error as EDTFError {
        allValid = false
        switch format {
        case .text: try output.line("\(date): not valid: \([error.reason, error.remedy].compactMap { $0 }.joined(separator: ". "))")
        case .jsonl: try output.data(DateJSON.line(for: date, error))
        }
      } catch let failure as Failure {
        throw failure
      } catch {
        throw Failure("\(error)", .inputOutput)
      }
    }
    try output.flush()
    if !allValid { throw Failure("", .dataHasErrors) }
  }

  /// The dates of the arguments, and for `-` those of standard input, a line each.
  private func texts() throws(Failure) -> [String] {
    var texts: [String] = []
    for date in dates where date != "--" {
      guard date == "-" else {
        texts.append(date)
        continue
      }
      do {
        let input = String(decoding: try FileBytes(path: "-").array, as: UTF8.self)
        texts += input.split(whereSeparator: \.isNewline).map(String.init)
      } catch {
        throw Failure(error)
      }
    }
    return texts
  }

  private func text(_ date: EDTFDate, _ output: inout Output) throws(Failure) {
    func end(_ day: Day?, open: Bool, unknown: Bool) -> String {
      day?.iso8601 ?? (open ? "open" : unknown ? "unknown" : date.boundsProblem ?? "unknown")
    }
    let earliest = end(date.earliest, open: date.isOpenStart, unknown: date.isUnknownStart)
    let latest = end(date.latest, open: date.isOpenEnd, unknown: date.isUnknownEnd)
    try output.line("\(date.text): \(date.wordsWithWeekday)")
    try output.line("  level \(date.level), earliest \(earliest), latest \(latest)")
  }
}
