import EDTF
public import TimelineModel

/// The cells of the plain table that `list` prints. The caller measures, cuts and cleans them, since only it knows the terminal.
public enum EventTable {
  public static let columns = ["date", "kind", "title", "killed"]

  /// The date as precisely as it is known, the kind, the title, and the toll: best, else `low–high`, with `?` where accounts disagree.
  ///
  ///     ["2023 May 11", "clash", "Artillery exchange near Sotk", "1 ?"]
  public static func cells(of event: Event, in directory: Directory, ascii: Bool = false) -> [String] {
    let date = event.date?.label(within: nil, ascii: ascii) ?? event.dateText ?? ""
    let toll = Toll(.killed, of: event, in: directory)?.figure
    var killed = toll.map { figure in figure.best.map { String($0) } ?? "\(figure.low)\(ascii ? "-" : "–")\(figure.high)" } ?? ""
    if !event.disputes.isEmpty { killed += killed.isEmpty ? "?" : " ?" }
    return [date, event.kind.rawValue, event.title, killed]
  }
}
