import FuzzReading
import Fuzzing
import Notebook
import Terminal
import TimelineBrowser
import TimelineFormats
import TimelineModel

/// A reader's own files: settings, keys and themes. What can be understood holds, everything else is named with its line, and what annals writes into one
/// leaves the rest alone.
enum FuzzSettings: FuzzTarget {
  static func test(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = Array(bytes)
    checkKeys(text)
    checkTheme(String(decoding: text, as: UTF8.self))
    checkChanging(text)
  }

  private static func checkKeys(_ text: [UInt8]) {
    let lines = LineLengths(text)
    let file = SettingsFile(text, name: "keys")
    checkProblems(file.problems, in: "keys", lines)
    demand(file.entries.allSatisfy { $0.location.file == "keys" && lines.contains($0.location) }, "an entry outside of its file")
    let changes = file.entries.map { Keymap.Change(place: $0.heading ?? "anywhere", keys: $0.name, command: $0.value, location: $0.location) }
    let (keymap, problems) = Keymap.standard.applying(changes)
    checkProblems(Array(problems.prefix(1_000)), in: "keys", lines)
    demand(problems.count <= changes.count, "more problems than lines")
    demand(keymap.bindings.count <= Keymap.standard.bindings.count + changes.count, "more bindings than lines")
    for binding in keymap.bindings.prefix(changes.count) {
      demand(!binding.keys.isEmpty && !binding.label.isEmpty, "a binding without keys")
      demand(Keymap.keys(named: binding.text) == binding.keys, "\(binding.text) is read as other keys")
      demand(keymap.meaning(of: binding.keys, in: binding.place) != .nothing, "\(binding.text) is bound and means nothing")
    }
  }

  private static func checkTheme(_ text: String) {
    let (theme, problems) = Theme.parse(text, name: "own", bases: [.plain])
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).count
    demand(problems.map(\.line) == problems.map(\.line).sorted(), "the problems are not in order")
    demand(problems.allSatisfy { (1...lines).contains($0.line) && !$0.message.isEmpty }, "a problem outside of its file")
    demand(problems.count <= lines, "more problems than lines")
    let (again, none) = Theme.parse("base: own\n", name: theme.name, bases: [renamed(theme)])
    demand(none.isEmpty && Role.allCases.allSatisfy { again[$0] == theme[$0] }, "a theme that is nothing but another is not the same")
  }

  private static func renamed(_ theme: Theme) -> Theme {
    var theme = theme
    theme.name = "own"
    return theme
  }

  /// A line is changed, and no byte of any other.
  private static func checkChanging(_ text: [UInt8]) {
    let others = { (lines: SettingLines) in
      lines.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).filter { !$0.starts(with: "theme:".utf8) }
    }
    var lines = SettingLines(text)
    let before = others(lines)
    let had = lines["theme"] != nil
    lines["theme"] = "light"
    demand(lines["theme"] == "light", "what was set is not there")
    demand(others(lines) == before, "another line was changed")
    demand(had == (lines.bytes.count { $0 == 0x0A } == SettingLines(text).bytes.count { $0 == 0x0A }), "a line too many or too few")
    let once = lines.bytes
    lines["theme"] = "light"
    demand(lines.bytes == once, "set once more, it is another file")
    lines["theme"] = nil
    demand(lines["theme"] == nil && others(lines) == before, "what was taken away is there, or something else is gone")
  }
}

@_cdecl("LLVMFuzzerTestOneInput") func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt { FuzzSettings.test(bytes, count) }
