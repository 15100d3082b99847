import EDTF
import Fuzzing

/// Dates: a text is one, or it is told where it is not.
enum FuzzEDTF: FuzzTarget {
  static func test(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      try check(EDTFDate(text), text)
    } catch let error as EDTFError {
      check(error, text)
    } catch {
      demand(false, "another error than an EDTFError")
    }
  }

  private static func check(_ date: EDTFDate, _ text: String) throws {
    demand(date.text.utf8.elementsEqual(text.utf8), "the text is changed")
    demand((0...2).contains(date.level), "level \(date.level)")
    demand(text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "a date of other characters than ASCII")
    if let earliest = date.earliest, let latest = date.latest { demand(earliest <= latest, "it ends before it begins") }
    let explained = date.boundsProblem != nil
    demand((date.earliest == nil) == (date.isOpenStart || date.isUnknownStart || explained && date.earliest == nil), "no first day, and no reason")
    demand((date.latest == nil) == (date.isOpenEnd || date.isUnknownEnd || explained && date.latest == nil), "no last day, and no reason")
    demand(explained ? date.earliest == nil || date.latest == nil : true, "a reason for nothing")
    for words in [date.words, date.wordsWithWeekday, date.label(within: nil), date.label(within: 1990)] {
      demand(!words.isEmpty && !words.unicodeScalars.contains(where: \.isObeyed), "words that cannot be shown: \(words.debugDescription)")
    }
    demand(date.label(within: 1990, ascii: true).utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "a label beyond ASCII")
    // The day itself, written and read, is the same day.
    for day in [date.earliest, date.latest].compactMap(\.self) {
      let again = EDTFDate(day)
      demand(again.precision != .day || again.earliest == day && again.latest == day, "\(day.iso8601) is read as another day")
    }
    demand((try? EDTFDate(text + " ")) == nil, "spaces are repaired in silence")
  }

  private static func check(_ error: EDTFError, _ text: String) {
    demand(error.offset >= 0 && error.offset <= text.utf8.count, "\(error.offset) is outside of the text")
    demand(!error.reason.isEmpty && error.reason.last != ".", "a reason that is no sentence: \(error.reason)")
    for words in [error.reason, error.remedy ?? "Write it"] {
      demand(words.utf8.count < 400 && !words.unicodeScalars.contains(where: \.isObeyed), "words that cannot be shown: \(words.debugDescription)")
    }
  }
}

@_cdecl("LLVMFuzzerTestOneInput") func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt { FuzzEDTF.test(bytes, count) }
