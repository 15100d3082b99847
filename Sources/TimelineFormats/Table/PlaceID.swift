import TimelineModel

/// The id of a place as rows give it: `name (latitude, longitude; trust)`, as much of it as there is. The same name stands for many places, and the same
/// point for a town, for its surroundings and for a province.
///
///     PlaceID.text("Kabul city", "34.516667", "69.183333", "within 25 km")     // "Kabul city (34.516667, 69.183333; within 25 km)"
///     PlaceID.text("Rami village", "", "", nil)                                // "Rami village"
enum PlaceID {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  static func text(_ name: String, _ latitude: String, _ longitude: String, _ trust: StaticString?) -> Identifier {
    name.withBytes { name in
      latitude.withBytes { latitude in
        longitude.withBytes { longitude in
          withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room(for: name, latitude, longitude, trust)) { room in
            guard let start = room.baseAddress else { return "" }
            return String(decoding: Bytes(start: start, count: write(name, latitude, longitude, trust, to: start)), as: UTF8.self)
          }
        }
      }
    }
  }

  /// How many bytes an id takes at most.
  @inline(__always)
  static func room(for name: Bytes, _ latitude: Bytes, _ longitude: Bytes, _ trust: StaticString?) -> Int {
    name.count + latitude.count + longitude.count + (trust?.utf8CodeUnitCount ?? 0) + 8
  }

  /// Writes an id where there is room for it.
  ///
  /// - Returns: how many bytes it has.
  @inline(__always)
  static func write<Part: PlaceIDPart>(
    _ name: Part, _ latitude: Part, _ longitude: Part, _ trust: StaticString?, to start: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var end = start
    name.write(to: &end)
    if latitude.isEmpty, longitude.isEmpty, trust == nil { return end - start }
    append(UInt8(ascii: " "), &end)
    append(UInt8(ascii: "("), &end)
    latitude.write(to: &end)
    if !latitude.isEmpty, !longitude.isEmpty { appendPair(UInt8(ascii: ","), &end) }
    longitude.write(to: &end)
    if let trust {
      if !latitude.isEmpty || !longitude.isEmpty { appendPair(UInt8(ascii: ";"), &end) }
      Bytes(start: trust.utf8Start, count: trust.utf8CodeUnitCount).write(to: &end)
    }
    append(UInt8(ascii: ")"), &end)
    return end - start
  }

  @inline(__always)
  private static func append(_ byte: UInt8, _ end: inout UnsafeMutablePointer<UInt8>) {
    end.pointee = byte
    end += 1
  }

  @inline(__always)
  private static func appendPair(_ byte: UInt8, _ end: inout UnsafeMutablePointer<UInt8>) {
    append(byte, &end)
    append(UInt8(ascii: " "), &end)
  }
}

/// A field that an id is made of.
protocol PlaceIDPart {
  var isEmpty: Bool { get }
  /// Writes it, and goes on to its end.
  func write(to end: inout UnsafeMutablePointer<UInt8>)
}

extension UnsafeBufferPointer<UInt8>: PlaceIDPart {
  @inline(__always)
  func write(to end: inout UnsafeMutablePointer<UInt8>) {
    guard let baseAddress else { return }
    end.update(from: baseAddress, count: count)
    end += count
  }
}

/// Sixteen bytes at a time: behind such a field one may read on, and there have to be sixteen bytes of room more for each of them.
extension RawField: PlaceIDPart {
  @inline(__always)
  func write(to end: inout UnsafeMutablePointer<UInt8>) {
    var index = 0
    while index < count {
      let sixteen = UnsafeRawPointer(start + index).loadUnaligned(as: SIMD16<UInt8>.self)
      UnsafeMutableRawPointer(end + index).storeBytes(of: sixteen, as: SIMD16<UInt8>.self)
      index &+= 16
    }
    end += count
  }
}

extension RowFiller {
  /// Sets where the row's event happened.
  ///
  /// - Parameter fields: what a `Place` is made of, asked for when the id is new; see ``RowLayout/place(_:)``.
  @inline(__always)
  func setPlace(
    _ name: PlaceID.Bytes, _ latitude: PlaceID.Bytes, _ longitude: PlaceID.Bytes, _ trust: StaticString?, fields: () -> [PlaceID.Bytes]
  ) {
    places.set(place(name, latitude, longitude, trust) { Array(fields().joined(separator: [FilePlaces.separator])) }, of: row)
  }

  /// The number of a place.
  ///
  /// - Parameter note: the fields that a `Place` is made of, with a separator between them.
  @inline(__always)
  func place(_ name: PlaceID.Bytes, _ latitude: PlaceID.Bytes, _ longitude: PlaceID.Bytes, _ trust: StaticString?, note: () -> [UInt8]) -> Int {
    let room = columns.scratch(PlaceID.room(for: name, latitude, longitude, trust))
    let id = PlaceID.Bytes(start: room, count: PlaceID.write(name, latitude, longitude, trust, to: room))
    return places.words.known(id) ?? note().withUnsafeBufferPointer { places.words.add(id, note: $0) }
  }
}
