import EDTF
import Testing
import TimelineFormats
import TimelineModel

@Suite("Plain tables")
struct TableFormatTests {
  @Test("Columns are taken for what their headings say, and the others are kept")
  func event() throws {
    let opened = try Opened(fixture: "table/river.csv")
    #expect(opened.events.map { $0.date?.text } == ["1990-05-01", "1990-05/1991-07", "1990-06-13", "2018-04-02"])
    let event = opened.events[0]
    #expect(event.id == "L2" && event.title == "Shots at the bridge" && event.actors.map(\.actor) == ["Alder", "Birch"])
    #expect(event.casualties == [CasualtyEstimate(of: CasualtyEstimate.wholeEvent, .killed, Figure(2))] && event.sources == ["River Post", "Valley Radio"])
    #expect(Directory(opened.header).place(event.places[0])?.latitude == 40.5 && event.places == ["Bridge (40.5, 45.25)"])
    #expect(event.field("Mood") == "bad" && opened.chunks[0].extras.map(\.name).contains("Mood"))
    #expect(opened.places == ["spreadsheet-date 5:1"])
  }

  @Test("Tabs separate as commas do")
  func tabs() throws {
    let opened = try Opened(fixture: "table/river.tsv")
    #expect(opened.events.map(\.title) == ["Shots, at the bridge", "Treaty"] && opened.problems.isEmpty)
  }

  @Test(
    "Dates are read as they are written and no more precisely",
    arguments: [
      ("1994", "1994"), ("1994-05", "1994-05"), ("1994~", "1994~"), ("2018-04-02 10:30:00", "2018-04-02"), ("2018-04-02T10:30", "2018-04-02"),
      ("2 April 2018", "2018-04-02"), ("April 2nd, 2018", "2018-04-02"), ("Apr 2018", "2018-04"), ("20180402", "2018-04-02"), ("2018/04/02", "2018-04-02"),
      ("13.04.2018", "2018-04-13"), ("04/13/2018", "2018-04-13"), ("03/04/2018", "[2018-03-04,2018-04-03]"), ("04/04/2018", "2018-04-04"),
      ("39980", "2009-06-16"),
      ("Sept 2018", "2018-09"), ("31 February 2018", nil), ("soon", nil), ("", nil), ("99999999", nil), ("1 2", nil), ("May", nil), ("1/2/3/4", nil),
      ("12/13/14", nil),
    ] as [(String, String?)])
  func dates(text: String, date: String?) { #expect(DateText.read(text)?.date.text == date) }

  @Test("What cannot be read is told with its place, and the row is kept")
  func problems() {
    let opened = Opened(
      .table, "id,date,end,title,killed,place,lat,lon,weight\na,never,,x,-1,P,91,0,1\na,,,,x,Q,,,2\nb,03/04/2018,,z,,,,,\nc,1990,1991,w,,,,,\n")
    #expect(
      opened.places == [
        "bad-date 2:3", "negative-count 2:12", "no-coordinates 2:17", "duplicate-id 3:1", "missing-date 3:3", "missing-title 3:5", "bad-number 3:6",
        "day-or-month 4:3",
      ])
    #expect(opened.events.count == 4 && opened.events[3].date?.text == "1990/1991" && opened.events[0].weight == 1)
    #expect(opened.events[0].dateText == "never")
  }

  @Test("A table without a date or a title is an error, and its rows are kept")
  func noDate() {
    let opened = Opened(.table, "a,b\n1,2\n")
    #expect(opened.places == ["no-date-column 1:1", "no-title-column 1:1"])
    #expect(opened.events.map(\.title) == ["1"] && opened.events[0].date == nil)
  }

  @Test("Two columns of one name are both kept and told")
  func repeatedColumn() {
    let opened = Opened(.table, "date,title,x,X\n1990,a,1,2\n")
    #expect(opened.places == ["repeated-column 1:14"] && opened.events[0].extra.map(\.value) == ["1990", "a", "1", "2"])
  }

  @Test("What annals writes as CSV opens again")
  func roundTrip() {
    var writer = CSVWriter(raw: true)
    writer.begin(Timeline(id: "t", title: "t"))
    let event = Event(
      id: "shots", date: try? .init("1990-05~"), title: "Shots, \"heard\"", kind: .clash, weight: 2, actors: [Participation("alder"), Participation("birch")],
      summary: "Two\nlines", casualties: [CasualtyEstimate(of: CasualtyEstimate.wholeEvent, .killed, Figure(2))], sources: ["s"])
    writer.write(event, in: Directory())
    let again = Opened(.table, writer.drain()).events.first
    #expect(again?.id == event.id && again?.date == event.date && again?.title == event.title && again?.kind == event.kind && again?.weight == 2)
    #expect(again?.actors == event.actors && again?.summary == event.summary && again?.casualties == event.casualties && again?.sources == event.sources)
  }

  @Test(
    "Files are recognised by their ending or by their header",
    arguments: [
      ("a.csv", "x\n", "table"), ("a.txt", "when;what\n1990;x\n", "table"), ("a.txt", "hello\n", nil),
      ("a.json", "{\"events\":[{\"start_date\":{}}]}", "timelinejs"),
      ("a.csv", "Year,Headline\n", "timelinejs"),
    ] as [(String, String, String?)])
  func recognised(name: String, text: String, format: String?) { #expect(Format.detect(name: name, head: Array(text.utf8))?.name == format) }
}
