import CBytes
import TimelineModel

/// The records of a segment as they lie in their file, searched there without a copy.
///
/// A needle is folded; what it is looked for in is not. Two bytes of it that stand side by side are looked for with their capitals, and around each place
/// where they stand the bytes are folded one by one and compared. Only ASCII is found so: the fields with other letters are searched folded.
struct RawRecords: Sendable {
  private let records: any RecordText

  init(_ records: any RecordText) { self.records = records }

  /// Calls the body with every record that contains the needle in one of its fields, in rising order.
  func forEachRow(with needle: Needle, _ body: (Int) -> Void) {
    guard let pattern = RawPattern(needle, separator: records.separator) else { return }
    records.withRecords { bytes, starts in
      var row = 0
      var position = 0
      while let hit = pattern.next(in: bytes, from: position) {
        row = Self.row(of: hit, starts, from: row)
        let end = row + 1 < starts.count ? Int(starts[row + 1]) : bytes.count
        let record = Int(starts[row])..<end
        switch pattern.match(at: hit, in: bytes, record) {
        case .no: position = hit + 1
        case .yes:
          body(row)
          position = end
        case .ifInOneField:
          if hasField(with: needle, row) { body(row) }
          position = end
        }
      }
    }
  }

  /// Whether a record contains it.
  func contains(_ needle: Needle, row: Int) -> Bool {
    guard let pattern = RawPattern(needle, separator: records.separator) else { return false }
    return records.withRecords { bytes, starts in
      guard row >= 0, row < starts.count else { return false }
      let end = row + 1 < starts.count ? Int(starts[row + 1]) : bytes.count
      let record = Int(starts[row])..<end
      let whole = UnsafeBufferPointer(rebasing: bytes[..<end])
      var position = record.lowerBound
      while let hit = pattern.next(in: whole, from: position) {
        switch pattern.match(at: hit, in: bytes, record) {
        case .no: position = hit + 1
        case .yes: return true
        case .ifInOneField: return hasField(with: needle, row)
        }
      }
      return false
    }
  }

  /// The record in which a byte lies: the last that begins at or before it. Asked for bytes further and further on.
  private static func row(of byte: Int, _ starts: UnsafeBufferPointer<UInt32>, from row: Int) -> Int {
    var (low, step) = (row, 1)
    while low + step < starts.count, Int(starts[low + step]) <= byte { (low, step) = (low + step, step * 2) }
    var high = min(low + step, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= byte { low = middle } else { high = middle }
    }
    return low
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
private struct RawPattern {
  enum Match {
    case no, yes
    /// It is there, but a byte of it may be what sets two fields apart.
    case ifInOneField
  }

  private let bytes: [UInt8]
  /// Which byte of the needle is looked for, with the one behind it if there is one that is no blank.
  private let anchor: Int
  private let hasPair: Bool
  private let separator: UInt8

  /// Nil for a needle that cannot be found among ASCII.
  init?(_ needle: Needle, separator: UInt8) {
    guard needle.bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    bytes = needle.bytes
    self.separator = separator
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

  /// The next place where the anchor stands.
  func next(in text: UnsafeBufferPointer<UInt8>, from position: Int) -> Int? {
    guard position < text.count, let base = text.baseAddress else { return nil }
    let found = cbytes_find_letters(base + position, text.count - position, bytes[anchor], hasPair ? bytes[anchor + 1] : 0)
    return found < text.count - position ? position + found : nil
  }

  /// Whether the whole needle stands around a place where its anchor does.
  func match(at place: Int, in text: UnsafeBufferPointer<UInt8>, _ record: Range<Int>) -> Match {
    Folding.ascii.withUnsafeBufferPointer { ascii in
      var touchesSeparator = false
      guard matchForward(place, text, record, ascii, &touchesSeparator), matchBackward(place, text, record, ascii, &touchesSeparator) else {
        return bytes.contains(UInt8(ascii: "\"")) ? .ifInOneField : .no
      }
      return touchesSeparator ? .ifInOneField : .yes
    }
  }

  private func matchForward(
    _ place: Int, _ text: UnsafeBufferPointer<UInt8>, _ record: Range<Int>, _ ascii: UnsafeBufferPointer<UInt8>, _ touchesSeparator: inout Bool
  ) -> Bool {
    var index = anchor
    var position = place
    while index < bytes.count {
      guard position < record.upperBound, text[position] < 0x80 else { return false }
      let byte = text[position]
      let form = ascii[Int(byte)]
      position += 1
      // What folds to nothing is passed over, and of several blanks the first counts.
      if form == 0 || form == 0x20 && index > 0 && bytes[index - 1] == 0x20 { continue }
      guard form == bytes[index] else { return false }
      if byte == separator || byte == 0x0A || byte == 0x0D { touchesSeparator = true }
      index += 1
    }
    return true
  }

  private func matchBackward(
    _ place: Int, _ text: UnsafeBufferPointer<UInt8>, _ record: Range<Int>, _ ascii: UnsafeBufferPointer<UInt8>, _ touchesSeparator: inout Bool
  ) -> Bool {
    var index = anchor - 1
    var position = place - 1
    while index >= 0 {
      guard position >= record.lowerBound, text[position] < 0x80 else { return false }
      let byte = text[position]
      let form = ascii[Int(byte)]
      position -= 1
      if form == 0 || form == 0x20 && bytes[index + 1] == 0x20 { continue }
      guard form == bytes[index] else { return false }
      if byte == separator { touchesSeparator = true }
      index -= 1
    }
    return true
  }
}
