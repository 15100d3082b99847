/// Turns the bytes that a terminal sends into keys. Pure: no terminal, no clock; it can be fed any bytes, cut anywhere, and never traps.
///
/// ```
/// ground ── ESC ──▶ escape ── [ ──▶ control sequence ── final ──▶ key
///   │                  ├──── O ──▶ single shift ──────────────▶ key
///   │                  ├──── ] P X ^ _ ──▶ string ── BEL or ST ──▶ swallowed
///   │                  └──── other ──▶ Alt and that key
///   ├── 80…FF ──▶ UTF-8, up to four bytes ──▶ character
///   └── CSI 200~ ──▶ paste ── CSI 201~ ──▶ paste
/// ```
/// The terminal's own sequences from terminfo are tried first; they may begin with any byte.
///
/// ```swift
/// var decoder = KeyDecoder()
/// decoder.decode(Array("j\u{1b}[B".utf8))   // [.character("j"), .down]
/// decoder.decode([0x1B])                    // [], and isWaiting
/// decoder.flush()                           // [.escape], 25 ms later
/// ```
package struct KeyDecoder: Sendable {
  /// The terminal's own sequences: a few dozen, so that looking through them is quicker than a table that must first be made.
  let sequences: [(bytes: [UInt8], key: Key)]
  /// Bytes that may be the beginning of something.
  var pending: [UInt8] = []
  var paste: Paste?

  /// The longest paste that is kept; what comes beyond it is dropped.
  package static let pasteLimit = 1 << 20

  /// The longest control sequence that is believed; a longer one is swallowed to its end.
  static let sequenceLimit = 256

  /// - Parameter sequences: What terminfo says the keys of this terminal send; sequences of one printable byte are not believed.
  package init(sequences: KeyValuePairs<[UInt8], Key> = [:]) {
    self.init(table: sequences.map { (bytes: $0.key, key: $0.value) })
  }

  /// The same from a list; of two keys that send the same the last one stands.
  package init(table: [(bytes: [UInt8], key: Key)]) {
    sequences = table.reversed().filter { $0.bytes.count > 1 && $0.bytes.count <= 32 }
  }

  /// The key that a whole sequence of the terminal's own stands for.
  func key(of bytes: [UInt8]) -> Key? { sequences.first { $0.bytes == bytes }?.key }

  /// Whether more may follow to make one of the terminal's own sequences.
  func isBeginning(_ bytes: [UInt8]) -> Bool { sequences.contains { $0.bytes.count > bytes.count && $0.bytes.starts(with: bytes) } }

  /// Whether the bytes so far may be the beginning of more: an ESC, half a sequence, half a character. Wait 25 ms, then ``flush()``.
  package var isWaiting: Bool { !pending.isEmpty && paste == nil }

  /// Whether a paste has begun and not ended. A terminal that never ends it must not hold the keys for ever: ``flush()`` when it falls silent.
  package var isPasting: Bool { paste != nil }

  /// The keys that are complete after these bytes.
  ///
  /// - Complexity: O(n), n bytes.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
    var keys: [Key] = []
    for byte in bytes { feed(byte, into: &keys) }
    return keys
  }

  /// The same for bytes in memory, as they come from a terminal.
  package mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [Key] {
    var keys: [Key] = []
    for byte in bytes { feed(byte, into: &keys) }
    return keys
  }

  /// What stands there is all that will come: an ESC was the Esc key, half a character is unknown, an unfinished paste ends here.
  package mutating func flush() -> [Key] {
    if let paste {
      self.paste = nil
      pending.removeAll(keepingCapacity: true)
      return [paste.key(atEnd: true)]
    }
    let bytes = pending
    pending.removeAll(keepingCapacity: true)
    guard let first = bytes.first else { return [] }
    guard first == KeyDecoder.escapeByte else { return first < 0x80 ? bytes.map(KeyDecoder.key(ofByte:)) : [.unknown] }
    switch bytes.count {
    case 1: return [.escape]
    // Alt and a key whose letter opens a sequence when more follows.
    case 2: return KeyDecoder.printable(bytes[1]).map { [.alt($0)] } ?? [.escape, .escape]
    default: return [.unknown]
    }
  }

  static let escapeByte: UInt8 = 0x1B
}
