import TimelineModel

/// Where a row says that something happened, as `Bridge, Valley, Alder`: the landmark, the province, the country, as much of it as is known.
struct GDELTPlace {
  let id: Identifier
  private let name: String
  private let around: String
  private let latitude: Double?
  private let longitude: Double?
  private let code: String

  /// Nil where the row names no place.
  ///
  /// - Parameters:
  ///   - name: the whole name, as the row has it.
  ///   - code: what the point stands for, by `Geo_Type`.
  init?(name: String, latitude: String, longitude: String, code: String) {
    guard !name.isEmpty else { return nil }
    self.name = name
    self.code = code
    around = name.withBytes { String(decoding: Self.around($0), as: UTF8.self) }
    self.latitude = latitude.decimal.flatMap { abs($0) <= 90 ? $0 : nil }
    self.longitude = longitude.decimal.flatMap { abs($0) <= 180 ? $0 : nil }
    id = PlaceID.text(name, latitude, longitude, code.withBytes(GDELTCodes.trust))
  }

  /// What of a name stands behind its first comma.
  static func around(_ name: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let comma = name.firstIndex(of: UInt8(ascii: ",")) else { return UnsafeBufferPointer(start: nil, count: 0) }
    return ByteText.trimmed(UnsafeBufferPointer(rebasing: name[(comma + 1)...]))
  }

  var place: Place {
    let spot = GDELTCodes.spot(code)
    let isOnMap = latitude != nil && longitude != nil
    return Place(
      id: id, name: name, latitude: isOnMap ? latitude : nil, longitude: isOnMap ? longitude : nil, precision: spot?.precision,
      within: around.isEmpty ? nil : around, extra: spot.map { [ExtraField(name: GDELTColumn.geoType.rawValue, value: $0.words)] } ?? [])
  }

  /// `Valley, Alder` and `Alder`, the innermost first.
  static func placesAround(_ around: String) -> [Place] {
    var places: [Place] = []
    var rest = around
    while !rest.isEmpty {
      let next = rest.withBytes { String(decoding: Self.around($0), as: UTF8.self) }
      places.append(Place(id: rest, name: rest, precision: next.isEmpty ? .country : .region, within: next.isEmpty ? nil : next))
      rest = next
    }
    return places
  }
}
