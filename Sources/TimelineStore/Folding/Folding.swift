/// How text is made alike before it is compared: without case, accents and hyphens.
///
///     Folding.fold("Şuşa")               // "susa"
///     Folding.fold("Nagorno-Karabakh")   // "nagorno karabakh"
///     Folding.fold("Բերդաձոր և Շուշի")    // "բերդաձոր եւ շուշի"
///
/// Letters are taken apart and lose their marks, ı becomes i and ə e, apostrophes are dropped, hyphens and runs of white space become one
/// space. What this table does not know keeps its form, in lower case.
public enum Folding {
  /// Stands between two pieces of text, so that no phrase is found across both. Never made from a letter.
  static let separator: UInt8 = 0x1F

  public static func fold(_ text: String) -> String {
    var folded: [UInt8] = []
    append(text.utf8, to: &folded)
    return String(decoding: folded, as: UTF8.self)
  }

  /// The words of a text, folded, with one space around each: what whole words are looked up in.
  ///
  ///     Folding.words("Ministry of Defence (Armenia)")   // " ministry of defence armenia "
  public static func words(_ text: String) -> String {
    var bytes: [UInt8] = []
    appendWords(of: text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the words of a text, with one space around each.
  ///
  /// - Complexity: some nanoseconds a byte of ASCII; a table of a million rows has tens of thousands of names.
  static func appendWords(of text: String, to words: inout [UInt8]) {
    var text = text
    let isDone = text.withUTF8 { appendWords(ofASCII: $0, to: &words) }
    guard !isDone else { return }
    var last: UInt8 = 0x20
    words.append(last)
    for scalar in fold(text).unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        words.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        last = 0
      } else if last != 0x20 {
        last = 0x20
        words.append(last)
      }
    }
    if last != 0x20 { words.append(0x20) }
  }

  /// The same for bytes of ASCII; false, and nothing added, where there are others.
  private static func appendWords(ofASCII text: UnsafeBufferPointer<UInt8>, to words: inout [UInt8]) -> Bool {
    guard text.allSatisfy({ $0 < 0x80 }) else { return false }
    var last: UInt8 = 0x20
    words.append(last)
    ascii.withUnsafeBufferPointer { ascii in
      for byte in text {
        let form = ascii[Int(byte)]
        switch form {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): last = form
        case 0: continue
        default:
          guard last != 0x20 else { continue }
          last = 0x20
        }
        words.append(last)
      }
    }
    if last != 0x20 { words.append(0x20) }
    return true
  }

  /// Folds UTF-8 bytes; bytes that are not UTF-8 are left out.
  static func append(_ text: some Collection<UInt8>, to folded: inout [UInt8]) {
    let done: Void? = text.withContiguousStorageIfAvailable { append(bytes: $0, to: &folded) }
    if done == nil { Array(text).withUnsafeBufferPointer { append(bytes: $0, to: &folded) } }
  }

  private static func append(bytes: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: roomNeeded(for: bytes.count)) { room in
      let count = fold(bytes, into: room)
      folded.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<count]))
    }
  }

  /// No letter grows to more than twice its bytes.
  static func roomNeeded(for count: Int) -> Int { 2 * count + 8 }

  /// Folds bytes into room for them, and says how many there are.
  ///
  /// - Complexity: about a nanosecond a byte of ASCII.
  static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var writer = FoldingWriter(room)
    var position = 0
    ascii.withUnsafeBufferPointer { ascii in
      while position < bytes.count {
        let byte = bytes[position]
        if byte < 0x80 {
          writer.put(ascii[Int(byte)])
          position += 1
        } else {
          let (scalar, length) = decode(bytes, at: position)
          position += length
          if let scalar { put(scalar, with: &writer) }
        }
      }
    }
    return writer.finish()
  }

  private static func put(_ scalar: Unicode.Scalar, with writer: inout FoldingWriter) {
    if let form = letters[scalar] {
      for byte in form { writer.put(byte) }
      return
    }
    switch scalar.value {
    case 0x300...0x36F, 0x483...0x487, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0x670, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
      0xFE00...0xFE0F, 0xFE20...0xFE2F:
      break  // combining marks
    case 0xAD, 0x60, 0xB4, 0x2B9...0x2BF, 0x374, 0x2018...0x201B, 0x2032, 0x55A, 0x200B...0x200F, 0x2060, 0xFEFF:
      break  // apostrophes, soft hyphens, and what has no width
    case 0x85, 0xA0, 0x2000...0x200A, 0x2010...0x2015, 0x2028, 0x2029, 0x202F, 0x205F, 0x2212, 0x3000, 0x58A:
      writer.put(0x20)
    case ..<0x10A0:
      for byte in UTF8.encode(scalar) ?? .init() { writer.put(byte) }
    default:
      for byte in scalar.properties.lowercaseMapping.utf8 { writer.put(byte) }
    }
  }

  /// The scalar at a position and the number of bytes it takes; nil and 1 where there is none.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> (Unicode.Scalar?, Int) {
    let lead = bytes[position]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard length > 1, position + length <= bytes.count else { return (nil, 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for next in 1..<length {
      let byte = bytes[position + next]
      guard byte & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (Unicode.Scalar(value), length)
  }

  /// What becomes of a scalar that stands between two letters.
  static func form(ofInner scalar: Unicode.Scalar) -> [UInt8] {
    guard scalar.isASCII else { return Array(fold("a\(scalar)a").utf8.dropFirst().dropLast()) }
    let form = ascii[Int(scalar.value)]
    return form == 0 ? [] : [form]
  }

  /// What becomes of each ASCII byte: 0 for nothing.
  static let ascii: [UInt8] = (0..<128).map { (byte: UInt8) -> UInt8 in
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "'"), UInt8(ascii: "`"): 0
    case separator: separator
    case 0...0x20, 0x7F, UInt8(ascii: "-"), UInt8(ascii: "_"): 0x20
    default: byte
    }
  }

  private static let letters: [Unicode.Scalar: [UInt8]] = {
    var letters: [Unicode.Scalar: [UInt8]] = [:]
    for line in FoldingTable.lines.utf8.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: " "))
      guard parts.count == 2, let form = parts.first, let all = parts.last else { continue }
      for scalar in String(decoding: all, as: UTF8.self).unicodeScalars { letters[scalar] = Array(form) }
    }
    return letters
  }()
}

/// Writes folded bytes into a room of fixed size: no space at the beginning of a piece, none after another, none at the end.
private struct FoldingWriter {
  private let room: UnsafeMutableBufferPointer<UInt8>
  private var count = 0
  /// What was written last; a separator at the beginning, since no space stands after one.
  private var last = Folding.separator

  init(_ room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

  /// Zero is nothing; what finds no room is left out.
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    if byte <= 0x20 {
      if byte == 0 || (byte == 0x20 && (last == 0x20 || last == Folding.separator)) { return }
      if byte == Folding.separator, last == 0x20 { count -= 1 }
    }
    guard count < room.count else { return }
    room[count] = byte
    count += 1
    last = byte
  }

  mutating func finish() -> Int {
    if count > 0, last == 0x20 { count -= 1 }
    return count
  }
}
