import Terminal
import Testing
import TimelineBrowser
import TimelineModel

@Suite("The table of keys")
struct KeymapTests {
  private static let places = Keymap.Place.allCases.filter { $0 != .anywhere }

  @Test("Every key text that is shipped reads back as keys, and as the same text", arguments: Keymap.shipped.map(\.0))
  func readsBack(_ place: Keymap.Place) {
    for (shipped, rows) in Keymap.shipped where shipped == place {
      for (command, texts) in rows {
        for text in texts {
          let keys = Keymap.keys(named: text)
          #expect(keys != nil, "\(text) for \(command.name)")
          #expect(keys?.compactMap(\.name).joined(separator: " ") == text)
        }
      }
    }
  }

  @Test("No keys mean two things in one place", arguments: Keymap.Place.allCases)
  func clashes(_ place: Keymap.Place) {
    var seen: [[Key]: Command] = [:]
    for binding in Keymap.standard.bindings where binding.place == place {
      #expect(seen[binding.keys] == nil, "\(binding.text) means \(binding.command.name) and \(seen[binding.keys]?.name ?? "")")
      seen[binding.keys] = binding.command
    }
  }

  @Test("No key that begins a sequence hides a binding", arguments: places)
  func prefixes(_ place: Keymap.Place) {
    let reachable = Keymap.standard.bindings.filter { $0.place == place || $0.place == .anywhere }
    for binding in reachable where binding.place == place || !reachable.contains(where: { $0.place == place && $0.keys == binding.keys }) {
      #expect(Keymap.standard.meaning(of: binding.keys, in: place) == .command(binding.command), "\(binding.text)")
      for other in reachable where other.keys.count > binding.keys.count {
        #expect(Array(other.keys.prefix(binding.keys.count)) != binding.keys, "\(binding.text) hides \(other.text)")
      }
    }
  }

  @Test("Digits stay free for counts")
  func digits() {
    for binding in Keymap.standard.bindings where binding.text != "0" {
      if case .character(let scalar)? = binding.keys.first { #expect(!("0"..."9").contains(scalar), "\(binding.text)") }
    }
  }

  @Test("Every command has a key somewhere, a sentence, and a name that no other has", arguments: Command.allCases)
  func everyCommand(_ command: Command) {
    #expect(Keymap.standard.bindings.contains { $0.command == command })
    #expect(!command.summary.isEmpty && !command.summary.hasSuffix("."))
    #expect(Command.allCases.count { $0.name == command.name } == 1)
    #expect(command.name.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
  }

  @Test("The labels of all commands are those of each", arguments: Keymap.Place.allCases)
  func labels(_ place: Keymap.Place) {
    let labels = Keymap.standard.labels(in: place)
    for command in Command.allCases {
      #expect(labels[command] == Keymap.standard.label(for: command, in: place), "\(command.name)")
      let means = Keymap.standard.bindings(for: command, in: place).filter { Keymap.standard.meaning(of: $0.keys, in: place) == .command(command) }
      #expect(labels[command] == means.first?.label, "\(command.name)")
    }
  }

  @Test("Help of a view shows every key that works there, and no other", arguments: places.filter { $0 != .help })
  func help(_ place: Keymap.Place) {
    var session = Session(120, 200, problems: DrawingTests.problems)
    session.go(to: place)
    #expect(session.place == place)
    session.press("?")
    for command in Command.allCases {
      let label = Keymap.standard.label(for: command, in: place)
      #expect(session.rows.contains { $0.hasSuffix(":\(command.name)") || $0.hasSuffix(":\(command.name) ▐") } == (label != nil), "\(command.name)")
    }
  }

  @Test("The footer of every view names a way out and nothing without a key", arguments: places)
  func footer(_ place: Keymap.Place) {
    for columns in [20, 40, 80, 120] {
      var session = Session(columns, 24, problems: DrawingTests.problems)
      session.go(to: place)
      #expect(["q quit", "q back", "q done"].contains { session.footer.hasSuffix($0) }, "\(session.footer)")
    }
  }

  @Test("The way out that the footer names leads out", arguments: places)
  func wayOut(_ place: Keymap.Place) {
    var session = Session(problems: DrawingTests.problems)
    session.go(to: place)
    session.press("q")
    #expect(place == .timeline ? session.effects.last == .quit : session.place == .timeline || session.place == .event)
  }

  // MARK: - A reader's own keys

  private static let location = SourceLocation(file: "keys", line: 3)

  private func change(_ place: String, _ keys: String, _ command: String) -> Keymap.Change {
    Keymap.Change(place: place, keys: keys, command: command, location: Self.location)
  }

  @Test("A key bound anew works, and loses its old meaning in that place alone")
  func rebinding() {
    let (keymap, problems) = Keymap.standard.applying([change("timeline", "z", "zoom-in"), change("timeline", "f", "accounts")])
    #expect(problems.isEmpty)
    #expect(keymap.label(for: .zoomIn, in: .timeline) == "z")
    #expect(keymap.meaning(of: [.character("f")], in: .timeline) == .command(.accounts))
    #expect(keymap.meaning(of: [.character("f")], in: .event) == .command(.filter))
  }

  @Test("A key bound anew shows in help and footer")
  func rebindingShows() {
    let keymap = Keymap.standard.applying([change("anywhere", "/", "none"), change("anywhere", "M-s", "search"), change("timeline", "f", "none")]).keymap
    var session = Session(settings: Settings(keymap: keymap))
    #expect(session.footer.contains("M-s search"))
    #expect(!session.footer.contains("filter"))
    session.press("?", "M-s")
    session.type("search as")
    #expect(session.shows("M-s"))
    #expect(session.shows(":search"))
  }

  @Test(
    "What a file of keys says wrongly becomes a problem that names the nearest word",
    arguments: [
      ("timelin", "z", "zoom-in", "unknown-view", "Did you mean timeline?"), ("timeline", "Hyper-z", "zoom-in", "unknown-key", "Write keys as the help"),
      ("timeline", "z", "zom-in", "unknown-command", "Did you mean zoom-in?"), ("timeline", "", "zoom-in", "unknown-key", "Write keys"),
      ("timeline", "z", "xxxxxxxxxxxxxx", "unknown-command", "Known are next-event"),
    ])
  func problems(_ row: (String, String, String, String, String)) {
    let (keymap, problems) = Keymap.standard.applying([change(row.0, row.1, row.2)])
    #expect(problems.map(\.code) == [row.3])
    #expect(problems.first?.remedy?.hasPrefix(row.4) == true)
    #expect(problems.first?.location == Self.location)
    #expect(keymap == .standard)
  }
}

extension Session {
  /// Opens the view that a place of the key table stands for.
  mutating func go(to place: Keymap.Place) {
    switch place {
    case .timeline, .anywhere: break
    case .event: press("Enter")
    case .accounts: press("C")
    case .actors: press("a")
    case .sources: press("S")
    case .problems: press("P")
    case .help: press("?")
    case .chips:
      press("f")
      type("since:1990")
      press("Enter", "Tab")
    }
  }
}
