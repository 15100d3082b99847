extension [UInt8] {
  /// Whether a terminal would obey some of it: C0 but the line end, DEL, C1 as UTF-8, and the characters that turn the direction of text.
  var obeysOrders: Bool {
    String(decoding: self, as: UTF8.self).unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }
}
