/// A bracketed paste while it arrives: everything up to ESC [ 201 ~, of which the first megabyte is kept.
struct Paste: Sendable {
  private var bytes: [UInt8] = []
  /// How many bytes of the end mark have been seen in a row.
  private var matched = 0

  private static let endMark = Array("\u{1b}[201~".utf8)

  init() {}

  /// Takes a byte; the whole paste when that byte ends it.
  mutating func take(_ byte: UInt8) -> Key? {
    if byte == Paste.endMark[matched] {
      matched += 1
      return matched == Paste.endMark.count ? key(atEnd: false) : nil
    }
    // ESC stands only at the beginning of the mark, so a failed match is text, and a new one can begin with this byte alone.
    for earlier in Paste.endMark.prefix(matched) { keep(earlier) }
    matched = 0
    if byte == Paste.endMark[0] { matched = 1 } else { keep(byte) }
    return nil
  }

  /// The paste as a key. At the end of input, half an end mark is text too.
  func key(atEnd: Bool) -> Key {
    let all = atEnd ? bytes + Paste.endMark.prefix(matched) : bytes
    return .paste(String(decoding: all, as: UTF8.self))
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < KeyDecoder.pasteLimit { bytes.append(byte) }
  }
}
