internal import CNcurses
internal import Terminal

extension Screen {
  /// What terminfo says the keys of this terminal send. The decoder knows the common ones by itself; this is for the others.
  static func sequencesOfTerminal() -> [(bytes: [UInt8], key: Key)] {
    var sequences: [(bytes: [UInt8], key: Key)] = []
    for (capability, key) in keyCapabilities {
      guard let value = cn_capability(capability) else { continue }
      let bytes = Array(String(cString: value).utf8)
      if !bytes.isEmpty { sequences.append((bytes, key)) }
    }
    return sequences
  }

  /// Source: terminfo(5), «key_» capabilities.
  private static let keyCapabilities: [(String, Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end), ("kpp", .pageUp),
      ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter), ("ka1", .home), ("ka3", .pageUp),
      ("kc1", .end), ("kc3", .pageDown), ("kLFT", .named(.left, .shift)), ("kRIT", .named(.right, .shift)), ("kri", .named(.up, .shift)),
      ("kind", .named(.down, .shift)),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
