import EDTF
import TimelineFormats

/// A date as a line of JSON, as the manual promises it: `edtf, valid, level, earliest, latest, approximate, uncertain, open_start, open_end, words`.
enum DateJSON {
  static func line(for date: EDTFDate) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.field("edtf", date.text)
      json.field("valid", true)
      json.field("level", date.level)
      json.field("earliest", date.earliest)
      json.field("latest", date.latest)
      json.field("approximate", date.isApproximate)
      json.field("uncertain", date.isUncertain)
      json.field("open_start", date.isOpenStart)
      json.field("open_end", date.isOpenEnd)
      json.field("words", [date.words, date.boundsProblem].compactMap { $0 }.joined(separator: "; "))
    }
    json.newline()
    return json.bytes
  }

  /// A text that is no date: `valid` is false, and `why` says what is wrong.
  static func line(for text: String, _ error: EDTFError) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.field("edtf", text)
      json.field("valid", false)
      json.field("why", [error.reason, error.remedy].compactMap { $0 }.joined(separator: ". "))
    }
    json.newline()
    return json.bytes
  }
}
