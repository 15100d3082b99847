import TimelineModel
import TimelineStore

/// The rows of the table on top as they were worked out last. Another selection of events needs another cache.
struct TableCache: Sendable {
  struct Key: Hashable, Sendable {
    var place: Keymap.Place
    var query: String
    var order = 0
    /// The view that a help page explains.
    var explained: Keymap.Place?
  }

  private var key: Key?
  private var actors: [Facet] = []
  private var sources: [BrowserState.SourceRow] = []
  private var problems: [Problem] = []
  private var help: [HelpRow] = []
  /// How the events of an actor lie over the time that is shown, by the actor's id, drawn as text.
  var sparklines: [String: String] = [:]

  func actors(for wanted: Key) -> [Facet]? { key == wanted ? actors : nil }
  func sources(for wanted: Key) -> [BrowserState.SourceRow]? { key == wanted ? sources : nil }
  func problems(for wanted: Key) -> [Problem]? { key == wanted ? problems : nil }
  func help(for wanted: Key) -> [HelpRow]? { key == wanted ? help : nil }

  mutating func keep(_ rows: [Facet], for key: Key) { (actors, self.key) = (rows, key) }
  mutating func keep(_ rows: [BrowserState.SourceRow], for key: Key) { (sources, self.key) = (rows, key) }
  mutating func keep(_ rows: [Problem], for key: Key) { (problems, self.key) = (rows, key) }
  mutating func keep(_ rows: [HelpRow], for key: Key) { (help, self.key) = (rows, key) }
}
