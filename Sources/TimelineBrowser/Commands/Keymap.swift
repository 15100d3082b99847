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
    /// Of the first key: bindings whose marks differ begin with different keys, which is seen without a look at the keys.
    fileprivate let mark: Int

    package init(place: Place, keys: [Key], command: Command) {
      (self.place, self.keys, self.command) = (place, keys, command)
      mark = keys.first.hashValue
    }

    /// The keys as help and files write them, separated by blanks: `] a`.
    package var text: String { keys.compactMap(\.name).joined(separator: " ") }
    /// The keys as the footer and the README show them: `]a`.
    package var label: String { keys.count == 1 ? keys[0].name ?? "" : keys.reduce(into: "") { label, key in if let name = key.name { label += name } } }
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
    let mark = keys.first.hashValue
    for candidate in [place, .anywhere] {
      var isPrefix = false
      for index in indices(in: candidate) where begins(index, with: keys, mark) {
        if bindings[index].keys.count == keys.count { return .command(bindings[index].command) }
        isPrefix = true
      }
      if isPrefix { return .prefix }
    }
    return .nothing
  }

  /// All bindings of a command that hold in a place, the place's own first.
  package func bindings(for command: Command, in place: Place) -> [Binding] {
    [place, .anywhere].flatMap { indices(in: $0) }.filter { bindings[$0].command == command }.map { bindings[$0] }
  }

  /// The shortest way to say which key runs a command in a place, or nil when none does.
  package func label(for command: Command, in place: Place) -> String? {
    for candidate in [place, .anywhere] {
      for index in indices(in: candidate) where bindings[index].command == command && (candidate == place || !isHidden(index, in: place)) {
        return bindings[index].label
      }
    }
    return nil
  }

  /// ``label(for:in:)`` of every command that has one, without a walk over the table for each.
  package func labels(in place: Place) -> [Command: String] {
    var labels: [Command: String] = [:]
    for candidate in [place, .anywhere] {
      for index in indices(in: candidate) where labels[bindings[index].command] == nil && (candidate == place || !isHidden(index, in: place)) {
        labels[bindings[index].command] = bindings[index].label
      }
    }
    return labels
  }

  // MARK: - The table

  // Some two hundred bindings are looked through faster than tables of them are made, which would be paid for at every start; and by index, as to hand
  // out a binding is to count its owners, which costs more than to look at it in its place.

  private func indices(in place: Place) -> some Sequence<Int> { bindings.indices.lazy.filter { bindings[$0].place == place } }

  private func begins(_ index: Int, with keys: [Key], _ mark: Int) -> Bool {
    bindings[index].mark == mark && bindings[index].keys.starts(with: keys)
  }

  /// Whether the keys of a binding that holds anywhere mean something else in a place, or begin something else there.
  private func isHidden(_ index: Int, in place: Place) -> Bool {
    indices(in: place).contains { begins($0, with: bindings[index].keys, bindings[index].mark) }
  }
}
