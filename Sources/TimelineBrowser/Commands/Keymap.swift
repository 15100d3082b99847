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
    package var label: String { keys.reduce(into: "") { label, key in if let name = key.name { label += name } } }
  }

  package enum Meaning: Hashable, Sendable {
    case command(Command)
    /// The beginning of a longer sequence.
    case prefix
    case nothing
  }

  package private(set) var bindings: [Binding]

  package init(_ bindings: [Binding]) { self.bindings = bindings }

  /// What a sequence of keys means in a place, or anywhere when the place does not know it.
  package func meaning(of keys: [Key], in place: Place) -> Meaning {
    // Some two hundred bindings are looked through faster than tables of them are made, which would be paid for at every start.
    for candidate in [place, .anywhere] {
      var isPrefix = false
      // By index: to hand out a binding is to count its owners, which costs more than to look at its place.
      for index in bindings.indices where bindings[index].place == candidate && bindings[index].keys.starts(with: keys) {
        if bindings[index].keys.count == keys.count { return .command(bindings[index].command) }
        isPrefix = true
      }
      if isPrefix { return .prefix }
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
    let own = bindings.first { $0.command == command && $0.place == place }
    let binding = own ?? bindings.first { $0.command == command && $0.place == .anywhere && meaning(of: $0.keys, in: place) == .command(command) }
    return binding?.label
  }

  /// ``label(for:in:)`` of every command that has one, in one walk over the table.
  package func labels(in place: Place) -> [Command: String] {
    var labels: [Command: String] = [:]
    let own = bindings.filter { $0.place == place }
    for binding in own where labels[binding.command] == nil { labels[binding.command] = binding.label }
    let begun = Set(own.flatMap { binding in (1...max(1, binding.keys.count)).map { binding.keys.prefix($0) } })
    for binding in bindings where binding.place == .anywhere && labels[binding.command] == nil && !begun.contains(binding.keys[...]) {
      labels[binding.command] = binding.label
    }
    return labels
  }
}
