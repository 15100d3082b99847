import Fuzzing
import Terminal

/// Keys: whatever a terminal sends, in one piece or cut anywhere, gives the same keys.
enum FuzzKeys: FuzzTarget {
  /// What a terminal may say of its own keys, some of it unwise.
  private static let sequences: KeyValuePairs<[UInt8], Key> = [
    [0x1B, 0x5B, 0x41]: .up, [0x1B, 0x4F, 0x50]: .function(1), [0x01, 0x02, 0x03]: .function(9), [0x1B, 0x1B, 0x5B, 0x42]: .down, [0x7F]: .escape,
  ]

  static func test(_ bytes: UnsafeBufferPointer<UInt8>) {
    for decoder in [KeyDecoder(), KeyDecoder(sequences: sequences)] {
      let keys = keys(of: bytes, decoder)
      demand(keys.count <= bytes.count, "more keys than bytes")
      for key in keys { check(key) }
      // Names are dear, and there are few of them.
      if bytes.count % 8 == 0 { for key in Set(keys.prefix(4)) { checkName(of: key) } }
      var (some, pieces): ([Key], KeyDecoder) = ([], decoder)
      for byte in bytes { some += pieces.decode(CollectionOfOne(byte)) }
      demand(some + pieces.flush() == keys, "cut, they are other keys")
      let middle = bytes.count / 2
      var halves = decoder
      let first = halves.decode(UnsafeBufferPointer(rebasing: bytes[..<middle]))
      demand(first + halves.decode(UnsafeBufferPointer(rebasing: bytes[middle...])) + halves.flush() == keys, "halved, they are other keys")
    }
  }

  private static func keys(of bytes: UnsafeBufferPointer<UInt8>, _ fresh: KeyDecoder) -> [Key] {
    var decoder = fresh
    let keys = decoder.decode(bytes)
    let rest = decoder.flush()
    demand(!decoder.isWaiting && !decoder.isPasting && decoder.flush().isEmpty, "something is left after the end")
    demand(decoder.decode(CollectionOfOne(UInt8(ascii: "j"))) == [.character("j")], "what came before changes the next key")
    return keys + rest
  }

  private static func check(_ key: Key) {
    switch key {
    case .character(let scalar), .alt(let scalar): demand(!scalar.isObeyed, "a control is typed: \(scalar.value)")
    case .control(let scalar): demand(scalar.value > 0x20 && scalar.value < 0x7F, "Control with \(scalar.value)")
    case .modified(_, let modifiers): demand(!modifiers.isEmpty, "modified by nothing")
    case .mouse(let event): demand(event.point.x >= 0 && event.point.y >= 0, "a mouse outside of the screen")
    case .paste(let text): demand(text.utf8.count <= 3 * KeyDecoder.pasteLimit, "a paste without end")
    case .named, .focusIn, .focusOut, .unknown: break
    }
  }

  private static func checkName(of key: Key) {
    guard let name = key.name else { return }
    demand(!name.isEmpty && !name.unicodeScalars.contains(where: \.isObeyed), "a name that cannot be shown: \(name.debugDescription)")
    if name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { demand(Key(name: name) == key, "\(name) is read as another key than \(key)") }
  }
}

@_cdecl("LLVMFuzzerTestOneInput") func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt { FuzzKeys.test(bytes, count) }
