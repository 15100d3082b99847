import EDTF
import Testing
import TimelineFormats
import TimelineModel

@Suite("What is said of columns")
struct ColumnChoiceTests {
  @Test("A comma behind which no other part stands belongs to the name, and the singular is understood")
  func reading() throws {
    #expect(try ColumnChoice("date=Datum,title=Was, wer, wo,actor=Partei").parts.map(\.column) == ["Datum", "Was, wer, wo", "Partei"])
  }

  @Test("What is kept comes back, whatever is in a name", arguments: ["plain", "a\tb", "two\nlines", "\\n", "back\\", "é\r", "=", "a=b"])
  func kept(name: String) throws {
    let choice = try ColumnChoice("date=\(name)")
    #expect(ColumnChoice(kept: choice.kept) == choice)
    #expect(ColumnChoice(kept: "nonsense\n\n\tx\ndate\n" + choice.kept) == choice && ColumnChoice(kept: "date\n") == nil)
  }

  @Test("Columns that are chosen come before those whose headings say something, and no column plays two parts")
  func chosen() throws {
    let choice = try ColumnChoice("title=date,date=other")
    let reader = Format.openTable(.memory(Array("date,title,other\nShots,x,1990\n".utf8)), name: "a.csv") { _ in (choice, .map) }
    var reading = reader
    let event = reading.next()?.decoder.event(at: 0)
    #expect(event?.title == "Shots" && event?.date?.text == "1990")
    #expect(reader.report.columns.map { "\($0.role) \($0.name) \($0.reason.rawValue)" } == ["date other map", "title date map"])
  }
}
