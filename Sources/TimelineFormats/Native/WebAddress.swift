/// The shape of an address on the web, as far as a slip of copying shows in it.
enum WebAddress {
  enum Flaw: Hashable {
    /// No browser would open it.
    case unusable
    /// It opens, and is hardly the publisher's own: the host is a number, or ends in a full stop.
    case oddHost
  }

  /// What is wrong with an address; nil when nothing is.
  ///
  ///     WebAddress.flaw(in: "https://example.org/a?b=c")      // nil
  ///     WebAddress.flaw(in: "example.org/a")                  // .unusable
  ///     WebAddress.flaw(in: "http://161.35.110.226/a")        // .oddHost
  ///
  /// Letters beyond ASCII are taken, since that is how browsers show them.
  static func flaw(in text: String) -> Flaw? {
    var copy = text
    return copy.withUTF8 { flaw(in: $0) }
  }

  private static func flaw(in bytes: UnsafeBufferPointer<UInt8>) -> Flaw? {
    guard let start = ["https://", "http://"].first(where: { bytes.starts(with: $0.utf8) })?.utf8.count else { return .unusable }
    var index = start
    while index < bytes.count, !isEndOfHost(bytes[index]) { index += 1 }
    let host = bytes[start..<index]
    if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
      let port = bytes[(index + 1)...].prefix { !isEndOfHost($0) }
      guard (1...5).contains(port.count), port.allSatisfy(isDigit) else { return .unusable }
      index += 1 + port.count
    }
    while index < bytes.count {
      if !mayFollowHost(bytes[index]) { return .unusable }
      index += 1
    }
    return flaw(ofHost: host)
  }

  /// Two labels at least, of letters, digits and hyphens, with dots between.
  private static func flaw(ofHost host: Slice<UnsafeBufferPointer<UInt8>>) -> Flaw? {
    var labels = 0
    var length = 0
    var isNumber = true
    for byte in host {
      if byte == UInt8(ascii: ".") {
        if length == 0 { return .unusable }
        labels += 1
        length = 0
      } else {
        guard isHostByte(byte) else { return .unusable }
        if !isDigit(byte) { isNumber = false }
        length += 1
      }
    }
    if length > 0 { labels += 1 }
    guard labels >= 2 else { return .unusable }
    return isNumber || length == 0 ? .oddHost : nil
  }

  private static func isEndOfHost(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ":")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...: true
    default: isDigit(byte)
    }
  }

  /// Blanks, control characters and the few signs that RFC 3986 has encoded everywhere.
  private static func mayFollowHost(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"):
      false
    default: true
    }
  }
}
