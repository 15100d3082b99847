import Testing
import TimelineFormats
import TimelineModel

@Suite("A reader's own settings")
struct SettingsFileTests {
  private func read(_ text: String) -> SettingsFile { SettingsFile(Array(text.utf8), name: "config") }

  @Test("Entries come with their heading and their place")
  func entries() {
    let file = read("theme: light\ntimeline:\n  ']a': next-of-actor\n  j: down\n")
    #expect(file.problems == [])
    #expect(file.entries.map(\.heading) == [nil, "timeline", "timeline"])
    #expect(file.entries.map(\.name) == ["theme", "]a", "j"])
    #expect(file.entries.map(\.value) == ["light", "next-of-actor", "down"])
    #expect(file.entries.map(\.location.description) == ["config:1:1", "config:3:3", "config:4:3"])
  }

  @Test("An empty file has none")
  func empty() { #expect(read("# nothing yet\n").entries.isEmpty) }

  @Test(
    "What is no entry is a problem at its place",
    arguments: [("a: [b]\n", "config:1:4"), ("- a\n", "config:1:1"), ("a:\n  b:\n    c: d\n", "config:3:5"), ("a: &b c\n", "config:1:4")])
  func mistakes(text: String, place: String) { #expect(read(text).problems.map(\.location.description) == [place]) }
}
