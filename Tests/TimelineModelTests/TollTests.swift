import EDTF
import Testing
import TimelineModel

@Suite("What an event cost")
struct TollTests {
  private static let directory = Directory(actors: [
    Actor(id: "arvania", name: "Arvania", kind: .state), Actor(id: "arvania-army", name: "Army", kind: .armed, parent: "arvania"),
    Actor(id: "belmark", name: "Belmark", kind: .state), Actor(id: "watch", name: "Watch", kind: .finder), Actor(id: "court", name: "Court", kind: .court),
  ])

  private static func toll(_ estimates: [CasualtyEstimate], _ measure: CasualtyEstimate.Measure = .killed) -> Toll? {
    Toll(measure, of: Event(id: "e", date: nil, title: "E", kind: .clash, casualties: estimates), in: directory)
  }

  private static func killed(_ of: String, _ figure: Figure, by: String? = nil) -> CasualtyEstimate { CasualtyEstimate(of: of, .killed, figure, by: by) }

  /// Estimates as they stand in an event, and what they come to.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var estimates: [CasualtyEstimate]
    var figure: Figure
    var groups: [String]
  }

  static let cases = [
    Case(testDescription: "one figure stands", estimates: [killed("arvania", Figure(4))], figure: Figure(4), groups: ["arvania"]),
    Case(
      testDescription: "two who differ span a range without a best",
      estimates: [killed("arvania", Figure(4), by: "arvania"), killed("arvania", Figure(7), by: "belmark")],
      figure: Figure(low: 4, best: nil, high: 7), groups: ["arvania"]),
    Case(
      testDescription: "two who agree have a best",
      estimates: [killed("arvania", Figure(4), by: "arvania"), killed("arvania", Figure(low: 3, best: 4, high: 5), by: "belmark")],
      figure: Figure(low: 3, best: 4, high: 5), groups: ["arvania"]),
    Case(
      testDescription: "a finding decides the best, and the range stays",
      estimates: [killed("arvania", Figure(4), by: "arvania"), killed("arvania", Figure(9), by: "watch")],
      figure: Figure(low: 4, best: 9, high: 9), groups: ["arvania"]),
    Case(
      testDescription: "two findings that differ decide nothing",
      estimates: [killed("arvania", Figure(4), by: "court"), killed("arvania", Figure(9), by: "watch")],
      figure: Figure(low: 4, best: nil, high: 9), groups: ["arvania"]),
    Case(
      testDescription: "groups add up", estimates: [killed("arvania", Figure(4)), killed("belmark", Figure(low: 1, best: 2, high: 3))],
      figure: Figure(low: 5, best: 6, high: 7), groups: ["arvania", "belmark"]),
    Case(
      testDescription: "a group within another is not counted twice", estimates: [killed("arvania-army", Figure(3)), killed("arvania", Figure(4))],
      figure: Figure(4),
      groups: ["arvania"]),
    Case(
      testDescription: "one group without a best leaves the sum without",
      estimates: [killed("arvania", Figure(4)), killed("belmark", Figure(low: 1, best: nil, high: 3))],
      figure: Figure(low: 5, best: nil, high: 7), groups: ["arvania", "belmark"]),
    Case(
      testDescription: "a figure for the whole event stands alone", estimates: [killed("arvania", Figure(4)), killed(CasualtyEstimate.wholeEvent, Figure(30))],
      figure: Figure(30), groups: [CasualtyEstimate.wholeEvent]),
    Case(
      testDescription: "a figure that covers more than the event is not counted",
      estimates: [killed("arvania", Figure(4)), CasualtyEstimate(of: "arvania", .killed, Figure(20_000), scope: .wider)], figure: Figure(4), groups: ["arvania"]
    ),
    Case(
      testDescription: "sums stop at the largest number", estimates: [killed("arvania", Figure(.max)), killed("belmark", Figure(5))], figure: Figure(.max),
      groups: ["arvania", "belmark"]),
  ]

  @Test("Figures are put together without choosing among them", arguments: cases)
  func puttingTogether(_ row: Case) throws {
    let toll = try #require(Self.toll(row.estimates))
    #expect(toll.figure == row.figure)
    #expect(toll.groups.map(\.of) == row.groups)
    #expect(toll.measure == .killed)
  }

  @Test("Without a figure of the measure there is no toll")
  func none() {
    #expect(Self.toll([]) == nil)
    #expect(Self.toll([Self.killed("arvania", Figure(1))], .wounded) == nil)
  }

  @Test(
    "A figure is said as it is known",
    arguments: [
      (Figure(4), "4"), (Figure(low: 202, best: 204, high: 207), "202–207, best 204"), (Figure(low: 1, best: nil, high: 3), "1–3"),
      (Figure(low: 1, best: 1, high: 3), "1–3"),
      (Figure(low: 9, best: nil, high: 3), "3–9"), (Figure(low: 2, best: 5, high: 3), "2–5"), (Figure(0), "0"),
    ])
  func figures(_ row: (figure: Figure, words: String)) {
    #expect(row.figure.description == row.words)
    #expect(row.figure.low <= row.figure.high)
    #expect(row.figure.isExact == (row.figure.low == row.figure.high))
  }
}
