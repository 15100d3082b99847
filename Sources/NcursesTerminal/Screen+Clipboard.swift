internal import CNcurses

extension Screen {
  /// The longest text that is handed to the clipboard, in bytes; many terminals drop what is longer.
  package static let clipboardLimit = 100_000

  /// Asks the terminal to put a text on the clipboard (OSC 52). Only ever because the reader asked for it.
  ///
  /// What is sent is Base64, so that nothing in the text can be obeyed. The terminal does not say whether it did it.
  ///
  /// - Returns: False when the text is too long or the terminal not one that understands the request.
  package func copy(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard cn_is_like_xterm(), bytes.count <= Screen.clipboardLimit else { return false }
    cn_send("\u{1b}]52;c;" + String(decoding: base64(bytes), as: UTF8.self) + "\u{07}")
    return true
  }
}

/// Base64 with padding. Source: RFC 4648, section 4.
private func base64(_ bytes: [UInt8]) -> [UInt8] {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var encoded: [UInt8] = []
  encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    var bits = group.reduce(0) { $0 << 8 | Int($1) }
    bits <<= 8 * (3 - group.count)
    for place in 0..<4 {
      encoded.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
    }
  }
  return encoded
}
