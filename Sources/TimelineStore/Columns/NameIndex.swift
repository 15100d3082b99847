import TimelineModel

/// The names under which each code of a column is known, folded, in one run of bytes.
///
/// ```
/// code 0   " armenia ␟ republic of armenia ␟ հայաստան ␟"
/// code 1   …
/// ```
/// Every name has a space on both sides, so that whole words are found as `" word "` and beginnings of words as `" wor"`.
struct NameIndex: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// - Parameter names: for each code, in order, all its names; the first is its id.
  init(_ names: some Sequence<[String]>) {
    for all in names {
      for name in all {
        Folding.appendWords(of: name, to: &bytes)
        bytes.append(Folding.separator)
      }
      ends.append(bytes.count)
    }
  }

  /// The codes with a name in which these words stand in a row, whole: `armenia` finds Republic of Armenia, not Armenian.
  func codes(withWords words: String) -> [Int] {
    let folded = Folding.words(words)
    return folded == " " ? [] : codes(containing: folded.utf8)
  }

  /// The codes one of whose names is just this.
  func codes(named name: String) -> [Int] {
    let folded = Folding.words(name)
    guard folded != " " else { return [] }
    let whole = Array(folded.utf8) + [Folding.separator]
    return codes(containing: whole) { start in start == 0 || self.bytes[start - 1] == Folding.separator }
  }

  /// Whether a name is a code's first, its id.
  func isID(_ name: String, of code: Int) -> Bool {
    let start = code > 0 ? ends[code - 1] : 0
    return bytes[start..<ends[code]].starts(with: Array(Folding.words(name).utf8) + [Folding.separator])
  }

  /// The codes with a name in which a word begins so: what completion offers.
  func codes(withWordsBeginning beginning: String) -> [Int] {
    let folded = Folding.words(beginning)
    return folded == " " ? Array(ends.indices) : codes(containing: folded.utf8.dropLast())
  }

  /// The codes with a name that contains these folded bytes anywhere.
  func codes(containing part: some Sequence<UInt8>, where isFit: (Int) -> Bool = { _ in true }) -> [Int] {
    guard let needle = Needle(part) else { return [] }
    var codes: [Int] = []
    var code = 0
    var position = 0
    while let hit = needle.first(in: bytes, range: position..<bytes.count) {
      while ends[code] <= hit { code += 1 }
      if isFit(hit) {
        codes.append(code)
        position = ends[code]
      } else {
        position = hit + 1
      }
    }
    return codes
  }
}
