import Bytes
import Notebook
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

@Suite("What waits to be saved, names, settings")
struct SavingTests {
  @Test("What could not be saved waits, the reason is news once, and the tries grow rarer")
  func queue() {
    var queue = SavingQueue()
    queue.add(Samples.all[0])
    queue.add(Samples.all[1])
    let news = ["no room", "no room", "gone", "gone"].map { queue.failed($0) }
    #expect(news == [true, false, true, false])
    #expect(queue.reason == "gone")
    #expect(queue.waiting == Array(Samples.all.prefix(2)))
    #expect(queue.patience == 8)
    for _ in 0..<100 { _ = queue.failed("gone") }
    #expect(queue.patience == 60)
    queue.saved(1)
    #expect(queue.waiting == [Samples.all[1]])
    #expect(queue.reason == nil && queue.patience == 1)
    let isNewsAgain = queue.failed("gone")
    #expect(isNewsAgain)
    queue.saved(7)
    #expect(queue.waiting.isEmpty)
  }

  @Test(
    "A journal is named after its timeline, in letters that every file system takes",
    arguments: [
      ("nagorno-karabakh", "nagorno-karabakh-"), ("GED 23.1 (final).csv", "ged-23-1-final-csv-"), ("Շուշի", ""), ("", ""), ("../../etc/passwd", "etc-passwd-"),
      (String(repeating: "x", count: 300), String(repeating: "x", count: 40) + "-"),
    ])
  func names(_ label: String, _ words: String) {
    let name = JournalName.name(forKey: "a", label: label)
    #expect(name == words + "af63dc4c8601ec8c.journal")
    #expect(JournalName.name(forKey: "b", label: label) != name)
  }

  @Test("Settings are changed line by line, and nothing else is touched")
  func settings() {
    var lines = SettingLines("# mine\ntheme: dark # at night\r\n\nmouse: no")
    #expect(lines["mouse"] == "no")
    #expect(lines["pane"] == nil)
    lines["mouse"] = "yes"
    lines["pane"] = "off"
    #expect(lines.text == "# mine\ntheme: dark # at night\r\n\nmouse: yes\npane: off\n")
    lines["mouse"] = nil
    #expect(lines["mouse"] == nil)
    #expect(SettingLines("").text == "")
  }

  @Test("Lines that end in CR LF, and bytes that are not UTF-8, stay as they are around the one that is changed")
  func foreignLines() {
    var lines = SettingLines(Array("theme: dark\r\nmouse: no\r\n# \u{E9}t".utf8) + [0xE9, 0x0D, 0x0A])
    #expect(lines["theme"] == "dark" && lines["mouse"] == "no")
    lines["theme"] = "light"
    lines["pane"] = "off"
    #expect(lines.bytes == Array("theme: light\r\nmouse: no\r\n# \u{E9}t".utf8) + [0xE9, 0x0D, 0x0A] + Array("pane: off\r\n".utf8))
  }

  @Test("A file of settings that cannot be read is left as it is, and a link to one stays a link")
  func settingsFile() throws {
    let scratch = try Scratch()
    try SettingLines.change([("theme", "light")], in: scratch.path + "/config")
    #expect(scratch.text("config") == "theme: light\n")
    try FileBytes.createDirectory(scratch.path + "/kept")
    try scratch.write("theme: dark\n".utf8, to: "kept/config")
    symlink("kept/config", scratch.path + "/linked")
    try SettingLines.change([("theme", "mono")], in: scratch.path + "/linked")
    #expect(scratch.text("kept/config") == "theme: mono\n")
    #expect(try FileOperations.system.statusAt(scratch.path + "/linked", false).kind == .other)
    #expect(throws: FileError.self) { try SettingLines.change([("theme", "mono")], in: scratch.path + "/kept") }
    try scratch.write([UInt8](repeating: 0x61, count: 2 << 20), to: "huge")
    #expect(throws: FileError.self) { try SettingLines.change([("theme", "mono")], in: scratch.path + "/huge") }
    #expect(scratch.bytes("huge")?.count == 2 << 20)
  }
}
