import SeededRandom
import Testing
import TimelineStore

@Suite("Folding")
struct FoldingTests {
  @Test(
    "makes alike what readers search alike",
    arguments: [
      ("Şuşa", "susa"), ("ŞUŞA", "susa"), ("S\u{327}us\u{327}a", "susa"), ("Ağdam", "agdam"), ("Xankəndi", "xankendi"), ("Qarabağ", "qarabag"),
      ("İlham ıı", "ilham ii"),
      ("Հայաստան", "հայաստան"), ("ՀԱՅԱՍՏԱՆ", "հայաստան"), ("Բերդաձոր և Շուշի", "բերդաձոր եւ շուշի"), ("Ёлка й", "елка и"), ("Άγιος", "αγιοσ"),
      ("Nagorno-Karabakh", "nagorno karabakh"),
      ("Nagorno–Karabakh", "nagorno karabakh"), ("O’Brien O'Brien Oʼbrien", "obrien obrien obrien"), ("straße Ærø", "strasse aero"),
      ("  two \n\t words  ", "two words"),
      ("a\u{AD}b\u{200B}c", "abc"), ("ﬁne", "fine"), ("東京 カ", "東京 カ"), ("Ⴀ", "ⴀ"), ("𐐀", "𐐨"), ("😀!", "😀!"), ("", ""), ("-", ""),
    ])
  func folds(text: String, folded: String) {
    #expect(Folding.fold(text) == folded)
    #expect(Folding.fold(folded) == folded)
  }

  @Test("folds every letter to something that folds to itself, in no more than twice the bytes")
  func everyScalar() {
    for value in 1..<UInt32(0x3_0000) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = Folding.fold(String(scalar))
      if Folding.fold(folded) != folded || folded.utf8.count > 2 * String(scalar).utf8.count {
        Issue.record("U+\(String(value, radix: 16)) becomes \(folded) and then \(Folding.fold(folded))")
      }
    }
  }

  @Test(
    "cuts names into words",
    arguments: [
      ("Ministry of Defence (Armenia)", " ministry of defence armenia "), ("armenia-mod", " armenia mod "), ("", " "), ("—?", " "), ("T-72", " t 72 "),
    ])
  func words(text: String, words: String) {
    #expect(Folding.words(text) == words)
  }

  @Test("cuts a name of ASCII alone into the words it has beside a letter of another alphabet", arguments: 0..<20)
  func wordsOfASCII(seed: Int) {
    var random = SeededGenerator(seed)
    for _ in 0..<200 {
      let scalars = (0..<Int.random(in: 0...12, using: &random)).map { _ in UInt8.random(in: 0...127, using: &random) }
      let text = String(decoding: scalars, as: UTF8.self)
      let words = Folding.words(text)
      #expect(Folding.words(text + " é") == (words == " " ? " e " : words + "e "), "\(scalars)")
    }
  }
}
