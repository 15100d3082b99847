package import Terminal
package import TimelineModel

/// Words on an event while they are typed: several lines, of which a long one is shown over as many rows as it takes.
package struct NoteEditor: Hashable, Sendable {
  package let event: Identifier
  package let title: String
  /// What stood there before.
  package let before: String
  package private(set) var letters: [Character]
  /// How many letters stand before the cursor.
  package private(set) var cursor: Int

  /// More than a note should hold; what is pasted beyond it is left out.
  package static let mostLetters = 16_384

  package init(on event: Identifier, title: String, before: String, text: String) {
    self.event = event
    self.title = title
    self.before = before
    letters = Array(text.prefix(Self.mostLetters))
    cursor = letters.count
  }

  package var text: String { String(letters) }

  /// The words without blank lines around them and blanks at their end: what is saved.
  package var trimmed: String {
    var part = letters[...]
    while part.last?.isWhitespace == true { part.removeLast() }
    while part.first?.isNewline == true { part.removeFirst() }
    return String(part)
  }

  // MARK: - Keys

  /// Does what the key says; false when the key is not one of editing.
  ///
  /// - Parameter width: how many columns a row has, for the keys that go up and down.
  package mutating func handle(_ key: Key, width: Int, ascii: Bool) -> Bool {
    switch key {
    case .character(let scalar): insert(String(scalar))
    case .paste(let text): insert(Self.clean(text))
    case .control("j"), .modified(.enter, _), .alt("\r"): insert("\n")
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(letters.count, cursor + 1)
    case .up, .control("p"): moveRow(by: -1, width: width, ascii: ascii)
    case .down, .control("n"): moveRow(by: 1, width: width, ascii: ascii)
    case .home, .control("a"): cursor = line.lowerBound
    case .end, .control("e"): cursor = line.upperBound
    case .backspace, .control("h"): if cursor > 0 { delete(cursor - 1..<cursor) }
    case .delete, .control("d"): if cursor < letters.count { delete(cursor..<cursor + 1) }
    case .control("w"): delete(wordStart..<cursor)
    case .control("u"): delete(line.lowerBound..<cursor)
    case .control("k"): delete(cursor..<max(line.upperBound, min(cursor + 1, letters.count)))
    default: return false
    }
    return true
  }

  /// Pasted text with line feeds alone between its lines and blanks for what controls a terminal.
  private static func clean(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\n" where afterReturn: continue
      case "\n", "\r": clean.append("\n")
      default: clean.append(scalar.properties.generalCategory == .control ? " " : scalar)
      }
    }
    return String(clean)
  }

  /// Puts text in at the cursor. A mark that is typed joins the letter before it, so the letters are counted anew.
  private mutating func insert(_ added: String) {
    let head = Array(String(letters[..<cursor]) + added)
    let room = Self.mostLetters - (letters.count - cursor)
    let tail = letters[cursor...]
    letters = Array(head.prefix(max(cursor, room))) + tail
    cursor = letters.count - tail.count
  }

  private mutating func delete(_ range: Range<Int>) {
    letters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private var wordStart: Int {
    var start = cursor
    while start > 0, letters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !letters[start - 1].isWhitespace { start -= 1 }
    return start
  }

  /// The line that the cursor is in, without its line feed.
  private var line: Range<Int> {
    let start = letters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return start..<(letters[cursor...].firstIndex(of: "\n") ?? letters.count)
  }

  private mutating func moveRow(by step: Int, width: Int, ascii: Bool) {
    let rows = rows(width: width, ascii: ascii)
    let row = row(ofCursorIn: rows)
    guard rows.indices.contains(row + step) else {
      cursor = step < 0 ? 0 : letters.count
      return
    }
    let column = self.width(of: rows[row].lowerBound..<cursor, ascii: ascii)
    let target = rows[row + step]
    var end = target.lowerBound
    while end < target.upperBound, self.width(of: target.lowerBound..<end + 1, ascii: ascii) <= column { end += 1 }
    // Behind the last letter of a row that goes on is the first place of the next one.
    if end == target.upperBound, end > target.lowerBound, rows.indices.contains(row + step + 1), rows[row + step + 1].lowerBound == end { end -= 1 }
    cursor = end
  }

  // MARK: - Rows

  /// The rows that the text takes in so many columns, each as the letters that stand in it: broken at line feeds, else behind a blank, else where the row is full.
  package func rows(width: Int, ascii: Bool) -> [Range<Int>] {
    let width = max(1, width)
    var rows: [Range<Int>] = []
    var (start, used, lastBlank) = (0, 0, 0)
    for (index, letter) in letters.enumerated() {
      if letter == "\n" {
        rows.append(start..<index)
        (start, used, lastBlank) = (index + 1, 0, index + 1)
        continue
      }
      let columns = CellText(String(letter), ascii: ascii).width
      if used + columns > width, index > start, letter != " " {
        let end = lastBlank > start ? lastBlank : index
        rows.append(start..<end)
        start = end
        lastBlank = end
        used = self.width(of: end..<index, ascii: ascii)
      }
      used += columns
      if letter == " " { lastBlank = index + 1 }
    }
    rows.append(start..<letters.count)
    return rows
  }

  /// Which of the rows the cursor stands in.
  package func row(ofCursorIn rows: [Range<Int>]) -> Int { max(0, (rows.firstIndex { $0.lowerBound > cursor } ?? rows.count) - 1) }

  package func width(of range: Range<Int>, ascii: Bool) -> Int { CellText(String(letters[range]), ascii: ascii).width }
}
