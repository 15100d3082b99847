import Terminal
import Testing
import TimelineFormats
import TimelineModel

/// Text that a terminal, a spreadsheet or a reader's eye would obey, in every field of every format that can carry it.
@Suite("A title that is an order")
struct PayloadTests {
  /// - The threats by the names of those who found them: kubectl, less, ripgrep, npm, iTerm2, GNU screen, the Trojan Source paper.
  static let payloads: [(what: String, text: String)] = [
    ("CSI", "\u{1B}[2J\u{1B}[31m"), ("OSC title", "\u{1B}]0;owned\u{7}"), ("OSC 8", "\u{1B}]8;;file:///etc/passwd\u{1B}\\x\u{1B}]8;;\u{1B}\\"),
    ("OSC 52", "\u{1B}]52;c;b3duZWQ=\u{7}"), ("open OSC", "\u{1B}]0;never ended"), ("DECRQSS", "\u{1B}P$q\"p\u{1B}\\"),
    ("answerback", "\u{5}\u{1B}[c\u{1B}[6n"),
    ("C1", "\u{9B}2J\u{9D}0;x\u{9C}"), ("bell, backspace", "\u{7}\u{8}\u{8}safe"), ("vertical tab", "a\u{B}b\u{C}c"), ("shift out", "\u{E}lqqk\u{F}"),
    ("override", "\u{202E}txt.exe\u{202C}"), ("isolate", "\u{2066}a\u{2069}\u{200F}"), ("separators", "a\u{2028}b\u{2029}c\u{85}d"),
    ("tags", "\u{E0041}\u{E0042}"), ("zero width", "a\u{200B}b\u{200D}c\u{FEFF}d"), ("marks", "e" + String(repeating: "\u{301}", count: 60)),
    ("formula", "=cmd|' /C calc'!A0"), ("directives", "%s%n%x"), ("HTML", "<script>alert(1)</script>"), ("look-alike", "Аrmenia"), ("delete", "a\u{7F}b"),
  ]

  /// Files with an event whose title is the text, as each format writes it.
  static let carriers: [(format: String, name: String, write: @Sendable (String) -> String)] = [
    ("table", "a.csv", { "id,date,title\n1,1990,\(quoted($0))\n" }),
    ("table", "a.tsv", { "id\tdate\ttitle\n1\t1990\t\(quoted($0))\n" }),
    ("ged", "g.csv", { "\(ged)\n1,1,\(quoted($0)),Birch,1,1990-05-01,1990-05-01,2,1,3,Bridge\n" }),
    ("acled", "c.csv", { "event_id_cnty,event_date,event_type,actor1,actor2,fatalities\nA1,2021-03-01,Battles,\(quoted($0)),Birch,2\n" }),
    ("timelinejs", "t.csv", { "Year,Month,Day,Headline,Text,Media\n1990,5,1,\(quoted($0)),,\n" }),
    ("timelinejs", "t.json", { "{\"events\":[{\"start_date\":{\"year\":\"1990\"},\"text\":{\"headline\":\(json($0))}}]}" }),
    ("json", "e.jsonl", { "{\"id\":\"a\",\"date\":\"1990\",\"earliest\":\"1990-01-01\",\"latest\":\"1990-12-31\",\"title\":\(json($0))}\n" }),
    ("native", "n.yaml", { "id: t\ntitle: T\nevents:\n  - id: e-1990\n    date: 1990\n    title: \(json($0))\n    kind: political\n" }),
  ]

  private static let ged = "id,type_of_violence,side_a,side_b,date_prec,date_start,date_end,best,low,high,where_coordinates"
  private static func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }

  /// A text as JSON and double-quoted YAML both write it, everything beyond letters escaped.
  private static func json(_ text: String) -> String {
    let escaped = text.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "\"\(escaped.joined())\""
  }

  @Test("is read as it is, shown as text, and exported so that nobody obeys it", arguments: payloads.indices, carriers.indices)
  func payload(index: Int, carrier: Int) throws {
    let (what, text) = Self.payloads[index]
    let (name, file, write) = Self.carriers[carrier]
    // YAML's own escapes for what stands beyond the first plane are longer than JSON's.
    guard name != "native" || text.unicodeScalars.allSatisfy({ $0.value < 0x10000 }) else { return }
    let bytes = Array(write(text).utf8)
    let format = try #require(Format.detect(name: file, head: bytes))
    #expect(format.name == name)
    let result = format.read([InputFile(name: file, bytes: bytes)])
    let event = try #require(result.timeline.events.first, "\(what)")
    #expect(result.timeline.events.count == 1)
    if name == "table" || name == "json" || name == "native" { #expect(event.title.utf8.elementsEqual(text.utf8), "\(what)") }
    let directory = Directory(result.timeline)
    for shown in [event.title, event.summary] + EventTable.cells(of: event, in: directory) + result.problems.map(\.description) {
      for cells in [CellText(shown), CellText(shown, ascii: true)] {
        #expect(!cells.text.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || (0x2028...0x202E).contains($0.value) }, "\(what)")
        #expect(cells.width <= 8 * (shown.unicodeScalars.count + 1))
      }
    }
    for output in [OutputFormat.csv, .jsonl, .json] { expectHarmless(event, in: directory, as: output, result.timeline) }
  }

  private func expectHarmless(_ event: Event, in directory: Directory, as output: OutputFormat, _ timeline: Timeline) {
    var writer = output.writer()
    writer.begin(timeline)
    writer.write(event, in: directory)
    writer.end()
    let written = String(decoding: writer.drain(), as: UTF8.self)
    switch output {
    case .csv: #expect(!written.contains(",=") && !written.contains(",\"=") && !written.contains(",@"), "a formula is exported")
    case .json, .jsonl, .markdown: #expect(!written.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "a control is exported raw")
    }
  }
}
