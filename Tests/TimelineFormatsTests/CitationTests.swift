import EDTF
import Testing
import TimelineFormats
import TimelineModel

@Suite("Citing an event")
struct CitationTests {
  private func citation(_ style: Citation.Style) throws -> String {
    let timeline = NativeFormat.read(try Fixtures.river()).timeline
    return Citation(of: timeline.events[0], in: timeline).text(style)
  }

  @Test("Chicago names the event, its timeline and every source")
  func chicago() throws {
    #expect(
      try citation(.chicago) == """
        “Shots at the old bridge,” 1 May 1990. In River dispute. Event bridge-shots-1990-05-01 of timeline river-dispute.
        Valley Gazette. “Shots at the bridge: one hurt.” 1 May 1990. https://example.org/gazette/1990-05-01?page=1. Accessed 22 November 2026.
        Town of Alder. “Notice.”
        River Observers. “Report on the bridge.” 1991.

        """)
  }

  @Test("BibTeX has an entry for the event and one for each source")
  func bibtex() throws {
    #expect(
      try citation(.bibtex) == """
        @misc{bridge-shots-1990-05-01,
          title = {Shots at the old bridge},
          date = {1990-05-01},
          year = {1990},
          month = {5},
          howpublished = {River dispute, timeline river-dispute},
          note = {Sources: gazette-1990-05-01, alder-notice, observers-report},
        }

        @misc{gazette-1990-05-01,
          author = {{Valley Gazette}},
          publisher = {Valley Gazette},
          title = {Shots at the bridge: one hurt},
          date = {1990-05-01},
          year = {1990},
          month = {5},
          url = {https://example.org/gazette/1990-05-01?page=1},
          urldate = {2026-11-22},
        }

        @misc{alder-notice,
          author = {{Town of Alder}},
          publisher = {Town of Alder},
          title = {Notice},
        }

        @misc{observers-report,
          author = {{River Observers}},
          publisher = {River Observers},
          title = {Report on the bridge},
          date = {1991},
          year = {1991},
        }

        """)
  }

  @Test("Markdown links the titles to where they were read")
  func markdown() throws {
    #expect(
      try citation(.markdown) == """
        **Shots at the old bridge**, 1 May 1990 (River dispute, `bridge-shots-1990-05-01`)

        1. Valley Gazette, [Shots at the bridge: one hurt](https://example.org/gazette/1990-05-01?page=1), 1 May 1990
        2. Town of Alder, Notice
        3. River Observers, Report on the bridge, 1991

        """)
  }

  @Test("What TeX gives a meaning is escaped, and a key stays a key")
  func tex() {
    let source = Source(id: "a b{c}", publisher: "", title: "50% #1 $x_y & {z} \\ ~ ^\nnext", url: "https://x.org/{a}\\ b")
    let event = Event(id: "e", date: nil, dateText: "soon", title: "T", kind: .war, sources: ["a b{c}"])
    let timeline = Timeline(id: "t", title: "T", sources: [source], events: [event])
    let text = Citation(of: event, in: timeline).text(.bibtex)
    #expect(
      text.contains(
        "@misc{a-b-c-,\n  title = {50\\% \\#1 \\$x\\_y \\& \\{z\\} \\textbackslash{} \\textasciitilde{} \\textasciicircum{} next},\n  url = {https://x.org/%7Ba%7D%5C%20b},\n}"
      ))
    #expect(Citation(of: event, in: timeline).text(.chicago).hasPrefix("“T,” soon."))
  }

  @Test("Each style has a name", arguments: Citation.Style.allCases)
  func names(style: Citation.Style) { #expect(!style.name.isEmpty) }
}
