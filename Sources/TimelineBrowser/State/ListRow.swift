import EDTF
import Terminal
import TimelineModel
import TimelineStore

/// What a row of the list says of an event, laid out for the width of the list.
struct ListRow: Sendable {
  /// What the layout of all rows depends on.
  struct Form: Hashable, Sendable {
    var width: Int
    var ascii: Bool
    /// Whether there is room for the kind's glyph and the killed.
    var showsFigures: Bool
    /// Whether a heading above the row says its year.
    var isByYear: Bool
    /// How many columns at the right end are kept for what the reader wrote.
    var marginColumns: Int

    /// The column of the date, from the left of the list.
    var start: Int { width >= 40 ? 3 : 2 }

    /// How wide the dates are written: in a wide list as long as a label can be.
    var dateColumns: Int { width >= 54 ? 16 : width >= 48 ? 14 : width >= 40 ? 12 : max(6, width / 4) }
  }

  let summary: RowSummary
  let date: CellText
  let title: CellText
  /// What stands at the right: the killed, and whether accounts disagree.
  let glance: [(text: CellText, style: Style)]

  init(_ summary: RowSummary, in store: EventStore, as form: Form) {
    self.summary = summary
    let year = form.isByYear ? store.days(of: summary.row)?.first.year : nil
    let label = summary.date?.label(within: year, ascii: form.ascii) ?? summary.dateText ?? "undated"
    date = DateLabel.fitted(CellText(label, ascii: form.ascii), to: form.dateColumns)
    glance = form.showsFigures ? Self.glance(summary, ascii: form.ascii) : []
    let glanceWidth = glance.reduce(form.marginColumns) { $0 + $1.text.width }
    let before = form.start + form.dateColumns + 1 + (form.showsFigures ? 2 : 0)
    title = CellText(summary.title, ascii: form.ascii).truncated(to: max(0, form.width - 1 - before - (glanceWidth > 0 ? glanceWidth + 1 : 0)))
  }

  private static func glance(_ summary: RowSummary, ascii: Bool) -> [(text: CellText, style: Style)] {
    var pieces: [(CellText, Style)] = []
    if let killed = summary.killed, killed.high > 0 {
      let number = killed.best.map(String.init) ?? (killed.isExact ? String(killed.low) : "\(killed.low)–\(killed.high)")
      pieces.append((CellText(number + (ascii ? "+" : "†"), ascii: ascii), Style(.killed)))
    }
    pieces.append((CellText(summary.isDisputed ? "?" : " ", ascii: ascii), Style(.dispute, .bold)))
    return pieces
  }
}
