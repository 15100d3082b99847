import SeededRandom
import Terminal
import Testing

@Suite("From bytes to keys")
struct KeyDecoderTests {
  static let sequences: [(String, Key)] = [
    ("j", .character("j")), (" ", .space), ("ş", .character("ş")), ("東", .character("東")), ("👍", .character("👍")),
    ("\r", .enter), ("\n", .control("j")), ("\t", .tab), ("\u{7f}", .backspace), ("\u{8}", .backspace), ("\u{4}", .control("d")), ("\0", .control("@")),
    ("\u{1c}", .control("\\")), ("\u{1f}", .control("_")),
    ("\u{1b}[A", .up), ("\u{1b}OB", .down), ("\u{1b}[C", .right), ("\u{1b}[D", .left), ("\u{1b}[H", .home), ("\u{1b}OF", .end), ("\u{1b}[1~", .home),
    ("\u{1b}[4~", .end), ("\u{1b}[2~", .insert), ("\u{1b}[3~", .delete), ("\u{1b}[5~", .pageUp), ("\u{1b}[6~", .pageDown), ("\u{1b}[Z", .backTab),
    ("\u{1b}OP", .function(1)), ("\u{1b}[[A", .function(1)), ("\u{1b}[11~", .function(1)), ("\u{1b}[15~", .function(5)), ("\u{1b}[24~", .function(12)),
    ("\u{1b}[34~", .function(20)), ("\u{1b}OM", .enter), ("\u{1b}Op", .character("0")), ("\u{1b}OX", .character("=")), ("\u{1b}OI", .tab),
    ("\u{1b}[1;5A", .modified(.up, .control)), ("\u{1b}[1;2P", .modified(.f1, .shift)), ("\u{1b}[3;3~", .modified(.delete, .alt)),
    ("\u{1b}[5;6~", .modified(.pageUp, [.shift, .control])), ("\u{1b}[a", .modified(.up, .shift)), ("\u{1b}Oa", .modified(.up, .control)),
    ("\u{1b}x", .alt("x")), ("\u{1b} ", .alt(" ")), ("\u{1b}[I", .focusIn), ("\u{1b}[O", .focusOut),
    ("\u{1b}[27;5;97~", .control("a")), ("\u{1b}[97;3u", .alt("a")), ("\u{1b}[13;2u", .modified(.enter, .shift)), ("\u{1b}[9;2u", .backTab),
    ("\u{1b}[27u", .escape), ("\u{1b}[127u", .backspace), ("\u{1b}[351u", .character("ş")), ("\u{1b}[97:65;1u", .character("a")),
    ("\u{1b}[<0;1;1M", .mouse(MouseEvent(.press(.left), at: .zero))), ("\u{1b}[<2;10;5m", .mouse(MouseEvent(.release(.right), at: Point(x: 9, y: 4)))),
    ("\u{1b}[<32;3;4M", .mouse(MouseEvent(.drag(.left), at: Point(x: 2, y: 3)))), ("\u{1b}[<35;3;4M", .mouse(MouseEvent(.move, at: Point(x: 2, y: 3)))),
    ("\u{1b}[<64;1;1M", .mouse(MouseEvent(.wheelUp, at: .zero))), ("\u{1b}[<65;1;1M", .mouse(MouseEvent(.wheelDown, at: .zero))),
    ("\u{1b}[<21;1;1M", .mouse(MouseEvent(.press(.middle), at: .zero, modifiers: [.shift, .control]))),
    ("\u{1b}[<8;1;1M", .mouse(MouseEvent(.press(.left), at: .zero, modifiers: .alt))),
    ("\u{1b}[<128;1;1M", .mouse(MouseEvent(.press(.other(8)), at: .zero))), ("\u{1b}[<3;1;1M", .unknown), ("\u{1b}[<0;1M", .unknown),
    ("\u{1b}[<0;99999999999999999999;0M", .mouse(MouseEvent(.press(.left), at: Point(x: 9_999_999, y: 0)))),
    ("\u{1b}[200~a\u{1b}[Bb\u{1b}[201~", .paste("a\u{1b}[Bb")), ("\u{1b}[200~\u{1b}\u{1b}[201~", .paste("\u{1b}")), ("\u{1b}[200~\u{1b}[201~", .paste("")),
    ("\u{1b}[?1;2c", .unknown), ("\u{1b}[99~", .unknown), ("\u{1b}[~", .unknown), ("\u{1b}[1;2;3q", .unknown), ("\u{1b}]11;rgb:0/0/0\u{7}", .unknown),
    ("\u{1b}P1$r0m\u{1b}\\", .unknown), ("\u{1b}_x\u{7}", .unknown), ("\u{1b}[[F", .unknown), ("\u{1b}O5", .unknown), ("\u{1b}[0u", .unknown),
    ("\u{1b}[99999999u", .unknown), ("\u{1b}[53;5u", .unknown), ("\u{1b}[1$A", .unknown), ("\u{202e}", .unknown), ("\u{e000}", .unknown),
    ("\u{301}", .character("\u{301}")),
  ]

  @Test("Every sequence is one key, however it is cut", arguments: sequences)
  func oneKey(sequence: String, key: Key) {
    let bytes = Array(sequence.utf8)
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      #expect(decoder.decode(bytes.prefix(cut)) + decoder.decode(bytes.dropFirst(cut)) == [key])
      #expect(!decoder.isWaiting && !decoder.isPasting)
    }
  }

  @Test("Keys that come together come apart")
  func together() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array("5j\u{1b}[B\u{1b}[<0;2;2Mş\u{1b}x".utf8)).count == 6)
  }

  @Test("An Esc that nothing follows is the Esc key, and half of anything is told from it")
  func waiting() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x1B]).isEmpty && decoder.isWaiting)
    #expect(decoder.flush() == [.escape] && !decoder.isWaiting)
    #expect(decoder.decode([0x1B, 0x1B]) == [.escape])
    #expect(decoder.flush() == [.escape])
    #expect(decoder.decode(Array("\u{1b}[".utf8)).isEmpty)
    #expect(decoder.flush() == [.alt("[")])
    #expect(decoder.decode(Array("\u{1b}[1;".utf8)).isEmpty)
    #expect(decoder.flush() == [.unknown])
    #expect(decoder.decode([0xC5]).isEmpty && decoder.isWaiting)
    #expect(decoder.flush() == [.unknown])
    #expect(decoder.flush().isEmpty)
    #expect(decoder.decode(Array("\u{1b}\r".utf8)) == [.escape, .enter])
    #expect(decoder.decode(Array("\u{1b}O\u{1b}".utf8)) == [.alt("O")])
    #expect(decoder.flush() == [.escape])
  }

  @Test(
    "Bytes that are not UTF-8 are unknown, and the next key is read",
    arguments: [[0xFF], [0xC5, 0x41], [0xE6, 0x9D], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5], [0x80]] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) {
    var decoder = KeyDecoder()
    let keys = decoder.decode(bytes + [0x6A])
    #expect(keys.first == .unknown)
    #expect(keys.last == .character("j") || keys.last == .character("A"))
  }

  @Test("A control sequence broken off by another does not swallow it")
  func brokenOff() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array("\u{1b}[12\u{1b}[A".utf8)) == [.unknown, .up])
  }

  @Test("A paste keeps a megabyte, and one that never ends is ended by silence")
  func pastes() {
    var decoder = KeyDecoder()
    let long = Array("\u{1b}[200~".utf8) + Array(repeating: 0x61, count: KeyDecoder.pasteLimit + 500) + Array("\u{1b}[201~j".utf8)
    let keys = decoder.decode(long)
    #expect(keys.count == 2 && keys.last == .character("j"))
    if case .paste(let text) = keys.first { #expect(text.utf8.count == KeyDecoder.pasteLimit) } else { Issue.record("no paste") }
    #expect(decoder.decode(Array("\u{1b}[200~abc\u{1b}[20".utf8)).isEmpty)
    #expect(decoder.isPasting && !decoder.isWaiting)
    #expect(decoder.flush() == [.paste("abc\u{1b}[20")])
    #expect(!decoder.isPasting)
  }

  @Test("A sequence without end holds no memory and ends with its end")
  func endless() {
    var decoder = KeyDecoder()
    let parameters = Array("\u{1b}[".utf8) + Array(repeating: 0x31, count: 100_000)
    #expect(decoder.decode(parameters).isEmpty)
    #expect(decoder.decode(Array("~j".utf8)) == [.unknown, .character("j")])
    let string = Array("\u{1b}]".utf8) + Array(repeating: 0x31, count: 100_000)
    #expect(decoder.decode(string).isEmpty)
    #expect(decoder.decode(Array("\u{1b}\\j".utf8)) == [.unknown, .character("j")])
  }

  @Test("What terminfo says of the terminal comes first")
  func terminfo() {
    var decoder = KeyDecoder(sequences: [[0x1B, 0x5B, 0x41]: .down, [0x01, 0x02, 0x03]: .function(9), [0x7F]: .escape])
    #expect(decoder.decode(Array("\u{1b}[A".utf8)) == [.down])
    #expect(decoder.decode([1, 2, 3]) == [.function(9)])
    #expect(decoder.decode([1, 2, 4]) == [.control("a"), .control("b"), .control("d")])
    #expect(decoder.decode([0x7F]) == [.backspace])
    #expect(decoder.decode([1]).isEmpty && decoder.isWaiting)
    #expect(decoder.flush() == [.control("a")])
  }

  @Test("No bytes whatever are too much for it, and cutting them changes nothing")
  func randomBytes() {
    var random = SeededGenerator(5)
    let likely = Array("\u{1b}[[]OP<;:0129~mMAuaş\u{7}\\200~201~".utf8)
    for _ in 0..<3_000 {
      let bytes = (0..<random.below(60)).map { _ in random.below(4) == 0 ? UInt8(random.below(256)) : likely[random.below(likely.count)] }
      var whole = KeyDecoder()
      var pieces = KeyDecoder()
      let all = whole.decode(bytes) + whole.flush()
      var some: [Key] = []
      for byte in bytes { some += pieces.decode([byte]) }
      some += pieces.flush()
      #expect(all == some)
    }
  }
}
