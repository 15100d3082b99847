import TimelineModel

/// Where an event happened, as a row says it, and the places around it.
struct GEDPlace {
  let name: String
  let id: Identifier
  private let district: String
  private let province: String
  private let country: String
  private let latitude: Double?
  private let longitude: Double?
  private let code: String

  /// Nil where the row names no place at all.
  init?(name: String, district: String, province: String, country: String, latitude: String, longitude: String, precision: String) {
    guard let named = [name, district, province, country].first(where: { !$0.isEmpty }) else { return nil }
    self.name = named
    self.district = district
    self.province = province
    self.country = country
    self.latitude = latitude.decimal.flatMap { abs($0) <= 90 ? $0 : nil }
    self.longitude = longitude.decimal.flatMap { abs($0) <= 180 ? $0 : nil }
    code = precision
    id = PlaceID.text(named, latitude, longitude, precision.withBytes(GEDCodes.trust))
  }

  /// Whether the coordinates are those of a point on Earth.
  var hasCoordinates: Bool { latitude != nil && longitude != nil }

  /// The place itself.
  var place: Place {
    let spot = GEDCodes.spot(code)
    let around = surroundings
    return Place(
      id: id, name: name, latitude: hasCoordinates ? latitude : nil, longitude: hasCoordinates ? longitude : nil, precision: spot?.precision,
      within: around == id ? nil : around, extra: spot.map { [ExtraField(name: "where_prec", value: $0.meaning)] } ?? [])
  }

  /// The id of the innermost place around it that the row names.
  private var surroundings: Identifier? {
    let parts = [province.isEmpty ? "" : district, province, country].filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The places around it, the innermost first: district, province, country.
  var placesAround: [Place] {
    var around: [Place] = []
    if !country.isEmpty { around.append(Place(id: country, name: country, precision: .country)) }
    if !province.isEmpty {
      let id = country.isEmpty ? province : "\(province), \(country)"
      around.append(Place(id: id, name: province, precision: .region, within: around.last?.id))
      if !district.isEmpty { around.append(Place(id: "\(district), \(id)", name: district, precision: .area, within: id)) }
    }
    return around.reversed()
  }
}
