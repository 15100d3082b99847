import EDTF
import Testing
import TimelineFormats
import TimelineModel

@Suite("JSON as annals writes it")
struct JSONRoundTripTests {
  static func written(_ result: ReadResult, _ format: OutputFormat) -> [UInt8] {
    var writer = format.writer()
    let directory = Directory(result.timeline)
    writer.begin(result.timeline)
    for event in result.timeline.events { writer.write(event, in: directory) }
    writer.end()
    return writer.drain()
  }

  /// The same without where events stood, which is another place in every file.
  static func withoutPlaces(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      line.firstRange(of: ",\"file\":").map { String(line[..<$0.lowerBound]) } ?? String(line)
    }
  }

  @Test("A document opens again and is written the same")
  func document() throws {
    let first = Self.written(NativeFormat.read(try Fixtures.river()), .json)
    #expect(Format.detect(name: "a.json", head: Array(first.prefix(8192)))?.name == "json")
    let again = Format.json.read([InputFile(name: "a.json", bytes: first)])
    #expect(again.problems.isEmpty && again.timeline.events.count == 3)
    #expect(Self.withoutPlaces(Self.written(again, .json)) == Self.withoutPlaces(first))
  }

  @Test("Lines open again and are written the same, also those of a table", arguments: ["native", "ged/river-25.csv", "acled/current.csv", "table/river.csv"])
  func lines(fixture: String) throws {
    let read: ReadResult
    if fixture == "native" {
      read = NativeFormat.read(try Fixtures.river())
    } else {
      let bytes = Array(try Fixtures.text("\(Fixtures.root)/Fixtures/\(fixture)").utf8)
      read = try #require(Format.detect(name: fixture, head: bytes)).read([InputFile(name: fixture, bytes: bytes)])
    }
    let first = Self.written(read, .jsonl)
    #expect(Format.detect(name: "-", head: Array(first.prefix(8192)))?.name == "json")
    let again = Format.json.read([InputFile(name: "a.jsonl", bytes: first)])
    #expect(again.problems.isEmpty && again.timeline.events.count == read.timeline.events.count)
    #expect(again.timeline.events.map { $0.location?.line } == Array(1...read.timeline.events.count))
    #expect(again.timeline.events.map(\.date) == read.timeline.events.map(\.date))
    #expect(Self.withoutPlaces(Self.written(again, .jsonl)).count == read.timeline.events.count)
  }

  @Test("A byte order mark takes no column, and a file of nothing else ends where it begins", arguments: [("", 1, 1), ("[1, ", 1, 5), ("\n[", 2, 2)])
  func mark(_ row: (text: String, line: Int, column: Int)) throws {
    let read = Format.json.read([InputFile(name: "a.json", bytes: Array("\u{FEFF}\(row.text)".utf8))])
    let problem = try #require(read.problems.last { $0.severity == .error })
    #expect(problem.location == SourceLocation(file: "a.json", line: row.line, column: row.column))
  }

  @Test("A bad line is told with its place and the others are read")
  func badLine() {
    let text =
      #"{"id":"a","date":"1990","earliest":null}"# + "\n{\"id\":}\n[]\n\n"
      + #"{"id":"a","date":"never","mood":"bad","links":[{"type":"folows"}],"casualties":[{}]}"#
    let opened = Opened(.json, text, name: "a.jsonl")
    #expect(opened.events.map(\.id) == ["a", "a"] && opened.events.map { $0.location?.line } == [1, 5])
    #expect(
      Set(opened.places) == [
        "no-value 2:7", "expected-object 3:1", "duplicate-id 5:1", "bad-date 5:18", "unknown-key 5:26", "unknown-link 5:48", "bad-figure 5:81",
      ])
    #expect(opened.events[1].dateText == "never" && opened.events[1].field("mood") == "bad")
  }

  @Test(
    "A document without events, of a newer version, or cut off is told",
    arguments: [
      (#"{"format":"annals","version":1}"#, "no-events 1:1"), (#"{"format":"annals","version":2,"events":[]}"#, "newer-version 1:1"),
      (#"{"format":"annals","events":["#, "json-ends 1:30"),
    ])
  func documents(text: String, place: String) { #expect(Opened(.json, text, name: "a.json").places == [place]) }
}
