import TimelineModel

/// An event and its parts, written and read in one order.
extension Event {
  func write(to writer: inout CompiledWriter, _ pool: inout CompiledPool) {
    writer.text(id, &pool)
    writer.date(date, &pool)
    writer.text(dateText, &pool)
    writer.text(title, &pool)
    writer.text(kind.rawValue, &pool)
    writer.optional(weight)
    writer.texts(places, &pool)
    writer.list(actors) { writer, participation in
      writer.text(participation.actor, &pool)
      writer.text(participation.role, &pool)
    }
    writer.text(summary, &pool)
    writer.list(accounts) { $1.write(to: &$0, &pool) }
    writer.list(casualties) { $1.write(to: &$0, &pool) }
    writer.texts(disputes, &pool)
    writer.texts(sources, &pool)
    writer.list(links) { $1.write(to: &$0, &pool) }
    writer.list(extra) { $1.write(to: &$0, &pool) }
    writer.location(location, &pool)
  }

  /// What a row of a list shows, which stands first; the rest is left unread.
  init(outlineFrom cursor: inout CompiledCursor) {
    self.init(
      id: cursor.text() ?? "", date: cursor.date(), dateText: cursor.text(), title: cursor.text() ?? "", kind: EventKind(rawValue: cursor.text() ?? ""),
      weight: cursor.optional())
  }

  init(from cursor: inout CompiledCursor) {
    self.init(
      id: cursor.text() ?? "", date: cursor.date(), dateText: cursor.text(), title: cursor.text() ?? "", kind: EventKind(rawValue: cursor.text() ?? ""),
      weight: cursor.optional(), places: cursor.texts(),
      actors: cursor.list { cursor in
        let actor = cursor.text() ?? ""
        return Participation(actor, role: cursor.text())
      },
      summary: cursor.text() ?? "", accounts: cursor.list { Account(from: &$0) }, casualties: cursor.list { CasualtyEstimate(from: &$0) },
      disputes: cursor.texts(), sources: cursor.texts(), links: cursor.list { Link(from: &$0) }, extra: cursor.list { ExtraField(from: &$0) },
      location: cursor.location())
  }
}

extension Account {
  func write(to writer: inout CompiledWriter, _ pool: inout CompiledPool) {
    writer.text(by, &pool)
    writer.text(says, &pool)
    writer.date(stated, &pool)
    writer.text(source, &pool)
    writer.list(extra) { $1.write(to: &$0, &pool) }
  }

  init(from cursor: inout CompiledCursor) {
    self.init(
      by: cursor.text() ?? "", says: cursor.text() ?? "", stated: cursor.date(), source: cursor.text(), extra: cursor.list { ExtraField(from: &$0) })
  }
}

extension CasualtyEstimate {
  func write(to writer: inout CompiledWriter, _ pool: inout CompiledPool) {
    writer.text(of, &pool)
    writer.text(measure.rawValue, &pool)
    writer.figure(figure)
    writer.text(by, &pool)
    writer.text(source, &pool)
    writer.date(asOf, &pool)
    writer.text(note, &pool)
    writer.number(scope == .wider ? 1 : 0)
    writer.list(extra) { $1.write(to: &$0, &pool) }
  }

  init(from cursor: inout CompiledCursor) {
    self.init(
      of: cursor.text() ?? "", Measure(rawValue: cursor.text() ?? "") ?? .killed, cursor.figure() ?? Figure(0), by: cursor.text(), source: cursor.text(),
      asOf: cursor.date(), note: cursor.text(), scope: cursor.number() != 0 ? .wider : .event, extra: cursor.list { ExtraField(from: &$0) })
  }
}

extension Link {
  func write(to writer: inout CompiledWriter, _ pool: inout CompiledPool) {
    writer.text(kind.rawValue, &pool)
    writer.text(target, &pool)
    writer.text(source, &pool)
  }

  init(from cursor: inout CompiledCursor) {
    self.init(Kind(rawValue: cursor.text() ?? "") ?? .follows, cursor.text() ?? "", source: cursor.text())
  }
}

extension ExtraField {
  func write(to writer: inout CompiledWriter, _ pool: inout CompiledPool) {
    writer.text(name, &pool)
    writer.text(value, &pool)
  }

  init(from cursor: inout CompiledCursor) { self.init(name: cursor.text() ?? "", value: cursor.text() ?? "") }
}
