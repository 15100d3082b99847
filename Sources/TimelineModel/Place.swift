/// Somewhere that events happen, under all its names, old and new.
public struct Place: Hashable, Sendable {
  /// How far the coordinates may be trusted.
  public enum Precision: String, Hashable, Sendable, CaseIterable {
    case exact, town, area, region, country
  }

  public var id: Identifier
  /// The form used in our texts.
  public var name: String
  /// Names by language or by user, all of which find it.
  public var names: [Name]
  /// Degrees north, WGS 84, −90…90.
  public var latitude: Double?
  /// Degrees east, WGS 84, −180…180.
  public var longitude: Double?
  public var precision: Precision?
  /// The place around it.
  public var within: Identifier?
  public var extra: [ExtraField]
  public var location: SourceLocation?

  public init(
    id: Identifier, name: String, names: [Name] = [], latitude: Double? = nil, longitude: Double? = nil, precision: Precision? = nil,
    within: Identifier? = nil, extra: [ExtraField] = [], location: SourceLocation? = nil
  ) {
    self.id = id
    self.name = name
    self.names = names
    self.latitude = latitude
    self.longitude = longitude
    self.precision = precision
    self.within = within
    self.extra = extra
    self.location = location
  }
}
