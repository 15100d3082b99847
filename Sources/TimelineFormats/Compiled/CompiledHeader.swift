import EDTF
import TimelineModel

/// The timeline without its actors, places, sources and events, written and read in one order.
extension Timeline {
  func write(to writer: inout CompiledWriter, _ pool: inout CompiledPool) {
    writer.text(id, &pool)
    writer.text(title, &pool)
    writer.date(span, &pool)
    writer.text(scope, &pool)
    writer.text(licence, &pool)
    writer.texts(rules, &pool)
    writer.list(partyWords) { $1.write(to: &$0, &pool) }
    writer.list(eras) { $1.write(to: &$0, &pool) }
    writer.list(extra) { $1.write(to: &$0, &pool) }
  }

  init(from cursor: inout CompiledCursor) {
    self.init(
      id: cursor.text() ?? "", title: cursor.text() ?? "", span: cursor.date(), scope: cursor.text() ?? "", licence: cursor.text(), rules: cursor.texts(),
      partyWords: cursor.list { Name(from: &$0) }, eras: cursor.list { Era(from: &$0) }.compactMap(\.self), extra: cursor.list { ExtraField(from: &$0) })
  }
}

extension Name {
  func write(to writer: inout CompiledWriter, _ pool: inout CompiledPool) {
    writer.text(language, &pool)
    writer.text(text, &pool)
  }

  init(from cursor: inout CompiledCursor) { self.init(language: cursor.text() ?? "", text: cursor.text() ?? "") }
}

extension Era {
  func write(to writer: inout CompiledWriter, _ pool: inout CompiledPool) {
    writer.text(id, &pool)
    writer.text(name, &pool)
    writer.date(date, &pool)
    writer.text(status, &pool)
  }

  /// Nil where the date cannot be read, which only damage brings about.
  init?(from cursor: inout CompiledCursor) {
    let (id, name, date, status) = (cursor.text() ?? "", cursor.text() ?? "", cursor.date(), cursor.text())
    guard let date else { return nil }
    self.init(id: id, name: name, date: date, status: status)
  }
}

extension Actor {
  func write(to writer: inout CompiledWriter, _ pool: inout CompiledPool) {
    writer.text(id, &pool)
    writer.text(name, &pool)
    writer.list(aliases) { $1.write(to: &$0, &pool) }
    writer.text(kind.rawValue, &pool)
    writer.text(side, &pool)
    writer.text(parent, &pool)
    writer.list(extra) { $1.write(to: &$0, &pool) }
  }

  init(from cursor: inout CompiledCursor) {
    self.init(
      id: cursor.text() ?? "", name: cursor.text() ?? "", aliases: cursor.list { Name(from: &$0) }, kind: Kind(rawValue: cursor.text() ?? "") ?? .unknown,
      side: cursor.text(), parent: cursor.text(), extra: cursor.list { ExtraField(from: &$0) })
  }
}

extension Place {
  func write(to writer: inout CompiledWriter, _ pool: inout CompiledPool) {
    writer.text(id, &pool)
    writer.text(name, &pool)
    writer.list(names) { $1.write(to: &$0, &pool) }
    writer.degrees(latitude)
    writer.degrees(longitude)
    writer.text(precision?.rawValue, &pool)
    writer.text(within, &pool)
    writer.list(extra) { $1.write(to: &$0, &pool) }
  }

  init(from cursor: inout CompiledCursor) {
    self.init(
      id: cursor.text() ?? "", name: cursor.text() ?? "", names: cursor.list { Name(from: &$0) }, latitude: cursor.degrees(), longitude: cursor.degrees(),
      precision: cursor.text().flatMap(Precision.init(rawValue:)), within: cursor.text(), extra: cursor.list { ExtraField(from: &$0) })
  }
}

extension Source {
  func write(to writer: inout CompiledWriter, _ pool: inout CompiledPool) {
    writer.text(id, &pool)
    writer.text(publisher, &pool)
    writer.text(title, &pool)
    writer.date(date, &pool)
    writer.text(url, &pool)
    writer.date(accessed, &pool)
    writer.text(kind, &pool)
    writer.text(party, &pool)
    writer.text(archived, &pool)
    writer.list(extra) { $1.write(to: &$0, &pool) }
  }

  init(from cursor: inout CompiledCursor) {
    self.init(
      id: cursor.text() ?? "", publisher: cursor.text() ?? "", title: cursor.text() ?? "", date: cursor.date(), url: cursor.text(),
      accessed: cursor.date(), kind: cursor.text(), party: cursor.text(), archived: cursor.text(), extra: cursor.list { ExtraField(from: &$0) })
  }
}
