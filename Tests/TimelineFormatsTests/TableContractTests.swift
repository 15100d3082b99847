import EDTF
import Testing
import TimelineFormats
import TimelineModel

/// What every reader of rows owes its user, whatever the file is made of.
@Suite("Every table reader")
struct TableContractTests {
  /// A format with a header and a row of its own.
  struct Sample: Sendable, CustomTestStringConvertible {
    let format: Format
    let header: String
    /// A row with an id.
    let row: @Sendable (String) -> String
    var testDescription: String { format.name }

    func text(_ rows: Int, lineEnd: String = "\n") -> String { ([header] + (0..<rows).map { row("r\($0)") }).map { $0 + lineEnd }.joined() }
  }

  static let ged = "id,type_of_violence,side_a,side_b,date_prec,date_start,date_end,best,low,high,where_coordinates"
  static let samples = [
    Sample(format: .ged, header: ged) { "\($0),1,Alder,Birch,1,1990-05-01,1990-05-01,2,1,3,Bridge" },
    Sample(format: .acled, header: "event_id_cnty,event_date,event_type,actor1,actor2,fatalities") { "\($0),2021-03-01,Battles,Alder,Birch,2" },
    Sample(format: .gdelt, header: "GLOBALEVENTID,SQLDATE,EventCode,Actor1Name,Actor2Name") { "\($0),19900501,190,ALDER,BIRCH" },
    Sample(format: .table, header: "id,date,title") { "\($0),1990-05-01,Shots" },
    Sample(format: .timelineJS, header: "Year,Month,Headline") { "1990,5,\($0)" },
  ]

  /// Problems that have to do with columns that the small samples leave out.
  static func notable(_ opened: Opened) -> [String] { opened.places.filter { !$0.hasPrefix("missing-columns") } }

  @Test("An empty file is an error and no event", arguments: samples)
  func empty(sample: Sample) {
    let opened = Opened(sample.format, "")
    #expect(opened.events.isEmpty && opened.places == ["empty-file 1:1"])
  }

  @Test("A header alone has no events and nothing wrong", arguments: samples)
  func headerOnly(sample: Sample) {
    let opened = Opened(sample.format, sample.text(0))
    #expect(opened.events.isEmpty && Self.notable(opened) == [])
  }

  @Test("Line ends of every kind give the same events", arguments: samples, ["\n", "\r\n", "\r"])
  func lineEnds(sample: Sample, lineEnd: String) {
    let opened = Opened(sample.format, sample.text(3, lineEnd: lineEnd))
    #expect(opened.events.map(\.location?.line) == [2, 3, 4])
    #expect(opened.events == Opened(sample.format, sample.text(3)).events)
    #expect(Self.notable(opened).map { $0.prefix { $0 != " " } } == (lineEnd == "\r" ? ["carriage-return"] : []))
  }

  @Test("A byte order mark is skipped with a word", arguments: samples)
  func mark(sample: Sample) {
    let opened = Opened(sample.format, "\u{FEFF}" + sample.text(2))
    #expect(opened.events == Opened(sample.format, sample.text(2)).events)
    #expect(Self.notable(opened) == ["byte-order-mark 1:1"])
  }

  @Test("A last line without its end is whole, and one that is cut off is kept and told", arguments: samples)
  func cutOff(sample: Sample) {
    let whole = Opened(sample.format, String(sample.text(3).dropLast()))
    #expect(whole.events.count == 3 && Self.notable(whole) == [])
    let text = sample.text(3)
    let cut = Opened(sample.format, String(text.prefix(text.count - sample.row("r2").count + 2)))
    #expect(cut.events.count == 3)
    #expect(Self.notable(cut).contains { $0.hasPrefix("cut-off-row 4:") })
  }

  @Test("One bad row in a thousand is told with its line, and nothing else is", arguments: samples)
  func oneInAThousand(sample: Sample) {
    var lines = sample.text(1000).split(separator: "\n").map(String.init)
    lines[500] += ",too,many"
    let opened = Opened(sample.format, lines.joined(separator: "\n") + "\n")
    #expect(opened.events.count == 1000)
    #expect(Self.notable(opened) == ["ragged-row 501:\(lines[500].count - "too,many".count + 1)"])
    #expect(opened.events[499].extra.contains { $0.value == "too" } && opened.events[499].field("problem") == "ragged-row")
  }

  @Test("An unterminated quote names the line that opens it and spoils one row", arguments: samples)
  func openQuote(sample: Sample) {
    var lines = sample.text(50).split(separator: "\n").map(String.init)
    lines[9] = "\"" + lines[9]
    let opened = Opened(sample.format, lines.joined(separator: "\n") + "\n")
    #expect(opened.events.count == 50)
    #expect(Self.notable(opened).contains("unterminated-quote 10:1"))
  }

  @Test("NUL and bytes that are not UTF-8 are kept, shown, and told with their place", arguments: samples)
  func oddBytes(sample: Sample) {
    var bytes = Array(sample.text(3).utf8)
    let line = bytes.split(separator: 10, omittingEmptySubsequences: false)[..<2].reduce(0) { $0 + $1.count + 1 }
    let end = line + sample.row("r1").utf8.count
    bytes.insert(contentsOf: [0xC3, 0xA9, 0xFF, 0x00], at: end)
    let opened = Opened(sample.format, bytes)
    let column = sample.row("r1").count + 1
    #expect(opened.events.count == 3)
    #expect(Self.notable(opened).contains("invalid-utf8 3:\(column + 1)"))
    #expect(Self.notable(opened).contains("nul 3:\(column + 2)"))
    #expect(opened.events[1].extra.contains { $0.value.unicodeScalars.contains("\u{FFFD}") && $0.value.unicodeScalars.contains("\0") })
  }

  @Test("NUL and bytes that are not UTF-8 in the header are told too", arguments: samples)
  func oddHeader(sample: Sample) {
    let bytes = Array(sample.header.utf8) + Array(",n\0te,n".utf8) + [0xE9] + Array("\n\(sample.row("r0")),a,b\n".utf8)
    let opened = Opened(sample.format, bytes)
    #expect(opened.events.count == 1 && opened.events.first?.field("n\u{FFFD}") == "b")
    let column = sample.header.count + 3
    #expect(Self.notable(opened).filter { $0.hasPrefix("nul") || $0.hasPrefix("invalid") }.sorted() == ["invalid-utf8 1:\(column + 5)", "nul 1:\(column)"])
  }

  @Test("UTF-16 is refused, with a mark and without", arguments: samples, [[0xFF, 0xFE], []] as [[UInt8]])
  func utf16(sample: Sample, mark: [UInt8]) {
    let bytes = mark + sample.text(2).utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let opened = Opened(sample.format, bytes)
    #expect(opened.events.isEmpty && opened.places == ["utf-16 1:1"])
    #expect(!sample.format.sniff(name: "a.txt", head: bytes))
  }

  @Test("Ten thousand columns are read", arguments: samples)
  func manyColumns(sample: Sample) {
    let extra = (0..<10_000).map { ",x\($0)" }.joined()
    let opened = Opened(sample.format, sample.header + extra + "\n" + sample.row("r0") + extra + "\n")
    #expect(opened.events.count == 1)
    #expect(opened.events.first?.field("x9999") == "x9999")
  }

  @Test("A line longer than the limit is cut with a word, and the next row is whole", arguments: samples)
  func longLine(sample: Sample) {
    let long = sample.row("r0") + String(repeating: "x", count: 200_000)
    let limits = ReadingLimits(fieldBytes: 10_000, recordBytes: 100_000)
    let opened = Opened(sample.format, sample.header + "\n" + long + "\n" + sample.row("r1") + "\n", limits: limits)
    #expect(opened.events.count == 2 && opened.events.last?.location?.line == 3)
    #expect(opened.codes.contains("row-too-long"))
    #expect(opened.events.allSatisfy { $0.extra.allSatisfy { $0.value.utf8.count < 11_000 } })
  }

  @Test("What a field means is read from the whole of it; of what is only shown there is a part, and a word", arguments: samples.filter(\.format.isTable))
  func longFields(sample: Sample) {
    let id = String(repeating: "r", count: 20)
    let opened = Opened(
      sample.format, [sample.header, sample.row(id), sample.row(id + "s")].joined(separator: "\n") + "\n", limits: ReadingLimits(fieldBytes: 12))
    #expect(opened.events.map(\.id) == [id, id + "s"])
    #expect(opened.facts.map(\.idHash) == opened.events.map { RowFacts.hash(ofID: $0.id) })
    #expect(opened.events.first?.extra.first?.value == "rrrrrrrrrrrr…")
    #expect(Self.notable(opened) == ["field-too-large 2:1", "field-too-large 3:1"])
  }

  @Test("A line of twenty megabytes is read as far as the limit and no further")
  func twentyMegabytes() {
    let opened = Opened(
      .table, "date,title\n1990," + String(repeating: "x", count: 20 << 20) + "\n1991,y\n", limits: ReadingLimits(fieldBytes: 1 << 16, recordBytes: 1 << 20))
    #expect(opened.events.map { $0.date?.text } == ["1990", "1991"])
    #expect(opened.places == ["row-too-long 2:1", "field-too-large 2:6"])
    #expect(opened.events.allSatisfy { $0.title.utf8.count <= (1 << 16) + 3 })
  }

  @Test("Every original column comes back under its own name, in the file's order", arguments: samples)
  func columns(sample: Sample) {
    let opened = Opened(sample.format, sample.text(1))
    let names = sample.header.split(separator: ",").map(String.init)
    let values = sample.row("r0").split(separator: ",").map(String.init)
    #expect(opened.events.first?.extra.filter { !$0.name.hasSuffix(" means") } == zip(names, values).map { ExtraField(name: $0, value: $1) })
  }

  @Test("What the columns of a store hold is what the event says", arguments: samples)
  func facts(sample: Sample) {
    let opened = Opened(sample.format, sample.text(2))
    let directory = Directory(opened.header)
    for (fact, event) in zip(opened.facts, opened.events) where sample.format.isTable {
      let same = RowFacts(
        date: event.date, kind: fact.kind, id: event.id, weight: event.weight, killed: Toll(.killed, of: event, in: directory)?.figure,
        sourceCount: event.allSources.count, marks: RowMarks(of: event))
      #expect(fact == same)
    }
  }

  @Test("Problems beyond the limit are counted, not listed")
  func limit() {
    let opened = Opened(.table, "date,title\n" + String(repeating: "never,x\n", count: 500))
    #expect(opened.events.count == 500)
    #expect(opened.problems.count == 101)
    #expect(opened.problems.last?.words == "400 more rows have the problem bad-date, the last of them here.")
    #expect(opened.problems.last?.location.line == 501)
  }

  @Test("Several files are one timeline, and an id that two of them have is told")
  func severalFiles() {
    let sample = Self.samples[0]
    let files = ["a.csv", "b.csv"].map { InputFile(name: $0, bytes: Array(sample.text(2).utf8)) }
    let result = sample.format.read(files)
    #expect(result.timeline.events.count == 4)
    #expect(result.timeline.events.map { $0.location?.description } == ["a.csv:2:1", "a.csv:3:1", "b.csv:2:1", "b.csv:3:1"])
    let repeated = result.problems.filter { $0.code == "duplicate-id" }
    #expect(repeated.count == 2 && repeated.allSatisfy { $0.location.file == "b.csv" && $0.words.contains("of a.csv") })
  }
}
