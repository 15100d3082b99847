import TimelineModel

/// The places that a lane met lately, found by name and point as the file has them: most rows name one of them, and then its id need not be put together.
///
/// ```
/// entry      where the id of one place stands, and how long its parts are      "Kabul city (34.516667, 69.183333; within 25 km)"
/// numbers    one for each way in which the point may be trusted                –  17  –  204  –  –  –  –
/// ```
/// Places that come to the same entry put one another out.
struct RecentPlaces {
  private struct Entry {
    var id: UnsafePointer<UInt8>?
    var name: UInt16 = 0
    var latitude: UInt16 = 0
    var longitude: UInt16 = 0
    /// One for each sort of trust.
    var numbers = SIMD8<UInt32>(repeating: PackedCodes.none)
  }

  private let entries: UnsafeMutablePointer<Entry>
  private static let bits: UInt64 = 14

  init() {
    let count = 1 << Int(Self.bits)
    entries = .allocate(capacity: count)
    entries.initialize(repeating: Entry(), count: count)
  }

  func free() { entries.deallocate() }

  /// The number of a place whose fields have no quotes; nil where it is not among those, or was not met with this trust.
  ///
  /// - Parameter trust: the number of its sort, from 0 to 7.
  @inline(__always)
  func number(_ name: RawField, _ latitude: RawField, _ longitude: RawField, trust: Int) -> UInt32? {
    let place = Self.place(name, latitude, longitude)
    let entry = entries + place
    guard let id = entry.pointee.id, Int(entry.pointee.name) == name.count, Int(entry.pointee.latitude) == latitude.count,
      Int(entry.pointee.longitude) == longitude.count
    else { return nil }
    // `name (latitude, longitude`
    let (second, third) = (name.count &+ 2, name.count &+ latitude.count &+ 4)
    guard RawField(id, count: name.count) == name, RawField(id + second, count: latitude.count) == latitude,
      RawField(id + third, count: longitude.count) == longitude
    else { return nil }
    let number = entry.pointee.numbers[trust]
    return number == PackedCodes.none ? nil : number
  }

  /// Notes a place under whose number its id stands.
  func note(_ number: Int, _ name: RawField, _ latitude: RawField, _ longitude: RawField, trust: Int, _ words: Words) {
    guard !name.isEmpty, !latitude.isEmpty, !longitude.isEmpty, let id = words.bytes(number).baseAddress, let lengths = Self.lengths(name, latitude, longitude)
    else { return }
    // An id that is not UTF-8 stands there as it is shown.
    guard RawField(id, count: name.count) == name, RawField(id + name.count + 2, count: latitude.count) == latitude,
      RawField(id + name.count + latitude.count + 4, count: longitude.count) == longitude
    else { return }
    let place = Self.place(name, latitude, longitude)
    if self.number(name, latitude, longitude, trust: trust) == nil, !isSamePoint(place, id, lengths) {
      entries[place] = Entry(id: id, name: lengths.0, latitude: lengths.1, longitude: lengths.2)
    }
    entries[place].numbers[trust] = UInt32(truncatingIfNeeded: number)
  }

  private static func lengths(_ name: RawField, _ latitude: RawField, _ longitude: RawField) -> (UInt16, UInt16, UInt16)? {
    guard let one = UInt16(exactly: name.count), let two = UInt16(exactly: latitude.count), let three = UInt16(exactly: longitude.count) else { return nil }
    return (one, two, three)
  }

  /// Whether an entry is of the place and point with which an id begins.
  private func isSamePoint(_ place: Int, _ id: UnsafePointer<UInt8>, _ lengths: (UInt16, UInt16, UInt16)) -> Bool {
    let entry = entries[place]
    guard let known = entry.id, (entry.name, entry.latitude, entry.longitude) == lengths else { return false }
    let count = Int(lengths.0) + Int(lengths.1) + Int(lengths.2) + 4
    return RawField(known, count: count) == RawField(id, count: count)
  }

  @inline(__always)
  private static func place(_ name: RawField, _ latitude: RawField, _ longitude: RawField) -> Int {
    let (one, two, three) = (Edges(name), Edges(latitude), Edges(longitude))
    let mixed =
      ((one.head &+ UInt64(truncatingIfNeeded: name.count)) &* 0x9E37_79B9_7F4A_7C15) ^ (one.tail &* 0xC2B2_AE3D_27D4_EB4F)
      ^ ((two.tail &+ two.head) &* 0x1656_67B1_9E37_79F9) ^ ((three.tail &+ three.head) &* 0x27D4_EB2F_1656_67C5)
    return Int(truncatingIfNeeded: ((mixed ^ mixed >> 32) &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
  }
}
