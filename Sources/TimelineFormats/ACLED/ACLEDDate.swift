package import EDTF

/// The day of an ACLED event, as precise as `time_precision` says: 1 the day, 2 about that day, 3 its month.
///
///     ACLEDDate.read("02 April 2018", precision: "1")    // 2018-04-02
///     ACLEDDate.read("2018-04-02", precision: "2")       // 2018-04-02~
///     ACLEDDate.read("16-04-2018", precision: "3")       // 2018-04
package enum ACLEDDate {
  /// Why a text is no date of ours.
  package enum Refusal: Error, Hashable { case unreadable, before1900 }

  /// A date is written `2018-04-02`, `02 April 2018`, `02-04-2018` or `02/04/2018`, the day before the month.
  package static func read(_ text: String, precision: String) -> Result<EDTFDate, Refusal> {
    guard let date = DateText.read(text, order: .dayFirst)?.date, date.precision <= .day, let day = date.earliest else { return .failure(.unreadable) }
    guard day >= GEDDate.firstPossible else { return .failure(.before1900) }
    switch precision {
    case "2": return .success((try? EDTFDate("\(day.iso8601)~")) ?? EDTFDate(day))
    case "3": return .success((try? EDTFDate(day.iso8601.dropLast(3))) ?? EDTFDate(day))
    default: return .success(EDTFDate(day))
    }
  }
}
