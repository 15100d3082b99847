import TimelineModel

/// A line of a journal, read and written.
///
/// ```
/// 57 1c291ca3 note→1763829000123456.1a2b3c4d→→sotk-2023-05-11→Compare the map
/// │  │        └ fields, a tab between each two: the sort of fact, its stamp, and what it says
/// │  └ CRC-32 of the fields, eight hexadecimal digits
/// └ how many bytes the fields take
///
/// note       stamp   stamps it stands in place of, commas between   event   words
/// bookmark   stamp   event   on or off
/// mark       stamp   letter  event, or nothing
/// visit      stamp   event   title   filter   order
/// ```
///
/// Within a field `\t`, `\n`, `\r` and `\\` stand for tab, line feed, carriage return and the backslash, so that a record is a line and a line a record.
/// A line that is empty or begins with `#` says nothing.
enum JournalLine: Equatable {
  case entry(JournalEntry)
  /// A whole record of a sort that this annals does not know, from one that is newer.
  case foreign
  /// What was torn, or altered by whomever.
  case damaged
  case nothing

  // MARK: - Writing

  /// The record of an entry, with a line feed before it too: whatever was torn before stands on a line of its own and takes nothing with it.
  static func bytes(of entry: JournalEntry) -> [UInt8] {
    let fields = Array(self.fields(of: entry).map(escaped).joined(separator: "\t").utf8)
    let sum = String(Checksum.crc32(fields), radix: 16)
    let head = "\n\(fields.count) " + String(repeating: "0", count: 8 - sum.utf8.count) + sum + " "
    return Array(head.utf8) + fields + [UInt8(ascii: "\n")]
  }

  private static func fields(of entry: JournalEntry) -> [String] {
    let stamp = entry.stamp.text
    switch entry.fact {
    case .note(let event, let text): return ["note", stamp, entry.replaced.map(\.text).joined(separator: ","), event, text]
    case .bookmark(let event, let isSet): return ["bookmark", stamp, event, isSet ? "on" : "off"]
    case .mark(let letter, let event): return ["mark", stamp, letter, event ?? ""]
    case .visit(let visit): return ["visit", stamp, visit.event, visit.title, visit.filter, visit.order]
    }
  }

  private static func escaped(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else { return field }
    var text = ""
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\t": text += "\\t"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  // MARK: - Reading

  /// Reads a line without its line feed.
  init(_ line: ArraySlice<UInt8>) {
    guard let first = line.first, first != UInt8(ascii: "#") else {
      self = .nothing
      return
    }
    guard let fields = Self.fields(in: line) else {
      self = .damaged
      return
    }
    self = Self.entry(from: fields).map(JournalLine.entry) ?? .foreign
  }

  /// The fields of a line whose length and sum are right.
  private static func fields(in line: ArraySlice<UInt8>) -> [String]? {
    let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let count = number(parts[0], radix: 10), count == UInt64(parts[2].count), parts[1].count == 8,
      number(parts[1], radix: 16) == UInt64(Checksum.crc32(parts[2]))
    else { return nil }
    return parts[2].split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { unescaped(String(decoding: $0, as: UTF8.self)) }
  }

  private static func number(_ digits: ArraySlice<UInt8>, radix: Int) -> UInt64? { UInt64(String(decoding: digits, as: UTF8.self), radix: radix) }

  private static func unescaped(_ field: String) -> String {
    guard field.utf8.contains(UInt8(ascii: "\\")) else { return field }
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in field.unicodeScalars {
      switch (isEscaped, scalar) {
      case (false, "\\"):
        isEscaped = true
        continue
      case (true, "t"): text.append("\t")
      case (true, "n"): text.append("\n")
      case (true, "r"): text.append("\r")
      default: text.append(scalar)
      }
      isEscaped = false
    }
    return String(text)
  }

  /// The entry of a record; nil when it is none of those that are known. Further fields of a later annals are left alone.
  private static func entry(from fields: [String]) -> JournalEntry? {
    guard fields.count >= 4, let stamp = Stamp(text: fields[1]) else { return nil }
    switch fields[0] {
    case "note" where fields.count >= 5:
      let replaced = fields[2].split(separator: ",").map { Stamp(text: $0) }
      guard !replaced.contains(nil) else { return nil }
      return JournalEntry(stamp, .note(on: fields[3], fields[4]), inPlaceOf: replaced.compactMap(\.self))
    case "bookmark" where fields[3] == "on" || fields[3] == "off": return JournalEntry(stamp, .bookmark(fields[2], isSet: fields[3] == "on"))
    case "mark": return JournalEntry(stamp, .mark(fields[2], fields[3].isEmpty ? nil : fields[3]))
    case "visit" where fields.count >= 6:
      return JournalEntry(stamp, .visit(Visit(event: fields[2], title: fields[3], filter: fields[4], order: fields[5])))
    default: return nil
    }
  }
}
