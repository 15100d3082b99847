import CBytes
import TimelineModel

/// The records of a segment as they lie in their file, searched there without a copy.
///
/// A needle is folded; what it is looked for in is not. Two bytes of it that stand side by side are looked for with their capitals, and around each place
/// where they stand the bytes are folded one by one and compared. Only ASCII is found so: the fields with other letters are searched folded.
struct RawRecords: Sendable {
  private let records: any RecordText

  init(_ records: any RecordText) { self.records = records }

  /// The records that contain the needle in one of their fields, in rising order.
  ///
  /// - Parameter some: the records to look at, in rising order; nil for all of them.
  func rows(with needle: Needle, among some: [UInt32]?) -> [UInt32] {
    guard let pattern = RawPattern(needle, separator: records.separator) else { return [] }
    return records.withRecords { bytes, starts in
      var found = some ?? []
      if some != nil {
        let count = found.withUnsafeMutableBufferPointer { pattern.records(in: bytes, starts, among: $0) }
        found.removeSubrange(count...)
      } else {
        found = [UInt32](unsafeUninitializedCapacity: starts.count) { room, count in count = pattern.records(in: bytes, starts, into: room) }
      }
      // Few are doubtful, if any.
      guard found.contains(where: { $0 & RawPattern.doubtful != 0 }) else { return found }
      return found.compactMap { record in
        let row = record & ~RawPattern.doubtful
        return record == row || hasField(with: needle, Int(row)) ? row : nil
      }
    }
  }

  /// Whether a record contains it.
  func contains(_ needle: Needle, row: Int) -> Bool {
    guard let pattern = RawPattern(needle, separator: records.separator) else { return false }
    return records.withRecords { bytes, starts in
      guard row >= 0, row < starts.count else { return false }
      let end = row + 1 < starts.count ? Int(starts[row + 1]) : bytes.count
      guard let hit = pattern.next(in: UnsafeBufferPointer(rebasing: bytes[Int(starts[row])..<end]), from: 0) else { return false }
      return !hit.isDoubtful || hasField(with: needle, row)
    }
  }

  /// The careful way, for the few needles that may lie across two fields.
  private func hasField(with needle: Needle, _ row: Int) -> Bool {
    var isFound = false
    var folded: [UInt8] = []
    records.forEachField(ofRecord: row) { field in
      guard !isFound else { return }
      folded.removeAll(keepingCapacity: true)
      Folding.append(field, to: &folded)
      isFound = needle.first(in: folded, range: folded.indices) != nil
    }
    return isFound
  }
}

/// A folded needle as it is looked for among bytes that are not folded.
struct RawPattern {
  private let bytes: [UInt8]
  /// Which byte of the needle is looked for, with the one behind it if there is one that is no blank.
  private let anchor: Int
  private let hasPair: Bool
  private let separator: UInt8
  private let way: Int32

  /// Nil for a needle that cannot be found among ASCII.
  ///
  /// - Parameter way: how to look (`cbytes_best_folded_way`): the quickest unless told otherwise; all find the same.
  init?(_ needle: Needle, separator: UInt8, way: Int32 = cbytes_best_folded_way()) {
    guard needle.bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    bytes = needle.bytes
    self.separator = separator
    self.way = way
    // A quote inside a field is written twice, and a blank may be several; neither is a place to begin at.
    let places = needle.bytes.indices.filter { Self.isFirm(needle.bytes[$0]) }
    var best: (place: Int, rarity: Int)?
    for place in places {
      let pair = places.contains(place + 1) ? Needle.commonness(of: needle.bytes[place + 1]) : 255
      let rarity = pair * Needle.commonness(of: needle.bytes[place])
      if best.map({ rarity < $0.rarity }) ?? true { best = (place, rarity) }
    }
    guard let best else { return nil }
    anchor = best.place
    hasPair = places.contains(best.place + 1)
  }

  private static func isFirm(_ byte: UInt8) -> Bool { byte != 0x20 && byte != UInt8(ascii: "\"") }

  /// The next place where the needle stands, or where it may stand across two fields.
  func next(in text: UnsafeBufferPointer<UInt8>, from position: Int) -> (place: Int, isDoubtful: Bool)? {
    guard position < text.count, let base = text.baseAddress else { return nil }
    let hit = withFolded { cbytes_find_folded(way, $0, base, text.count, position) }
    return hit.place < text.count ? (hit.place, hit.is_doubtful != 0) : nil
  }

  /// Set in the number of a record where the needle may stand across two fields.
  static let doubtful: UInt32 = 1 << 31

  /// Writes the numbers of the records with such a place, in rising order.
  ///
  /// - Parameters:
  ///   - starts: where each record begins in the text, in rising order.
  ///   - found: with room for all of them.
  /// - Returns: how many there are.
  func records(in text: UnsafeBufferPointer<UInt8>, _ starts: UnsafeBufferPointer<UInt32>, into found: UnsafeMutableBufferPointer<UInt32>) -> Int {
    guard let base = text.baseAddress, let first = starts.baseAddress, let room = found.baseAddress, found.count >= starts.count else { return 0 }
    return withFolded { cbytes_find_folded_records(way, $0, base, text.count, first, starts.count, room) }
  }

  /// Leaves of some records, whose numbers rise and are all of records that there are, those with such a place.
  ///
  /// - Returns: how many there are.
  func records(
    in text: UnsafeBufferPointer<UInt8>, _ starts: UnsafeBufferPointer<UInt32>, among some: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    guard let base = text.baseAddress, let first = starts.baseAddress, let numbers = some.baseAddress else { return 0 }
    guard some.last.map({ $0 < starts.count }) ?? false else { return 0 }
    return withFolded { cbytes_find_folded_among(way, $0, base, text.count, first, starts.count, numbers, some.count) }
  }

  private func withFolded<Result>(_ body: (UnsafePointer<cbytes_folded>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      Folding.ascii.withUnsafeBufferPointer { forms in
        var needle = cbytes_folded(
          bytes: bytes.baseAddress, length: bytes.count, anchor: anchor, has_pair: hasPair ? 1 : 0, forms: forms.baseAddress, separator: separator)
        return body(&needle)
      }
    }
  }
}
