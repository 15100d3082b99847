private let timeline = "timeline.yaml"
private let actors = "actors.yaml"
private let places = "places.yaml"
private let sources = "sources.yaml"
private let early = "events/1990.yaml"
private let late = "events/1991.yaml"
private let wholeLateFile = """
  period: 1991/1992
  events:
    - id: bridge-treaty-1991-07
      date: 1991-07~
      title: Treaty of the bridge
      kind: agreement
      actors: [alder, birch]
      sources: [observers-report]
      links:
        - {follows: bridge-talks-1990}

  """

extension Mistake {
  /// Every mistake that the reader knows, at least once.
  static let all = writing + quoting + keys + ids + dates + numbers + judgement

  /// Lines, columns, lists.
  static let writing = [
    Mistake("tab", in: actors, "  name: Birch\n", "⟦1⟧\tname: Birch\n", also: ["missing-name"]),
    Mistake("tab", in: actors, "name: Birch\n", "name:⟦1⟧\tBirch\n"),
    Mistake("directive", in: timeline, "id: river", "⟦1⟧%YAML 1.2\nid: river"),
    Mistake("second-document", in: timeline, "licence: CC0\n", "licence: CC0\n⟦1⟧---\n"),
    Mistake("second-document", in: timeline, "licence: CC0\n", "licence: CC0\n⟦1⟧...\n"),
    Mistake("multi-line-plain", in: timeline, "status: The bridge belongs to nobody.\n", "status: The bridge belongs\n      ⟦1⟧to nobody.\n"),
    Mistake("indentation", in: timeline, "    name: Quarrel\n", "     ⟦1⟧name: Quarrel\n"),
    Mistake("indentation", in: timeline, "    name: Quarrel\n", "   ⟦1⟧name: Quarrel\n"),
    Mistake("unexpected-dash", in: timeline, "licence: CC0\n", "⟦1⟧- licence: CC0\n"),
    Mistake("expected-dash", in: actors, "- id: observers\n", "⟦1⟧id: observers\n", also: ["unknown-actor", "unknown-actor", "unknown-actor"]),
    Mistake("missing-colon", in: actors, "  name: Birch\n", "  ⟦1⟧name Birch\n", also: ["missing-name"]),
    Mistake("missing-colon", in: actors, "  name: Birch\n", "  ⟦1⟧name:Birch\n", also: ["missing-name"]),
    Mistake("explicit-key", in: timeline, "licence: CC0\n", "⟦1⟧? licence\n"),
    Mistake("list-after-key", in: early, "disputes: [start, toll]", "disputes: ⟦1⟧- start"),
    Mistake("multi-line-flow", in: early, "disputes: [start, toll]", "disputes: ⟦1⟧[start,\n      toll]"),
    Mistake("multi-line-flow", in: early, "disputes: [start, toll]", "disputes: ⟦1⟧[start, # toll]"),
    Mistake("text-after-list", in: early, "disputes: [start, toll]", "disputes: [start, toll] ⟦1⟧too"),
    Mistake("flow-bracket", in: early, "disputes: [start, toll]", "disputes: [start, toll⟦1⟧}"),
    Mistake("flow-comma", in: early, "disputes: [start, toll]", "disputes: [start,⟦1⟧, toll]"),
    Mistake("flow-separator", in: early, "disputes: [start, toll]", "disputes: [\"start\" ⟦1⟧toll]"),
    Mistake("pair-in-list", in: early, "disputes: [start, toll]", "disputes: [start⟦1⟧: 1]", also: ["flow-separator"]),
    Mistake(
      "flow-key", in: early, "{alder-guard: belligerent, ", "{⟦1⟧[a]: b, alder-guard: belligerent, ",
      also: ["empty-text", "flow-separator", "missing-role", "pair-in-list", "unknown-actor"]),
    Mistake("block-text", in: timeline, "scope: >\n", "scope: > ⟦1⟧The dispute\n"),
    Mistake("block-text", in: timeline, "scope: >\n", "scope: >⟦1⟧x\n"),
    Mistake("block-text", in: timeline, "scope: >\n", "scope: >\n     ⟦1⟧\n"),
  ]

  /// Quotes and what needs them.
  static let quoting = [
    Mistake("unterminated-quote", in: sources, "title: 'Shots at the bridge: one hurt'\n", "title: ⟦1⟧'Shots at the bridge: one hurt\n"),
    Mistake("unterminated-quote", in: early, "x-mood: \"cold \\u2014 at first\"\n", "x-mood: ⟦1⟧\"cold\n        at first\"\n"),
    Mistake("text-after-quote", in: sources, "title: 'Shots at the bridge: one hurt'\n", "title: 'Shots at the bridge' ⟦1⟧one\n"),
    Mistake("bad-escape", in: early, "cold \\u2014 at", "cold ⟦1⟧\\q at"),
    Mistake("bad-escape", in: early, "cold \\u2014 at", "cold ⟦1⟧\\u20 at"),
    Mistake("bad-escape", in: early, "cold \\u2014 at", "cold ⟦1⟧\\uD800 at"),
    Mistake("colon-in-text", in: sources, "title: Report on the bridge", "title: Report⟦1⟧: on the bridge"),
    Mistake("quote-needed", in: sources, "title: Notice", "title: ⟦1⟧@Notice"),
    Mistake("quote-needed", in: sources, "title: Notice", "title: ⟦1⟧`Notice`"),
    Mistake("anchor", in: sources, "title: Notice", "title: ⟦1⟧&n Notice"),
    Mistake("alias", in: sources, "title: Notice", "title: ⟦1⟧*n"),
    Mistake("tag", in: sources, "title: Notice", "title: ⟦1⟧!!str Notice"),
    Mistake("merge-key", in: sources, "  title: Notice\n", "  title: Notice\n  ⟦1⟧<<: a\n", also: ["unknown-key"]),
    Mistake("quote-needed", in: late, "date: 1991-07~", "date: ⟦1⟧?1991-07"),
    Mistake("quote-needed", in: late, "date: 1991-07~", "date: ⟦1⟧%1991-07"),
    Mistake("unquoted-set", in: early, "date: \"[1990-06-01..1990-06-03]\"", "date: ⟦1⟧[1990-06-01..1990-06-03]"),
    Mistake("unquoted-set", in: early, "date: \"[1990-06-01..1990-06-03]\"", "date: ⟦1⟧{1990-06-01,1990-06-03}"),
  ]

  /// Keys and the shape of values.
  static let keys = [
    Mistake("duplicate-key", in: late, "    kind: agreement\n", "    kind: agreement\n    ⟦1⟧kind: war\n"),
    Mistake("unknown-key", in: late, "    kind: agreement\n", "    kind: agreement\n    ⟦1⟧wieght: 2\n"),
    Mistake("unknown-key", in: timeline, "licence: CC0", "⟦1⟧license: CC0"),
    Mistake("missing-id", in: late, "  - id: bridge-treaty-1991-07\n    date", "  - ⟦1⟧date"),
    Mistake("missing-date", in: late, "  - id: bridge-treaty-1991-07\n    date: 1991-07~\n", "  - ⟦1⟧id: bridge-treaty-1991-07\n"),
    Mistake(
      "missing-title", in: late, "  - id: bridge-treaty-1991-07\n    date: 1991-07~\n    title: Treaty of the bridge\n",
      "  - ⟦1⟧id: bridge-treaty-1991-07\n    date: 1991-07~\n"),
    Mistake(
      "missing-kind", in: late, "  - id: bridge-treaty-1991-07\n    date: 1991-07~\n    title: Treaty of the bridge\n    kind: agreement\n",
      "  - ⟦1⟧id: bridge-treaty-1991-07\n    date: 1991-07~\n    title: Treaty\n"),
    Mistake("missing-name", in: actors, "- id: birch\n  name: Birch\n", "- ⟦1⟧id: birch\n"),
    Mistake("missing-publisher", in: sources, "- id: observers-report\n  publisher: River Observers\n", "- ⟦1⟧id: observers-report\n"),
    Mistake("missing-says", in: early, "      - by: alder-guard\n        says: Birch fired first.\n", "      - ⟦1⟧by: alder-guard\n"),
    Mistake("missing-by", in: early, "      - by: alder-guard\n        says: Birch fired first.\n", "      - ⟦1⟧says: Birch fired first.\n"),
    Mistake("missing-of", in: early, "- {of: alder-guard, killed: 0,", "- ⟦1⟧{killed: 0,"),
    Mistake("missing-role", in: early, "{alder-guard: belligerent,", "{⟦1⟧alder-guard,"),
    Mistake("expected-text", in: late, "title: Treaty of the bridge", "title: ⟦1⟧[Treaty]"),
    Mistake("expected-text", in: late, "title: Treaty of the bridge", "title: ⟦1⟧{Treaty: a}"),
    Mistake("expected-list", in: late, "    links:\n      - {follows: bridge-talks-1990}\n", "    links: ⟦1⟧{follows: bridge-talks-1990}\n"),
    Mistake("expected-mapping", in: late, "- {follows: bridge-talks-1990}", "- ⟦1⟧bridge-talks-1990"),
    Mistake("expected-mapping", in: actors, "  aliases:\n    ru: [Берёза]\n", "  aliases: ⟦1⟧Берёза\n"),
    Mistake("empty-text", in: late, "    title: Treaty of the bridge\n", "    title: ⟦1⟧''\n"),
    Mistake("empty-text", in: actors, "ru: [Берёза]", "ru: [Берёза, ⟦1⟧'']"),
    Mistake("empty-file", in: late, wholeLateFile, "⟦1⟧# nothing\n"),
    Mistake("unknown-file", in: late, wholeLateFile, "⟦1⟧- a\n"),
    Mistake("unknown-file", in: late, wholeLateFile, "⟦1⟧text\n"),
    Mistake("after-document", in: late, wholeLateFile, "[]\n⟦1⟧a: b\n", also: ["unknown-file"]),
  ]

  /// Ids and where they lead.
  static let ids = [
    Mistake("missing-timeline-id", in: timeline, "id: river-dispute\ntitle: River", "title: ⟦1⟧River"),
    Mistake("missing-timeline-title", in: timeline, "id: river-dispute\ntitle: River dispute", "id: ⟦1⟧river-dispute"),
    Mistake("bad-id", in: late, "id: bridge-treaty-1991-07", "id: ⟦1⟧Bridge Treaty"),
    Mistake("bad-id", in: late, "id: bridge-treaty-1991-07", "id: ⟦1⟧bridge--treaty"),
    Mistake("bad-id", in: timeline, "id: river-dispute", "id: ⟦1⟧river_dispute"),
    Mistake("duplicate-id", in: late, "id: bridge-treaty-1991-07", "id: ⟦1⟧bridge-talks-1990", also: ["link-to-itself"]),
    Mistake("duplicate-id", in: actors, "- id: birch-guard\n", "- id: ⟦1⟧alder-guard\n", also: ["unknown-actor"]),
    Mistake("duplicate-id", in: timeline, "- id: peace", "- id: ⟦1⟧quarrel"),
    Mistake("unknown-actor", in: late, "actors: [alder, birch]", "actors: [alder, ⟦1⟧brich]"),
    Mistake("unknown-actor", in: sources, "of-party: alder", "of-party: ⟦1⟧nobody"),
    Mistake("unknown-place", in: early, "place: bridge\n", "place: ⟦1⟧bride\n"),
    Mistake("unknown-source", in: late, "sources: [observers-report]", "sources: [observers-report, ⟦1⟧observer-report]"),
    Mistake("unknown-event", in: late, "{follows: bridge-talks-1990}", "{follows: ⟦1⟧bridge-talks-1991}"),
    Mistake("circular-parent", in: actors, "  name: Alder\n", "  name: Alder\n  parent: alder-guard\n").marking("parent: alder\n", "parent: ⟦1⟧alder\n"),
    Mistake("circular-place", in: places, "- id: valley\n  name: The Valley\n", "- id: valley\n  name: The Valley\n  within: bridge\n").marking(
      "within: valley\n", "within: ⟦1⟧valley\n"),
    Mistake("repeated-item", in: late, "actors: [alder, birch]", "actors: [alder, birch, ⟦1⟧alder]"),
    Mistake("link-to-itself", in: late, "{follows: bridge-talks-1990}", "{follows: ⟦1⟧bridge-treaty-1991-07}"),
    Mistake("link-without-type", in: late, "{follows: bridge-talks-1990}", "⟦1⟧{source: observers-report}"),
    Mistake("link-without-type", in: late, "{follows: bridge-talks-1990}", "⟦1⟧{folows: bridge-talks-1990}", also: ["unknown-key"]),
    Mistake("link-with-two-types", in: late, "{follows: bridge-talks-1990}", "{follows: bridge-talks-1990, ⟦1⟧part-of: bridge-talks-1990}"),
    Mistake("unknown-kind", in: late, "kind: agreement", "kind: ⟦1⟧agrement"),
    Mistake("unknown-actor-kind", in: actors, "kind: finder", "kind: ⟦1⟧fnider").with("account-by-stranger"),
    Mistake("unknown-source-kind", in: sources, "kind: media", "kind: ⟦1⟧paper"),
    Mistake("unknown-precision", in: places, "precision: exact", "precision: ⟦1⟧precise"),
  ]

  static let dates = [
    Mistake("bad-date", in: early, "date: 1990-05-01\n    title", "date: 1990-11-⟦1⟧31\n    title"),
    Mistake("bad-date", in: sources, "accessed: 2026-11-22", "accessed: ⟦1⟧22.11.2026"),
    Mistake("bad-date", in: early, "as-of: 1990-05-02", "as-of: 1990-05-⟦1⟧32"),
    Mistake("bad-date", in: early, "stated: 1990-05-01", "stated: ⟦1⟧yesterday"),
    Mistake("open-date", in: sources, "accessed: 2026-11-22", "accessed: ⟦1⟧2026-11-22/.."),
    Mistake("far-date", in: timeline, "span: 1990/1992", "span: ⟦1⟧Y99999999999999999999"),
    Mistake("outside-period", in: late, "date: 1991-07~", "date: ⟦1⟧1993-07"),
    Mistake("outside-period", in: late, "date: 1991-07~", "date: ⟦1⟧1989"),
    Mistake("era-gap", in: timeline, "date: 1991-07/..", "date: ⟦1⟧1991-08/.."),
    Mistake("era-overlap", in: timeline, "date: 1991-07/..", "date: ⟦1⟧1991-06-30/.."),
    Mistake("era-overlap", in: timeline, "date: 1990/1991-06", "date: 1990/..").marking("date: 1991-07/..", "date: ⟦1⟧1991-07/.."),
  ]

  static let numbers = [
    Mistake("bad-weight", in: early, "weight: 2", "weight: ⟦1⟧4"),
    Mistake("bad-number", in: early, "weight: 2", "weight: ⟦1⟧two"),
    Mistake("bad-number", in: early, "wounded: 1,", "wounded: ⟦1⟧99999999999999999999,"),
    Mistake("bad-number", in: early, "wounded: 1,", "wounded: ⟦1⟧1.5,"),
    Mistake("bad-number", in: places, "latitude: 40.50", "latitude: ⟦1⟧40°30'").with("fighting-without-place"),
    Mistake("coordinate-range", in: places, "latitude: 40.50", "latitude: ⟦1⟧140.50").with("fighting-without-place"),
    Mistake("negative-count", in: early, "wounded: 1,", "wounded: ⟦1⟧-1,"),
    Mistake("negative-count", in: early, "low: 1,", "low: ⟦1⟧-1,"),
    Mistake("range-order", in: early, "{low: 1, best: 2, high: 4}", "⟦1⟧{low: 5, best: 2, high: 4}"),
    Mistake("empty-range", in: early, "{low: 1, best: 2, high: 4}", "⟦1⟧{}"),
    Mistake("figure-without-measure", in: early, "- {of: all, wounded: {low: 1, best: 2, high: 4}, ", "- ⟦1⟧{of: all, "),
  ]

  /// What a careful curator would mend.
  static let judgement = [
    Mistake("place-without-coordinates", in: places, "- id: valley\n  name: The Valley\n  latitude: 40.5\n", "- ⟦1⟧id: valley\n  name: The Valley\n"),
    Mistake("fighting-without-place", in: early, "  - id: bridge-shots-1990-05-01", "  - id: ⟦1⟧bridge-shots-1990-05-01").dropping("    place: bridge\n"),
    Mistake(
      "long-title", in: late, "title: Treaty of the bridge", "title: ⟦1⟧Treaty of the bridge between the towns of Alder and Birch, signed at last in 1991"),
    Mistake("party-word", in: late, "title: Treaty of the bridge", "title: Treaty of the ⟦1⟧Liberated bridge"),
    Mistake("party-word", in: late, "title: Treaty of the bridge", "title: Treaty on ⟦1⟧ethnic Cleansing"),
    Mistake("party-word", in: late, "title: Treaty of the bridge", "title: \"Treaty ⟦1⟧so-called\""),
    Mistake("unused-source", in: sources, "- id: observers-report\n", "- id: ⟦1⟧other-report\n  publisher: X\n  title: Y\n- id: observers-report\n"),
    Mistake(
      "account-without-source", in: early,
      "      - by: alder-guard\n        says: Birch fired first.\n        stated: 1990-05-01\n        source: alder-notice\n",
      "      - ⟦1⟧by: alder-guard\n        says: Birch fired first.\n"),
    Mistake(
      "figure-without-source", in: early, "- {of: alder-guard, killed: 0, wounded: 1, by: alder-guard, source: alder-notice, as-of: 1990-05-02}",
      "- ⟦1⟧{of: alder-guard, killed: 0, by: alder-guard}"),
    Mistake("figure-without-speaker", in: early, "- {of: alder-guard, killed: 0, wounded: 1, by: alder-guard,", "- ⟦1⟧{of: alder-guard, killed: 0,"),
    Mistake("account-by-stranger", in: early, "      - by: alder-guard\n", "      - by: ⟦1⟧birch\n"),
    Mistake("dispute-without-accounts", in: late, "    actors: [alder, birch]\n", "    actors: [alder, birch]\n    disputes: ⟦1⟧[start]\n"),
    Mistake("event-without-source", in: late, "  - id: bridge-treaty-1991-07", "  - ⟦1⟧id: bridge-treaty-1991-07").dropping(
      "    sources: [observers-report]\n"),
    Mistake("weight-1-needs-two-sources", in: late, "    kind: agreement\n", "    kind: agreement\n    weight: ⟦1⟧1\n"),
    Mistake("link-without-source", in: early, "- {leads-to: bridge-talks-1990, source: observers-report}", "- ⟦1⟧{leads-to: bridge-talks-1990}"),
    Mistake("bad-url", in: sources, "archived: https://example.org/archive", "archived: ⟦1⟧example.org/archive"),
    Mistake("bad-url", in: sources, "archived: https://example.org/archive", "archived: ⟦1⟧'https://example.org/a b'"),
    Mistake("bad-url", in: sources, "archived: https://example.org/archive", "archived: ⟦1⟧javascript:alert(1)"),
  ]
}
