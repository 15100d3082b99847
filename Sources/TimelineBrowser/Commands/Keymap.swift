package import Terminal

/// Which keys mean which command, where. One table drives dispatch, help, footer, README and manual.
///
/// A binding belongs to one place or to anywhere; the place's own binding wins. Keys may come in sequence (`] a`).
package struct Keymap: Hashable, Sendable {
  /// Where a binding holds.
  package enum Place: String, CaseIterable, Hashable, Sendable {
    case timeline, event, accounts, actors, sources, problems, help, chips, anywhere
  }

  package struct Binding: Hashable, Sendable {
    package let place: Place
    package let keys: [Key]
    package let command: Command

    /// The keys as help and files write them, separated by blanks: `] a`.
    package var text: String { keys.compactMap(\.name).joined(separator: " ") }
    /// The keys as the footer and the README show them: `]a`.
    package var label: String { keys.compactMap(\.name).joined() }
  }

  package enum Meaning: Hashable, Sendable {
    case command(Command)
    /// The beginning of a longer sequence.
    case prefix
    case nothing
  }

  package private(set) var bindings: [Binding]
  private var table: [Place: [[Key]: Command]] = [:]
  private var prefixes: [Place: Set<[Key]>] = [:]

  package init(_ bindings: [Binding]) {
    self.bindings = bindings
    for binding in bindings {
      table[binding.place, default: [:]][binding.keys] = binding.command
      for length in 1..<max(1, binding.keys.count) { prefixes[binding.place, default: []].insert(Array(binding.keys.prefix(length))) }
    }
  }

  /// What a sequence of keys means in a place, or anywhere when the place does not know it.
  package func meaning(of keys: [Key], in place: Place) -> Meaning {
    for candidate in [place, .anywhere] {
      if let command = table[candidate]?[keys] { return .command(command) }
      if prefixes[candidate]?.contains(keys) == true { return .prefix }
    }
    return .nothing
  }

  /// All bindings of a command that hold in a place, the place's own first.
  package func bindings(for command: Command, in place: Place) -> [Binding] {
    let reachable = bindings.filter { $0.command == command && ($0.place == place || $0.place == .anywhere) }
    return reachable.filter { $0.place == place } + reachable.filter { $0.place != place }
  }

  /// The shortest way to say which key runs a command in a place, or nil when none does.
  package func label(for command: Command, in place: Place) -> String? {
    bindings(for: command, in: place).first { meaning(of: $0.keys, in: place) == .command(command) }?.label
  }
}
