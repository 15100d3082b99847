import TimelineModel

/// What a timeline says in its own voice: no word of one side in it, but in quotation.
extension NativeReader {
  mutating func checkVoice() {
    let words = PartyWords(timeline.partyWords)
    guard !words.isEmpty else { return }
    for note in eventNotes {
      checkVoice(note.title, in: note.place.file, words, code: "party-word", "title", mayQuote: false)
      checkVoice(note.summary, in: note.place.file, words, code: "party-word-in-summary", "summary", mayQuote: true)
    }
    for note in eraNotes {
      checkVoice(note.name, in: note.date.file, words, code: "party-word-in-era", "name of the era", mayQuote: false)
      checkVoice(note.status, in: note.date.file, words, code: "party-word-in-era", "status of the era", mayQuote: true)
    }
  }

  /// - Parameter mayQuote: whether such a word may stand in quotation marks, as the words of a resolution do. A title has no room to say whose they are.
  private mutating func checkVoice(_ node: Int?, in file: Int32, _ words: PartyWords, code: String, _ what: String, mayQuote: Bool) {
    guard let node else { return }
    let tree = files[Int(file)].tree
    let (bytes, range) = tree.textBytes(node)
    for word in words.occurrences(in: bytes, range) where !mayQuote || !Quotation.contains(word, in: bytes, range) {
      let offset = tree.writtenOffset(inText: node, word.lowerBound - range.lowerBound)
      report(
        .warning, at: TextPlace(file: file, offset: Int32(truncatingIfNeeded: offset)), code,
        "The \(what) says \(quoted(String(decoding: bytes[word], as: UTF8.self))), which is a word of one side",
        remedy: mayQuote
          ? "Say what happened; the word may stand in an account, or in quotation marks with whose it is"
          : "Say what happened; the word may stand in an account, with its speaker")
    }
  }
}
