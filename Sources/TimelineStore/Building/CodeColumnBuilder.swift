import TimelineModel

/// A column of code lists while it grows: the chunks' lists as they came, and what their codes are in the whole store.
///
/// As long as all of them number the words of one source, as the chunks of one file do, their codes are the store's, and no word is looked at.
struct CodeColumnBuilder: Sendable {
  /// The values of the codes; whoever adds some adds them at the end.
  var dictionary: CodeDictionary
  private var parts: [Part] = []
  private var hasLists = false
  /// What the codes of each dictionary that brought any are here; nil where they are the same.
  private var translations: [[UInt32]?] = []
  /// Which translation belongs to a source, held so that no other can come to stand at its address.
  private var sources: [ObjectIdentifier: (number: Int, source: any WordSource)] = [:]

  /// The lists of one chunk.
  private struct Part: Sendable {
    /// The arrival number of its first row.
    let first: Int
    let lists: CodeLists
    let translation: Int
  }

  init(known values: [String] = []) { dictionary = CodeDictionary(distinct: values) }

  /// The source whose words the codes number; nil where there are several, or none.
  var source: (any WordSource)? { dictionary.source }

  /// Takes over a chunk's lists. A code that the chunk's dictionary does not have counts as none.
  ///
  /// - Complexity: O(new values), or O(1) where all chunks are of one source; the lists are looked at when the column is made.
  mutating func append(_ lists: CodeLists, firstArrival: Int) {
    let translation = translation(of: lists.dictionary)
    if lists.isEmpty { return }
    parts.append(Part(first: firstArrival, lists: lists, translation: translation))
    if lists.single == nil { hasLists = true }
  }

  private mutating func translation(of other: CodeDictionary) -> Int {
    guard let source = other.source else {
      // A chunk whose dictionary begins as ours does needs no translation, and then nothing is hashed.
      if parts.isEmpty, dictionary.source == nil, other.values.starts(with: dictionary.values) {
        dictionary = CodeDictionary(distinct: other.values)
        translations.append(nil)
      } else {
        translations.append(codes(for: other.values[...]))
      }
      return translations.count - 1
    }
    let known = sources[ObjectIdentifier(source)]?.number ?? translations.count
    if known == translations.count {
      sources[ObjectIdentifier(source)] = (known, source)
      translations.append(dictionary.count == 0 ? nil : [])
      if dictionary.count == 0 { dictionary = other }
    }
    if let own = dictionary.source, own === source {
      if other.count > dictionary.count { dictionary = other }
    } else {
      // Where it was the only source, it had no words so far.
      let before = translations[known] ?? []
      if before.count < other.count { translations[known] = before + codes(for: other.values[before.count...]) }
    }
    return known
  }

  private mutating func codes(for values: ArraySlice<String>) -> [UInt32] {
    if values.startIndex == 0, values.count == dictionary.count, values.elementsEqual(dictionary.values) { return Array(0..<UInt32(clamping: values.count)) }
    keepTexts()
    return values.map { dictionary.code(for: $0) }
  }

  /// Goes over from the words of one source to texts, which those of others can be told from.
  private mutating func keepTexts() {
    guard let source = dictionary.source, let known = sources[ObjectIdentifier(source)]?.number else { return }
    let values = dictionary.values
    dictionary = CodeDictionary()
    translations[known] = values.map { dictionary.code(for: $0) }
  }

  /// The column in time order.
  ///
  /// - Parameter rows: for each arrival number the row.
  func column(_ rows: [UInt32]) -> CodeColumn { CodeColumn(dictionary, parts.isEmpty ? .none : hasLists ? many(rows) : .single(single(rows))) }

  /// One code a row, in as few bytes as the largest needs.
  private func single(_ rows: [UInt32]) -> PackedCodes {
    switch dictionary.count {
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
    let count = min(codes.count, rows.count - part.first)
    let known = dictionary.count
    codes.withUnsafeBufferPointer { codes in
      rows.withUnsafeBufferPointer { rows in
        column.withUnsafeMutableBufferPointer { column in
          guard let translation = translations[part.translation] else {
            for index in 0..<count where Int(codes[index]) < known { column[Int(rows[part.first + index])] = To(truncatingIfNeeded: codes[index]) }
            return
          }
          translation.withUnsafeBufferPointer { translation in
            for index in 0..<count where Int(codes[index]) < translation.count {
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
    starts.withUnsafeMutableBufferPointer { starts in
      visit(rows) { row, _ in starts[row + 1] += 1 }
      for row in rows.indices { starts[row + 1] += starts[row] }
    }
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
    let known = dictionary.count
    rows.withUnsafeBufferPointer { rows in
      for part in parts {
        let translation = translations[part.translation]
        @inline(__always) func pass(_ row: Int, _ code: UInt32) {
          if let translation {
            if Int(code) < translation.count { body(row, translation[Int(code)]) }
          } else if Int(code) < known {
            body(row, code)
          }
        }
        if let single = part.lists.single {
          for index in 0..<min(single.count, rows.count - part.first) { pass(Int(rows[part.first + index]), single[index]) }
        } else {
          part.lists.codes.withUnsafeBufferPointer { codes in
            part.lists.ends.withUnsafeBufferPointer { ends in
              var position = 0
              for index in 0..<min(ends.count, rows.count - part.first) {
                let row = Int(rows[part.first + index])
                while position < Int(ends[index]) {
                  pass(row, codes[position])
                  position += 1
                }
              }
            }
          }
        }
      }
    }
  }
}
