import EDTF
import Testing
import TimelineFormats
import TimelineModel

@Suite("TimelineJS")
struct TimelineJSTests {
  @Test("JSON and spreadsheet tell the same timeline", arguments: ["timelinejs/river.json", "timelinejs/river.csv"])
  func timeline(fixture: String) throws {
    let opened = try Opened(fixture: fixture)
    #expect(opened.problems.isEmpty)
    #expect(opened.header.title == "The river" && opened.header.scope == "A quarrel & its end")
    #expect(opened.events.map { $0.date?.text } == ["1990-05-01", "1990-05/1991-07"])
    #expect(opened.events.map(\.title) == ["Shots at the bridge", "Talks"])
    #expect(opened.events[0].summary == "Guards fired.\nTwo died.")
    #expect(opened.events[0].actors == [Participation("Alder")] && opened.header.actors.map(\.id) == ["Alder"])
    #expect(opened.header.sources.map(\.url) == ["https://example.org/bridge.jpg"] && opened.events[0].sources == ["https://example.org/bridge.jpg"])
    #expect(opened.header.sources.first?.publisher == "River Post")
    #expect(opened.header.eras.map(\.name) == ["The quarrel"] && opened.header.eras.map(\.date.text) == ["1990/1991"])
    #expect(opened.events.map { $0.location?.line } == (fixture.hasSuffix("json") ? [4, 11] : [3, 4]))
  }

  @Test("Every value comes back by the path to it")
  func fields() throws {
    let event = try Opened(fixture: "timelinejs/river.json").events[0]
    #expect(event.id == "shots" && event.field("media.caption") == "The bridge" && event.field("start_date.year") == "1990" && event.field("group") == "Alder")
    #expect(try Opened(fixture: "timelinejs/river.csv").events[1].field("End Month") == "7")
  }

  @Test(
    "A date is as precise as its parts",
    arguments: [
      (#"{"year":"1815"}"#, "1815"), (#"{"year":815,"month":3}"#, "0815-03"), (#"{"year":"-44","month":"3","day":"15"}"#, "-0044-03-15"),
      (#"{"year":-13800000000}"#, "Y-13800000000"), (#"{"year":"1990","month":"","day":""}"#, "1990"), (#"{"year":"1990","day":"2"}"#, nil),
      (#"{"year":"1990","month":"2","day":"30"}"#, nil), (#"{"year":"soon"}"#, nil), ("{}", nil),
    ] as [(String, String?)])
  func dates(json: String, date: String?) {
    let opened = Opened(.timelineJS, #"{"events":[{"start_date":"# + json + #","text":{"headline":"x"}}]}"#, name: "a.json")
    #expect(opened.events.map { $0.date?.text } == [date])
    #expect(opened.problems.isEmpty == (date != nil))
  }

  @Test("An end before the start is left out with a word")
  func badEnd() {
    let opened = Opened(.timelineJS, #"{"events":[{"start_date":{"year":1990},"end_date":{"year":1980},"text":{"headline":"x"}}]}"#, name: "a.json")
    #expect(opened.events.first?.date?.text == "1990" && opened.places == ["bad-end-date 1:12"])
  }

  @Test("The first version's sheets are read, month first as their template has it")
  func firstVersion() {
    let opened = Opened(.timelineJS, "Start Date,End Date,Headline,Tag\n5/1/1990,,Shots,Alder\n5/1990,7/14/1991,Talks,\n1990,,Year,\n")
    #expect(opened.events.map { $0.date?.text } == ["1990-05-01", nil, "1990"])
    #expect(opened.events[0].actors == [Participation("Alder")])
  }

  @Test(
    "What is wrong in JSON is told with line and column",
    arguments: [
      ("{\n \"events\": [\n  {\"a\": 1,}\n ]}", "trailing-comma 3:10"), ("{\"events\": {}}", "no-events 1:12"), ("[]", "expected-object 1:1"),
      ("{\"events\": [1]}", "expected-object 1:13"), ("{\"events\": [], \"evnts\": 1}", "unknown-key 1:16"),
      ("{\"events\": [], \"events\": []}", "duplicate-key 1:16"), ("{\"events\": [", "json-ends 1:13"), ("", "json-ends 1:1"),
    ])
  func mistakes(text: String, place: String) {
    // A first blank makes even a list or nothing go the way of JSON.
    let opened = Opened(.timelineJS, text.isEmpty || text.hasPrefix("[") ? text : text, name: "a.json")
    if text.hasPrefix("{") { #expect(opened.places == [place]) }
  }

  @Test(
    "HTML becomes the text that somebody would read aloud",
    arguments: [
      ("<p>Fish &amp; <b>chips</b></p>", "Fish & chips"), ("a<br>b<br/>c", "a\nb\nc"), ("1 < 2 &unknown; &#8217;&#x2019;", "1 < 2 &unknown; ’’"),
      ("<!-- x -->y", "y"), ("a < b", "a < b"), ("<p", "<p"), ("&#0;&#xD800;", "\0&#xD800;"), ("", ""),
    ])
  func html(html: String, text: String) { #expect(HTMLText.plain(html) == text) }
}
