import TimelineModel

/// A column of code lists while it grows: the chunks' lists as they came, and what their codes are in the whole store.
struct CodeColumnBuilder: Sendable {
  private(set) var dictionary = CodeDictionary()
  private var parts: [Part] = []
  private var hasLists = false
  /// What the codes of each dictionary that brought any are here.
  private var translations: [[UInt32]] = []
  /// Which translation belongs to a vocabulary, held so that no other can come to stand at its address.
  private var vocabularies: [ObjectIdentifier: (number: Int, vocabulary: Vocabulary)] = [:]

  /// The lists of one chunk.
  private struct Part: Sendable {
    /// The arrival number of its first row.
    let first: Int
    let lists: CodeLists
    let translation: Int
  }

  init(known values: [String] = []) { dictionary = CodeDictionary(distinct: values) }

  mutating func code(for value: String) -> UInt32 { dictionary.code(for: value) }

  /// Takes over a chunk's lists. A code that the chunk's dictionary does not have counts as none.
  ///
  /// - Complexity: O(new values); the lists are looked at when the column is made.
  mutating func append(_ lists: CodeLists, firstArrival: Int) {
    // A chunk whose dictionary begins as ours does needs no translation, and then nothing is hashed.
    if parts.isEmpty, lists.dictionary.values.starts(with: dictionary.values) { dictionary = CodeDictionary(distinct: lists.dictionary.values) }
    let translation = translation(of: lists.dictionary)
    if lists.single == nil, lists.codes.isEmpty { return }
    parts.append(Part(first: firstArrival, lists: lists, translation: translation))
    if lists.single == nil { hasLists = true }
  }

  private mutating func translation(of other: CodeDictionary) -> Int {
    guard let vocabulary = other.vocabulary else {
      translations.append(codes(for: other.values[...]))
      return translations.count - 1
    }
    guard let known = vocabularies[ObjectIdentifier(vocabulary)]?.number else {
      translations.append(codes(for: other.values[...]))
      vocabularies[ObjectIdentifier(vocabulary)] = (translations.count - 1, vocabulary)
      return translations.count - 1
    }
    if translations[known].count < other.values.count { translations[known] += codes(for: other.values[translations[known].count...]) }
    return known
  }

  private mutating func codes(for values: ArraySlice<String>) -> [UInt32] {
    if values.startIndex == 0, values.elementsEqual(dictionary.values) { return (0..<UInt32(clamping: values.count)).map(\.self) }
    return values.map { dictionary.code(for: $0) }
  }

  /// The column in time order.
  ///
  /// - Parameter rows: for each arrival number the row.
  func column(_ rows: [UInt32]) -> CodeColumn {
    if parts.isEmpty { return CodeColumn(values: dictionary.values, .none) }
    return CodeColumn(values: dictionary.values, hasLists ? many(rows) : .single(single(rows)))
  }

  /// One code a row, in as few bytes as the largest needs.
  private func single(_ rows: [UInt32]) -> PackedCodes {
    switch dictionary.values.count {
    case ...Int(UInt8.max): .bytes(scattered(rows))
    case ...Int(UInt16.max): .halves(scattered(rows))
    default: .words(scattered(rows))
    }
  }

  private func scattered<Code: FixedWidthInteger & UnsignedInteger>(_ rows: [UInt32]) -> [Code] {
    var column = [Code](repeating: .max, count: rows.count)
    for part in parts {
      switch part.lists.single {
      case .bytes(let codes): scatter(codes, part, rows, &column)
      case .halves(let codes): scatter(codes, part, rows, &column)
      case .words(let codes): scatter(codes, part, rows, &column)
      case nil: break
      }
    }
    return column
  }

  private func scatter<From: FixedWidthInteger & UnsignedInteger, To: FixedWidthInteger & UnsignedInteger>(
    _ codes: [From], _ part: Part, _ rows: [UInt32], _ column: inout [To]
  ) {
    codes.withUnsafeBufferPointer { codes in
      translations[part.translation].withUnsafeBufferPointer { translation in
        rows.withUnsafeBufferPointer { rows in
          column.withUnsafeMutableBufferPointer { column in
            for index in 0..<min(codes.count, rows.count - part.first) where Int(codes[index]) < translation.count {
              column[Int(rows[part.first + index])] = To(truncatingIfNeeded: translation[Int(codes[index])])
            }
          }
        }
      }
    }
  }

  /// Lists of any length: counted first, then put where there is room for them.
  private func many(_ rows: [UInt32]) -> CodeColumn.Lists {
    var starts = [UInt32](repeating: 0, count: rows.count + 1)
    visit(rows) { row, _ in starts[row + 1] += 1 }
    for row in rows.indices { starts[row + 1] += starts[row] }
    var next = starts
    var codes = [UInt32](repeating: 0, count: Int(starts[rows.count]))
    codes.withUnsafeMutableBufferPointer { codes in
      next.withUnsafeMutableBufferPointer { next in
        visit(rows) { row, code in
          codes[Int(next[row])] = code
          next[row] += 1
        }
      }
    }
    return .many(starts: starts, codes: codes)
  }

  /// Calls the body with each code of each row, in the order of arrival.
  @inline(__always)
  private func visit(_ rows: [UInt32], _ body: (_ row: Int, _ code: UInt32) -> Void) {
    rows.withUnsafeBufferPointer { rows in
      for part in parts {
        translations[part.translation].withUnsafeBufferPointer { translation in
          if let single = part.lists.single {
            for index in 0..<min(single.count, rows.count - part.first) {
              let code = Int(single[index])
              if code < translation.count { body(Int(rows[part.first + index]), translation[code]) }
            }
          } else {
            let (codes, ends) = (part.lists.codes, part.lists.ends)
            var position = 0
            for index in 0..<min(ends.count, rows.count - part.first) {
              let row = Int(rows[part.first + index])
              while position < Int(ends[index]) {
                let code = Int(codes[position])
                if code < translation.count { body(row, translation[code]) }
                position += 1
              }
            }
          }
        }
      }
    }
  }
}
