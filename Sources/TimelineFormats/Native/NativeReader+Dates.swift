import EDTF
import TimelineModel

extension NativeReader {
  /// A date; nil, with a report at the very character that is wrong, when it cannot be read.
  ///
  /// A set that was not quoted has become a list by YAML's rules. It is reported, and read as what was meant.
  mutating func date(_ node: Int, _ key: String) -> EDTFDate? {
    if tree.kind(node) != .scalar {
      let written = tree.writtenText(node)
      let isSet = written.utf8.first == UInt8(ascii: "[") || written.utf8.first == UInt8(ascii: "{")
      guard isSet else {
        _ = text(node, key)
        return nil
      }
      report(.error, node, "unquoted-set", "A set of dates is a list to YAML unless it is quoted", remedy: "Write \"\(quotedDate(written))\"")
      return try? EDTFDate(written)
    }
    guard let text = text(node, key) else { return nil }
    do {
      let date = try EDTFDate(text)
      if let boundsProblem = date.boundsProblem { report(.warning, node, "far-date", "The date is \(boundsProblem)") }
      return date
    } catch {
      report(.error, offset: tree.offset(inText: node, error.offset), "bad-date", error.reason, remedy: error.remedy)
      return nil
    }
  }

  private func quotedDate(_ text: String) -> String { String(text.prefix(60).filter { $0 != "\"" && !$0.isNewline }) }

  /// A date that is not meant to reach into the open: when something was said, printed or read.
  mutating func closedDate(_ node: Int, _ key: String) -> EDTFDate? {
    guard let date = date(node, key) else { return nil }
    if date.isOpenEnd || date.isOpenStart {
      report(.warning, node, "open-date", "The date for \(key) is open at one end", remedy: "Write the day, or the month or year if no more is known")
    }
    return date
  }
}
