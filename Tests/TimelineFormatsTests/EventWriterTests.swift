import EDTF
import Foundation
import Testing
import TimelineFormats
import TimelineModel

@Suite("Writing events for other programs")
struct EventWriterTests {
  private func river() throws -> Timeline { NativeFormat.read(try Fixtures.river()).timeline }

  private func written(_ format: OutputFormat, _ timeline: Timeline, raw: Bool = false) -> String {
    var writer = format.writer(raw: raw)
    let directory = TimelineModel.Directory(timeline)
    writer.begin(timeline)
    var bytes = writer.drain()
    for event in timeline.events {
      writer.write(event, in: directory)
      bytes += writer.drain()
    }
    writer.end()
    return String(decoding: bytes + writer.drain(), as: UTF8.self)
  }

  private func parsed(_ text: some StringProtocol) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  // MARK: JSON

  @Test("A line of JSON has the promised names in the promised order")
  func jsonlNames() throws {
    let line = try #require(written(.jsonl, try river()).split(separator: "\n").first)
    let names = [
      "id", "date", "earliest", "latest", "title", "kind", "weight", "actors", "roles", "actor_names", "places", "place_names", "latitude", "longitude",
      "summary", "accounts", "casualties", "disputes", "sources", "links", "extra", "file", "line",
    ]
    #expect(Set(try parsed(line).keys) == Set(names))
    var position = line.startIndex
    for name in names {
      let found = try #require(line[position...].range(of: "\"\(name)\":"), "\(name) is not behind the one before")
      position = found.upperBound
    }
  }

  @Test("An event's facts come back from JSON")
  func jsonlFacts() throws {
    let lines = written(.jsonl, try river()).split(separator: "\n")
    #expect(lines.count == 3)
    let event = try parsed(lines[0])
    #expect(event["id"] as? String == "bridge-shots-1990-05-01")
    #expect(event["earliest"] as? String == "1990-05-01")
    #expect(event["weight"] as? Int == 1)
    #expect(event["roles"] as? [String] == ["belligerent", "belligerent"])
    #expect(event["actor_names"] as? [String] == ["Guard of Alder", "Guard of Birch"])
    #expect(event["longitude"] as? Double == -44.25)
    let casualties = try #require(event["casualties"] as? [[String: Any]])
    #expect(casualties.map { $0["measure"] as? String } == ["killed", "wounded", "wounded"])
    #expect(casualties[2]["high"] as? Int == 4)
    #expect(casualties[0]["as_of"] as? String == "1990-05-02")
    let sources = try #require(event["sources"] as? [[String: Any]])
    #expect(sources.map { $0["id"] as? String } == ["gazette-1990-05-01", "alder-notice", "observers-report"])
    #expect((event["links"] as? [[String: Any]])?.first?["type"] as? String == "leads-to")
    #expect(event["file"] as? String == "events/1990.yaml")
    #expect(event["line"] as? Int == 3)
    let talks = try parsed(lines[1])
    #expect(talks["extra"] as? [String: String] == ["x-mood": "cold — at first"])
    #expect(talks["roles"] as? [NSNull] == [NSNull(), NSNull(), NSNull()])
    #expect(try parsed(lines[2])["weight"] is NSNull)
  }

  @Test("The document has the timeline's own data beside the events")
  func document() throws {
    let document = try parsed(written(.json, try river()))
    #expect(document["format"] as? String == "annals")
    #expect(document["version"] as? Int == 1)
    let timeline = try #require(document["timeline"] as? [String: Any])
    #expect(timeline["id"] as? String == "river-dispute")
    #expect((timeline["actors"] as? [[String: Any]])?.count == 5)
    #expect((timeline["places"] as? [[String: Any]])?[1]["names"] as? [String: [String]] == ["de": ["Alte Brücke"]])
    #expect((timeline["eras"] as? [[String: Any]])?[1]["latest"] is NSNull)
    #expect((document["events"] as? [[String: Any]])?.count == 3)
  }

  @Test("A document without events is JSON too")
  func emptyDocument() throws {
    #expect((try parsed(written(.json, Timeline(id: "a", title: "b")))["events"] as? [Any])?.isEmpty == true)
    #expect(written(.jsonl, Timeline(id: "a", title: "b")) == "")
  }

  @Test("Any text survives JSON, and no control character stands in it raw")
  func escapes() throws {
    let texts = ["\"\\/\u{8}\u{c}\n\r\t", "\u{1B}[31m", "\0", "\u{7F}\u{85}\u{9B}", "\u{2028}\u{2029}", "Şuşa Շուշի 漢字 😀 e\u{301}", "\u{202E}"]
    for text in texts {
      let timeline = Timeline(id: "a", title: "b", events: [Event(id: "e", date: nil, dateText: text, title: text, kind: EventKind(rawValue: text))])
      let line = written(.jsonl, timeline)
      let event = try parsed(line)
      #expect((event["title"] as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
      #expect((event["extra"] as? [String: String])?["date"]?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
      #expect(line.dropLast().unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    }
  }

  @Test("Numbers that JSON has no word for are null, repeated extra keys a list")
  func corners() throws {
    let timeline = Timeline(
      id: "a", title: "b", places: [Place(id: "p", name: "P", latitude: .infinity, longitude: .nan)],
      events: [
        Event(
          id: "e", date: nil, title: "t", kind: .war, places: ["p", "q"],
          accounts: [Account(by: "x", says: "y", extra: [ExtraField(name: "x-a", value: "1")])],
          casualties: [CasualtyEstimate(of: "all", .killed, Figure(low: 1, best: nil, high: 2), note: "n", extra: [ExtraField(name: "x-a", value: "1")])],
          extra: [ExtraField(name: "a", value: "1"), ExtraField(name: "b", value: "2"), ExtraField(name: "a", value: "3")])
      ])
    let event = try parsed(written(.jsonl, timeline))
    #expect(event["latitude"] is NSNull)
    #expect(event["date"] is NSNull)
    #expect(event["place_names"] as? [String] == ["P", "q"])
    #expect((event["extra"] as? [String: Any])?["a"] as? [String] == ["1", "3"])
    #expect((event["casualties"] as? [[String: Any]])?[0]["best"] is NSNull)
    #expect((event["casualties"] as? [[String: Any]])?[0]["note"] as? String == "n")
    #expect((event["accounts"] as? [[String: Any]])?[0]["extra"] as? [String: String] == ["x-a": "1"])
  }

  // MARK: CSV

  @Test("Every row of CSV has the promised columns")
  func csv() throws {
    let rows = CSVRows.parse(written(.csv, try river()))
    #expect(rows.count == 4)
    #expect(rows[0] == CSVWriter.columns)
    #expect(rows.allSatisfy { $0.count == CSVWriter.columns.count })
    let event = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
    #expect(event["title"] == "Shots at the old bridge")
    #expect(event["actors"] == "alder-guard; birch-guard")
    #expect(event["wounded_low"] == "1")
    #expect(event["wounded_high"] == "4")
    #expect(event["longitude"] == "-44.25")
    #expect(event["links"] == "leads-to bridge-talks-1990")
    #expect(event["line"] == "3")
    #expect(rows[2][rows[0].firstIndex(of: "roles") ?? 0] == "")
  }

  @Test(
    "Text that a spreadsheet would run gets an apostrophe, and the way back is exact",
    arguments: [
      ("=1+1", "'=1+1"), ("+1-1", "'+1-1"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("'=x", "''=x"), ("'x", "''x"),
      ("-0002-01-01", "'-0002-01-01"), ("-44.25", "-44.25"), ("+5", "+5"), ("-", "'-"), ("a=b", "a=b"), ("", ""),
      ("plain, \"quoted\"\nlines", "plain, \"quoted\"\nlines"),
    ])
  func formulas(text: String, safe: String) {
    let timeline = Timeline(id: "a", title: "b", events: [Event(id: "e", date: nil, title: text, kind: .war)])
    let title = CSVWriter.columns.firstIndex(of: "title") ?? 0
    #expect(CSVRows.parse(written(.csv, timeline))[1][title] == safe)
    #expect(CSVRows.parse(written(.csv, timeline, raw: true))[1][title] == text)
  }

  // MARK: Markdown and the table

  @Test("Markdown tells who says what and numbers the sources")
  func markdown() throws {
    let text = written(.markdown, try river())
    #expect(text.hasPrefix("# River dispute\n\nThe dispute between"))
    #expect(text.contains("\n## Shots at the old bridge\n\nTuesday 1 May 1990 · clash · Old Bridge\n"))
    #expect(text.contains("\n> **Guard of Alder, 1 May 1990:** Birch fired first. [2]\n"))
    #expect(text.contains("\n- wounded: 1–4, best 2, all, says River Observers [3]\n"))
    #expect(text.contains("\n1. Valley Gazette, [Shots at the bridge: one hurt](https://example.org/gazette/1990-05-01?page=1), 1 May 1990\n"))
    #expect(!text.contains("\n\n\n"))
  }

  @Test("Nothing in the data becomes Markdown or HTML")
  func markdownEscapes() {
    let hostile = "*a* _b_ <script> [x](y) `c` # | ~ & \\ \n# d"
    let timeline = Timeline(
      id: "a", title: hostile,
      sources: [
        Source(id: "s", publisher: hostile, title: hostile, url: "javascript:alert(1)"),
        Source(id: "t", publisher: "", title: "", url: "https://x.org/a(b) <c>é"),
      ],
      events: [Event(id: "e", date: nil, dateText: hostile, title: hostile, kind: EventKind(rawValue: hostile), summary: hostile, sources: ["s", "t", "u<v>"])])
    let text = written(.markdown, timeline)
    #expect(!text.contains("<script>") && !text.contains(" [x](y)") && !text.contains("javascript:alert(1))"))
    #expect(text.contains("[t](https://x.org/a%28b%29%20%3Cc%3E%C3%A9)"))
    #expect(text.contains("3. u\\<v\\>"))
    #expect(text.split(separator: "\n").allSatisfy { !$0.hasPrefix("# d") })
  }

  @Test(
    "What begins like a list, a rule or a block of code is text",
    arguments: [
      ("- a", "\\- a"), ("+ b - c", "\\+ b - c"), ("=== d", "\\=== d"), ("1992. e. f", "1992\\. e. f"), ("3) g", "3\\) g"), ("    h", "h"), ("i) 4.", "i) 4."),
      ("", ""), (". j", ". j"), ("1992 1. k", "1992 1. k"), ("\n- l", "\\- l"),
    ])
  func markdownBeginnings(text: String, escaped: String) { #expect(MarkdownText.escaped(text) == escaped) }

  @Test("A row of the table shows the date as it is known, and the toll with its doubt")
  func table() throws {
    let timeline = try river()
    let directory = TimelineModel.Directory(timeline)
    let rows = timeline.events.map { EventTable.cells(of: $0, in: directory) }
    #expect(rows.allSatisfy { $0.count == EventTable.columns.count })
    #expect(rows[0][1...] == ["clash", "Shots at the old bridge", "0 ?"])
    #expect(rows[0][0].contains("1990"))
    let range = Event(
      id: "e", date: nil, dateText: "19x0", title: "t", kind: .war, casualties: [CasualtyEstimate(of: "all", .killed, Figure(low: 1, best: nil, high: 5))],
      disputes: ["toll"])
    #expect(EventTable.cells(of: range, in: directory) == ["19x0", "war", "t", "1–5 ?"])
    #expect(EventTable.cells(of: range, in: directory, ascii: true)[3] == "1-5 ?")
    #expect(EventTable.cells(of: Event(id: "e", date: nil, title: "t", kind: .war, disputes: ["start"]), in: directory)[3] == "?")
  }

  @Test("Each format has a sentence", arguments: OutputFormat.allCases)
  func sentences(format: OutputFormat) { #expect(format.summary.count > 10 && !format.summary.hasSuffix(".")) }
}

/// A reader of RFC 4180 of the test's own.
private enum CSVRows {
  static func parse(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    var scalars = Substring(text).unicodeScalars
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          cell.unicodeScalars.append(scalar)
        } else if scalars.first == "\"" {
          cell.unicodeScalars.append(scalars.removeFirst())
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\r" && scalars.first == "\n" {
        rows[rows.count - 1].append(cell)
        cell = ""
        if scalar == "\r" {
          scalars.removeFirst()
          rows.append([])
        }
      } else {
        cell.unicodeScalars.append(scalar)
      }
    }
    rows.removeLast()
    return rows
  }
}
