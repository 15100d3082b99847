import Terminal
package import TimelineModel

extension Keymap {
  /// One line of a reader's own file of keys: where, which keys, which command, and where in the file it stands.
  package struct Change: Hashable, Sendable {
    package let place: String
    package let keys: String
    package let command: String
    package let location: SourceLocation

    package init(place: String, keys: String, command: String, location: SourceLocation) {
      self.place = place
      self.keys = keys
      self.command = command
      self.location = location
    }
  }

  /// The map with a reader's changes laid over it. A key bound anew loses its old meaning there; `none` unbinds it.
  ///
  /// What cannot be understood is left out and reported, with the nearest known word.
  package func applying(_ changes: [Change]) -> (keymap: Keymap, problems: [Problem]) {
    var bindings = bindings
    var problems: [Problem] = []
    func report(_ change: Change, _ code: String, _ what: String, _ remedy: String?) {
      problems.append(Problem(.warning, at: change.location, code: code, what, remedy: remedy))
    }
    for change in changes {
      guard let place = Place(rawValue: change.place) else {
        report(change, "unknown-view", "There is no view called \(change.place)", Self.suggestion(change.place, Place.allCases.map(\.rawValue)))
        continue
      }
      guard let keys = Self.keys(named: change.keys) else {
        report(
          change, "unknown-key", "\(change.keys) is not the name of a key", "Write keys as the help shows them, a blank between keys in sequence: ^D, PgDn, ] a"
        )
        continue
      }
      let command = Command(rawValue: change.command)
      guard command != nil || change.command == "none" else {
        report(change, "unknown-command", "There is no command called \(change.command)", Self.suggestion(change.command, Command.allCases.map(\.rawValue)))
        continue
      }
      bindings.removeAll { $0.place == place && $0.keys == keys }
      if let command { bindings.insert(Binding(place: place, keys: keys, command: command), at: 0) }
    }
    return (Keymap(bindings), problems)
  }

  private static func suggestion(_ word: String, _ known: [String]) -> String? {
    Suggestion.nearest(to: word, in: known).map { "Did you mean \($0)?" } ?? "Known are " + known.joined(separator: ", ")
  }
}
