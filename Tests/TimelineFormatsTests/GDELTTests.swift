import EDTF
import Testing
import TimelineFormats
import TimelineModel

@Suite("GDELT")
struct GDELTTests {
  private static let versions = ["201303.csv", "20150302.export.CSV", "20150302101500.export.CSV"]
  private static func text(_ name: String) throws -> String { try Fixtures.text("\(Fixtures.root)/Fixtures/gdelt/\(name)") }

  @Test("Files of 57, 58 and 61 columns are recognised without a header, and say the same", arguments: versions)
  func recognised(name: String) throws {
    let opened = try Opened(fixture: "gdelt/\(name)")
    #expect(opened.header.id == "gdelt" && opened.events.count == 4 && opened.problems.isEmpty)
    let newest = try Opened(fixture: "gdelt/\(Self.versions[2])")
    #expect(opened.events.map(\.title) == newest.events.map(\.title) && opened.events.map(\.date) == newest.events.map(\.date))
    #expect(opened.events.map(\.places) == newest.events.map(\.places) && opened.events.map(\.actors) == newest.events.map(\.actors))
    #expect(opened.events.map(\.sources.count) == (name == Self.versions[0] ? [0, 0, 0, 0] : [1, 1, 1, 1]))
  }

  @Test("A row is a lead of little weight: who, what by its code, where, and the page that it was read on")
  func lead() throws {
    let opened = try Opened(fixture: "gdelt/\(Self.versions[2])")
    let event = try #require(opened.events.first)
    #expect(event.id == "410000001" && event.date?.text == "2015-03-01" && event.weight == 3 && event.kind.rawValue == "lead: fight")
    #expect(event.title == "Small arms or light weapons: ALDER GUARD, BIRCH FRONT" && event.sources == ["https://example.org/river/1"])
    #expect(
      event.actors == [
        Participation("ALDER GUARD", role: "actor 1, armed forces of a state"), Participation("BIRCH FRONT", role: "actor 2, rebels"),
      ])
    #expect(event.casualties.isEmpty && opened.header.scope.hasPrefix("Leads, not events:"))
    #expect(opened.events.map(\.kind.rawValue) == ["lead: fight", "lead: consultation", "lead: protest", "lead: statement"])
    #expect(opened.events[3].actors == [Participation("USA", role: "actor 1")])
  }

  @Test("Codes are shown with what they mean, and those that nobody knows as such")
  func codes() throws {
    let event = try #require(try Opened(fixture: "gdelt/\(Self.versions[2])").events.first)
    #expect(event.field("QuadClass means") == "conflict in deeds" && event.field("Actor1CountryCode means") == "Armenia")
    #expect(event.field("EventCode means") == "small arms or light weapons" && event.field("EventRootCode means") == "fighting")
    #expect(event.field("ActionGeo_Type means") == "a town or landmark" && event.field("Actor1Geo_Type means") == "no place was found")
    #expect(event.field("AvgTone") == "-3.25" && event.field("GoldsteinScale") == "-10.0" && event.field("NumMentions") == "4")
    let talks = try Opened(fixture: "gdelt/\(Self.versions[2])").events[1]
    #expect(talks.field("EventCode") == "0462" && talks.field("EventCode means") == "a form of negotiation" && talks.title == "A form of negotiation: MINISTRY")
    let fault = try Opened(fixture: "gdelt/faults.export.CSV").events[2]
    #expect(fault.field("EventCode means") == "not among the codes that annals knows")
    #expect(fault.kind.rawValue == "lead: 99" && fault.title.hasPrefix("Code 999: "))
  }

  @Test("A point is trusted as far as its type says, and lies within its province and country")
  func places() throws {
    let opened = try Opened(fixture: "gdelt/\(Self.versions[2])")
    let directory = Directory(opened.header)
    #expect(opened.events.map { $0.places.first.flatMap { directory.place($0)?.precision } } == [.town, .region, .country, nil])
    #expect(directory.lineage(ofPlace: opened.events[0].places[0]) == ["Bridge, Valley, Alder (40.5, 45.25)", "Valley, Alder", "Alder"])
    #expect(directory.place(opened.events[1].places[0])?.latitude == 40.75 && opened.events[1].places == ["Valley, Alder (40.75, 45.5; region)"])
  }

  @Test("Each fault is told with its place, and the row is kept")
  func faults() throws {
    let opened = try Opened(fixture: "gdelt/faults.export.CSV")
    #expect(opened.events.count == 6)
    #expect(
      opened.problems.map { "\($0.code) \($0.location.line)" } == [
        "bad-date 1", "other-year 2", "unknown-code 3", "unknown-code 3", "unknown-code 3", "unknown-code 4", "no-coordinates 4", "missing-id 5",
        "duplicate-id 6",
      ])
    #expect(opened.events[0].date == nil && opened.events[0].dateText == "20150230" && opened.events[4].id == "L5")
    #expect(opened.problems.first?.location.column == 11)
  }

  @Test("A table of databases with a header is bound by its names")
  func header() {
    let opened = Opened(.gdelt, "GLOBALEVENTID,SQLDATE,EventCode,Actor1Name,mine\n7,20150301,190,ALDER,x\n")
    #expect(opened.events.first?.title == "Conventional military force: ALDER" && opened.events.first?.field("mine") == "x")
    #expect(opened.places == ["missing-columns 1:1", "unknown-column 1:44"])
  }

  // MARK: What every reader owes, where there is no header

  private static func sample(_ rows: Int) throws -> [String] {
    let row = try String(#require(try text(versions[2]).split(separator: "\n").first))
    return (0..<rows).map { row.replacing("410000001", with: String(500_000_000 + $0)) }
  }

  @Test("Line ends of every kind and a byte order mark give the same events", arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func lineEnds(lineEnd: String, mark: String) throws {
    let rows = try Self.sample(3)
    let opened = Opened(.gdelt, mark + rows.map { $0 + lineEnd }.joined(), name: "a.export.CSV")
    #expect(opened.events == Opened(.gdelt, rows.joined(separator: "\n") + "\n", name: "a.export.CSV").events && opened.events.count == 3)
    #expect(opened.codes == Set((mark.isEmpty ? [] : ["byte-order-mark"]) + (lineEnd == "\r" ? ["carriage-return"] : [])))
    #expect(Format.gdelt.sniff(name: "a.export.CSV", head: Array((mark + rows.map { $0 + lineEnd }.joined()).utf8)))
  }

  @Test("One bad row in a thousand, also as the first, is told with its line, and nothing else is", arguments: [0, 499])
  func oneInAThousand(bad: Int) throws {
    var rows = try Self.sample(1_000)
    let column = rows[bad].count + 1
    rows[bad] += "\ttoo\tmany"
    let text = Array((rows.joined(separator: "\n") + "\n").utf8)
    #expect(Format.detect(name: "a.csv", head: Array(text.prefix(8_192)))?.name == "gdelt")
    let opened = Opened(.gdelt, text)
    #expect(opened.events.count == 1_000 && opened.places == ["ragged-row \(bad + 1):\(column + 1)"], "\(opened.places)")
  }

  @Test("A last line without its end is whole, and one that is cut off is kept and told")
  func cutOff() throws {
    let text = try Self.sample(3).joined(separator: "\n")
    #expect(Opened(.gdelt, text).problems.isEmpty && Opened(.gdelt, text).events.count == 3)
    let cut = Opened(.gdelt, String(text.dropLast(40)))
    #expect(cut.events.count == 3 && cut.places.allSatisfy { $0.hasPrefix("cut-off-row 3:") } && cut.problems.count == 1, "\(cut.places)")
  }

  @Test("NUL and bytes that are not UTF-8 are told with their place; UTF-16 is refused; an empty file is an error")
  func oddBytes() throws {
    let text = try Self.sample(2).joined(separator: "\n")
    let odd = Opened(.gdelt, Array(text.utf8) + [0xFF, 0x00] + Array("\n".utf8))
    let column = try Self.sample(1)[0].count + 1
    #expect(odd.places == ["invalid-utf8 2:\(column)", "nul 2:\(column + 1)"] && odd.events.count == 2)
    let wide = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    #expect(Opened(.gdelt, wide).places == ["utf-16 1:1"] && !Format.gdelt.sniff(name: "a.CSV", head: wide))
    #expect(Opened(.gdelt, "").places == ["empty-file 1:1"])
  }

  @Test("Other tables with tabs are not taken for it")
  func others() throws {
    let row = try Self.sample(1)[0]
    #expect(!Format.gdelt.sniff(name: "a.CSV", head: Array((row + "\tmore\n").utf8)))
    #expect(!Format.gdelt.sniff(name: "a.CSV", head: Array(row.replacing("20150301", with: "soon").utf8)))
  }

  @Test("Every code of an event has a root, and every root a word")
  func table() {
    for code in CAMEOEvent.words.keys { #expect(CAMEOEvent.kind(ofRoot: String(code.prefix(2))) != nil, "\(code)") }
    #expect((1...20).allSatisfy { CAMEOEvent.words[$0 < 10 ? "0\($0)" : String($0)] != nil } && CAMEOEvent.kind(ofRoot: "21") == nil)
  }
}
