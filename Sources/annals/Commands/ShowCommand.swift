import ArgumentParser
import NcursesTerminal
import Terminal
import TimelineBrowser
import TimelineFormats
import TimelineModel
import TimelineStore

/// `annals show ID…`: events, whole, as the browser's page shows them.
struct ShowCommand: Work {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print events whole: accounts, figures by source, links, sources; or a citation.")

  @Argument(help: "Ids of events, as in sotk-artillery-2023-05-11.")
  var ids: [String]
  @Option(name: .customLong("in"), help: "The file or folder that they are in; none is the timeline that comes with annals.", completion: .file())
  var file: String?
  @OptionGroup var map: MapOption
  @Option(help: "Print a citation instead: chicago, bibtex or markdown.")
  var cite: CitationForm?

  func work() throws(Failure) {
    var search = EventSearch(ids)
    if let file { try search.look(in: [file], columns: map.request) } else { search.look(in: try Opening.bundled.store) }
    var output = Output()
    for (index, id) in ids.enumerated() {
      guard let (store, row) = search.found[id] else {
        throw Failure("there is no event with the id \(id)" + (search.nearest(to: id).map { "; did you mean \($0)?" } ?? ""), .usage)
      }
      if index > 0 { try output.line("") }
      if let cite {
        let text = Citation(of: store.event(at: row), in: store.header, directory: store.directory).text(cite.style)
        for line in text.split(separator: "\n") { try output.line(String(line)) }
      } else {
        let width = output.isTerminal ? min(110, TerminalWidth.columns) : 100
        for line in EventText.lines(of: row, in: store, width: width, ascii: !Screen.localeIsUTF8()) { try output.line(line) }
      }
    }
    try output.flush()
  }
}

extension CitationForm: ExpressibleByArgument {}
