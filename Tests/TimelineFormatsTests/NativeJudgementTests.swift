import Testing
import TimelineFormats
import TimelineModel

private let timeline = "timeline.yaml"
private let sources = "sources.yaml"
private let early = "events/1990.yaml"
private let oneHurt = "Guards of both towns fired at each other across the bridge.\n      One was hurt.\n"

/// What is no mistake of writing, and a critic would find all the same.
@Suite("The voice and the balance of a native timeline")
struct NativeJudgementTests {
  @Test(
    "Each slip is reported at its very place and nothing else is",
    arguments: [
      // A word of one side, wherever the timeline itself speaks.
      Mistake("party-word-in-summary", in: early, oneHurt, "The bridge was\n      ⟦1⟧liberated. One was hurt.\n"),
      Mistake("party-word-in-summary", in: early, oneHurt, "The bridge\n\n      saw ⟦1⟧ethnic\n      cleansing, say both.\n"),
      Mistake("party-word-in-summary", in: early, oneHurt, "“Free” was the bridge, and “open”, and ⟦1⟧Liberated.\n"),
      Mistake("party-word-in-summary", in: early, oneHurt, "The guards “fought\n\n      for the ⟦1⟧liberated” bridge.\n"),
      Mistake("party-word-in-summary", in: early, oneHurt, "The guards “fought for the ⟦1⟧liberated bridge.\n"),
      Mistake("party-word-in-summary", in: early, "summary: >\n      \(oneHurt)", "summary: 'The bridge''s ⟦1⟧befreit now.'\n"),
      Mistake("party-word-in-summary", in: early, "summary: >\n      \(oneHurt)", "summary: ⟦1⟧\"The bridge \\u2014 befreit.\"\n"),
      Mistake("party-word-in-summary", in: early, "summary: >\n      \(oneHurt)", "summary: |\n      The\n      ⟦1⟧so-called bridge.\n"),
      Mistake("party-word-in-era", in: timeline, "status: The bridge belongs", "status: The ⟦1⟧liberated bridge belongs"),
      Mistake("party-word-in-era", in: timeline, "name: Quarrel", "name: The “⟦1⟧so-called” quarrel"),
      // 1 May 1990 was a Tuesday.
      Mistake("weekday-contradiction", in: early, oneHurt, "One was hurt on ⟦1⟧Thursday.\n"),
      Mistake("weekday-contradiction", in: early, oneHurt, "One was hurt\n      on a ⟦1⟧Sunday morning.\n"),
      Mistake("weekday-contradiction", in: early, oneHurt, "One was hurt on ⟦1⟧Thursday, 3 May\n      1991.\n"),
      Mistake("weekday-contradiction", in: early, oneHurt, "One died on ⟦1⟧Friday 3 May.\n"),
      Mistake("weekday-contradiction", in: early, oneHurt, "One died on the ⟦1⟧Friday, the 3rd of May.\n"),
      Mistake("weekday-contradiction", in: early, oneHurt, "One died on ⟦1⟧Friday evening, May 3, 1990.\n"),
      Mistake("weekday-contradiction", in: early, oneHurt, "One died on 3 May (⟦1⟧Friday).\n"),
      Mistake("weekday-contradiction", in: early, oneHurt, "One died on May 3, 1990, a ⟦1⟧Friday.\n"),
      Mistake("weekday-contradiction", in: early, oneHurt, "The day, 3 May, was a ⟦1⟧Friday.\n"),
      Mistake("weekday-contradiction", in: early, "title: Shots at the old bridge", "title: Shots on ⟦1⟧Monday"),
      Mistake("weekday-contradiction", in: early, "says: Birch fired first.", "says: Birch fired on ⟦1⟧Monday 1 May."),
      Mistake("span-without-era", in: timeline, "span: 1990/1992", "span: 1989/1992").marking("date: 1990/1991-06", "date: ⟦1⟧1990/1991-06"),
      Mistake("span-without-era", in: timeline, "span: 1990/1992", "span: ../1992").marking("date: 1990/1991-06", "date: ⟦1⟧1990/1991-06"),
      Mistake("span-without-era", in: timeline, "date: 1991-07/..", "date: ⟦1⟧1991-07/1992-11"),
      Mistake("span-without-era", in: timeline, "span: 1990/1992", "span: 1990/..").marking("date: 1991-07/..", "date: ⟦1⟧1991-07/1992"),
    ]
      + ["example", "example..org", "a@example.org", "example.org:", "example.org:http/", "ex ample.org", "example.org/a<b", "exam;ple.org", "/example.org"].map
    {
      Mistake("bad-url", in: sources, "archived: https://example.org/archive", "archived: ⟦1⟧'https://\($0)'")
    }
      + ["example.org./a", "127.0.0.1/a", "161.35.110.226:80"].map {
        Mistake("odd-host", in: sources, "archived: https://example.org/archive", "archived: ⟦1⟧http://\($0)")
      })
  func reported(mistake: Mistake) throws {
    let (files, line, column) = try mistake.applied()
    let problems = NativeFormat.read(files).problems
    #expect(problems.map(\.code) == [mistake.code], "\(problems.map(\.description))")
    #expect(problems.map(\.location) == [SourceLocation(file: mistake.file, line: line, column: column)])
    for problem in problems {
      #expect(problem.severity == (mistake.code == "bad-url" ? .error : .warning))
      #expect(!problem.what.hasSuffix(".") && problem.remedy?.hasSuffix(".") == false)
    }
  }

  @Test(
    "What is quoted, rightly dated or cannot be told is left alone",
    arguments: [
      "A resolution spoke of the “liberated” bridge.", "A resolution spoke of “the\n      so-called bridge”.", "It said: «ethnic cleansing».",
      "It said \"liberated\", and no more.", "Es hieß „befreit“, oder »befreit«, oder ‚befreit‘.", "The ministers’ ‘liberated’ bridge.",
      "The unliberated bridge, a so called one, with ethnic cleansings.",
      "One was hurt on Tuesday.", "One was hurt on a Tuesday morning.", "It was Tuesday 1 May 1990.", "On Thursday 3 May one died.",
      "They met on Friday 3 to Sunday 6 May.",
      "They met every Sunday, on Sundays, and once on Bloody Sunday.", "The next Monday they met; the Thursday after, too.", "Friday 31 April is no day.",
      "Talks began on 3 May. Friday was quiet.", "Since 3 May Friday talks were held.", "On 3 May and on the Friday they met.", "It was Friday the 13th.",
      "The law of Friday, 5 October 1582 is older than the calendar.", "Friday", "day", "Monday",
    ])
  func quiet(summary: String) throws {
    var files = try Fixtures.river()
    let index = try #require(files.firstIndex { $0.name == early })
    files[index] = InputFile(early, String(decoding: files[index].bytes, as: UTF8.self).replacing(oneHurt, with: summary + "\n"))
    #expect(NativeFormat.read(files).problems.map(\.description) == [])
  }

  @Test(
    "A weekday stands against every day that may be meant",
    arguments: [
      // 31 December 1990 was a Monday, 2 January 1991 a Wednesday.
      ("1990-12-30/1991-01-02", "They met on Monday 31 December and on Wednesday 2 January.", 0),
      ("1990-12-30/1991-01-02", "They met on Tuesday 2 January.", 0),
      ("1990-12-30/1991-01-02", "They met on Thursday 2 January.", 1), ("1990/1999", "They met on Thursday 2 January.", 0),
      ("1990/1999", "They met on Thursday 2 January 1991.", 1), ("1990-05-01~", "They met on Monday.", 0), ("1990-05-01/1990-05-02", "They met on Monday.", 0),
      ("1990-05-01T10:00:00", "They met on Monday.", 1), ("1990-05", "They met on Monday.", 0), ("1066-10-14", "They met on Monday.", 0),
      ("\"[1990-05-01,1990-05-02]\"", "They met on Monday.", 0), ("1990-05-01/..", "They met on Thursday 3 May 1991.", 0),
    ])
  func days(date: String, summary: String, count: Int) {
    let text = "id: t\ntitle: T\nevents:\n- id: e\n  date: \(date)\n  title: E\n  kind: legal\n  sources: s\n  summary: \(summary)\n"
    let problems = NativeFormat.read([InputFile("t.yaml", text + "sources:\n- {id: s, publisher: P, title: T}\n")]).problems
    #expect(problems.map(\.code) == Array(repeating: "weekday-contradiction", count: count), "\(problems)")
  }

  @Test("A contradicted weekday is told with the day that it was")
  func words() throws {
    let (files, _, _) = try Mistake("weekday-contradiction", in: early, oneHurt, "One died on ⟦1⟧Friday 3 May.\n").applied()
    #expect(
      NativeFormat.read(files).problems.map(\.words) == ["1990-05-03 was a Thursday, and the text says Friday. Look up the source and mend one of the two."])
  }

  @Test("Party words of every script are found, whatever their capitals", arguments: ["İşğal altında", "ОККУПАЦИЯ", "Օկուպացիա", "TERRORİZM", "TƏXRİBAT"])
  func scripts(word: String) {
    let text = "id: t\ntitle: T\nparty-words: {az: [işğal altında, terrorizm, təxribat], ru: оккупация, hy: օկուպացիա}\nevents:\n"
    let event = "- {id: e, date: 1990, title: Die \(word) — ö, kind: legal, sources: s}\nsources:\n- {id: s, publisher: P, title: T}\n"
    let problems = NativeFormat.read([InputFile("t.yaml", text + event)]).problems
    #expect(problems.map(\.code) == ["party-word"])
    #expect(problems.map(\.location.column) == [34])
  }

  // MARK: Balance

  private static let peoples = """
    id: t
    title: T
    actors:
    - {id: alders, name: Alders, kind: population, side: alderian}
    - {id: birches, name: Birches, kind: population, side: birchian}
    - {id: birch-guard, name: Guard, kind: armed, side: birchian}
    - {id: all-towns, name: All, kind: population, side: none}
    sources:
    - {id: s, publisher: P, title: T}

    """
  private static let event = "date: 1990, title: E, kind: atrocity, sources: s"

  @Test(
    "A period whose atrocities all had victims of one side is reported where the period stands",
    arguments: [
      (["casualties: [{of: alders, killed: 1, by: alders, source: s}]", "actors: [alders, birch-guard]", "actors: [alders]"], 1),
      (["actors: [alders]", "actors: [alders]", "actors: [alders]", "actors: [birch-guard]"], 1),
      (["actors: [alders]", "actors: [alders]"], 0),
      (["actors: [alders]", "actors: [birches]"], 0),
      (["actors: [alders]", "actors: [alders]", "casualties: [{of: birch-guard, killed: 1, by: birches, source: s}]"], 0),
      (["actors: [alders]", "actors: [alders, birches]"], 0),
      (["actors: [alders]"], 0), (["actors: [alders]", "actors: [all-towns]"], 0), (["weight: 3", "weight: 3"], 0),
    ])
  func balance(events: [String], count: Int) {
    let list = events.enumerated().map { "- {id: e\($0.offset), \(Self.event), \($0.element)}\n" }.joined()
    let problems = NativeFormat.read([
      InputFile("timeline.yaml", Self.peoples), InputFile("events/1990.yaml", "events:\n\(list)period: 1990\n"),
      InputFile("events/1991.yaml", "period: 1991\nevents: []\n"),
    ]).problems
    #expect(problems.map(\.code) == Array(repeating: "one-sided-atrocities", count: count), "\(problems)")
    #expect(problems.allSatisfy { $0.location == SourceLocation(file: "events/1990.yaml", line: events.count + 2, column: 9) })
  }

  @Test("With one people only no balance is asked for")
  func onePeople() {
    let events = "period: 1990\nevents:\n- {id: e, \(Self.event), actors: alders}\n- {id: f, \(Self.event), actors: alders}\n"
    let files = [InputFile("timeline.yaml", Self.peoples.replacing("side: birchian", with: "side: none")), InputFile("e.yaml", events)]
    #expect(NativeFormat.read(files).problems == [])
  }

  // MARK: Sources

  /// A timeline of so many events, each with a source of its own, the first `shared` also with the source `s`.
  private static func sourced(events: Int, shared: Int, publishers: (Int) -> String) -> [Problem] {
    let own = (0..<events).map { "- {id: s\($0), publisher: \(publishers($0)), title: T}\n" }.joined()
    let list = (0..<events).map { number in
      // The summary's source and an account's, which is one event all the same.
      let more = number < shared ? ", sources: [s\(number), s], links: [{follows: e\(number == 0 ? 1 : 0), source: s}]" : ", sources: s\(number)"
      return "- {id: e\(number), date: 1990, title: E, kind: legal\(more)}\n"
    }
    return NativeFormat.read([
      InputFile("t.yaml", "id: t\ntitle: T\nsources:\n- {id: s, publisher: S, title: T}\n\(own)events:\n\(list.joined())")
    ]).problems
  }

  @Test(
    "A source is reported that more than one event in twenty rests on, a dozen at least",
    arguments: [(20, 11, 0), (20, 12, 1), (240, 12, 0), (239, 12, 1), (240, 13, 1)])
  func overusedSource(events: Int, shared: Int, count: Int) {
    let problems = Self.sourced(events: events, shared: shared) { "P\($0)" }
    #expect(problems.map(\.code) == Array(repeating: "overused-source", count: count))
    #expect(problems.allSatisfy { $0.location == SourceLocation(file: "t.yaml", line: 4, column: 8) })
  }

  @Test("The share of a source is told in events and in per cent")
  func share() {
    let problems = Self.sourced(events: 100, shared: 13) { "P\($0)" }
    #expect(problems.map(\.what) == ["13 of 100 events (13 %) rest on the source s"])
  }

  @Test(
    "A publisher is reported that has more than three sources in twenty, a dozen at least",
    arguments: [(49, 11, 0), (78, 12, 1), (79, 12, 0), (79, 13, 1)])
  func overusedPublisher(events: Int, own: Int, count: Int) {
    let problems = Self.sourced(events: events, shared: 1) { $0 < own ? "Valley Press" : "P\($0)" }
    #expect(problems.map(\.code) == Array(repeating: "overused-publisher", count: count))
    #expect(problems.allSatisfy { $0.location == SourceLocation(file: "t.yaml", line: 5, column: 23) })
  }

  // MARK: Figures with an open end

  @Test(
    "A figure with a lower end only says so in its note",
    arguments: [
      ("{low: 200}", "", "at least"), ("{low: 200}", ", note: soldiers only", "at least; soldiers only"),
      ("{low: 200}", ", note: At least so many", "At least so many"),
      ("{low: 200, high: 300}", "", nil), ("{low: 200, best: 210}", "", nil), ("{high: 300}", "", nil), ("200", ", note: x", "x"),
    ] as [(String, String, String?)])
  func atLeast(figure: String, note: String, expected: String?) {
    let text = "id: t\ntitle: T\nevents:\n- id: e\n  casualties:\n  - {of: all, killed: \(figure), wounded: 3\(note)}\n"
    let estimates = NativeFormat.read([InputFile("t.yaml", text)]).timeline.events[0].casualties
    #expect(estimates.first { $0.measure == .killed }?.note == expected)
    #expect(estimates.first { $0.measure == .wounded }?.note == (note.isEmpty ? nil : String(note.dropFirst(8))))
  }
}
