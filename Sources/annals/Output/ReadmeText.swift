import ArgumentParser
import Terminal
import TimelineBrowser
import TimelineStore

/// The parts of the README that are made from the tables of the program. A test holds the README equal to them, and rewrites it with RECORD_SNAPSHOTS=1.
///
///     annals manual --readme keys      # what stands between <!-- made:keys --> and <!-- /made -->
enum ReadmeText: String, ExpressibleByArgument, CaseIterable {
  case screen, filters, commands, keys

  /// - Throws: A failure when this annals was built without its timeline, which the screen shows.
  func markdown() throws(Failure) -> String {
    switch self {
    case .screen: try Self.firstScreen()
    case .filters: Self.filterTable
    case .commands: Self.usage
    case .keys: Self.keyTable
    }
  }

  /// The first screen at a day of which both sides tell.
  private static func firstScreen() throws(Failure) -> String {
    let size = Size(columns: 110, rows: 30)
    var state = BrowserState(store: try Opening.bundled.store, size: size, settings: Settings())
    _ = state.begin(atDate: "2023-05-11")
    var canvas = Canvas(size: size)
    state.draw(on: &canvas)
    return "```\n\(canvas.text)\n```"
  }

  private static var filterTable: String {
    table(["field", "asks for", "as in"], FilterField.all.map { ["`\($0.name):`", $0.help, "`\($0.example)`"] })
  }

  private static var usage: String {
    let shown = Annals.configuration.subcommands.map { $0.configuration }.filter(\.shouldDisplay)
    return "```\n" + ManualPage.usages.joined(separator: "\n") + "\n```\n\n"
      + table(["command", "what it does"], shown.map { ["`annals \($0.commandName ?? "")`", $0.abstract] })
  }

  /// Every command that a key runs, with the places in which those keys hold.
  private static var keyTable: String {
    var rows: [[String]] = []
    for command in Command.allCases {
      var places: [(keys: [String], names: [String])] = []
      for place in Keymap.Place.allCases {
        let labels = Keymap.standard.bindings.filter { $0.place == place && $0.command == command }.map(\.label)
        guard !labels.isEmpty else { continue }
        if let index = places.firstIndex(where: { $0.keys == labels }) {
          places[index].names.append(place.rawValue)
        } else {
          places.append((labels, [place.rawValue]))
        }
      }
      rows += places.map { [$0.keys.map(code).joined(separator: " "), $0.names.joined(separator: ", "), command.summary, code(command.name)] }
    }
    return table(["keys", "where", "what they do", "after `:`"], rows)
  }

  private static func code(_ text: String) -> String { "`\(text)`" }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }.joined(separator: " | ") + " |"
    }
    return ([line(header), "|" + String(repeating: "---|", count: header.count)] + rows.map(line)).joined(separator: "\n")
  }
}
