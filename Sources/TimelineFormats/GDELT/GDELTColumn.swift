/// The columns of GDELT's table of events, in the order of version 2.0. The raw value is the name that the codebook gives; files have no header.
///
/// Source: GDELT Event Database, data format codebook 1.03 (2013) and 2.0 (2015).
enum GDELTColumn: String, KnownColumn {
  case id = "GLOBALEVENTID"
  case day = "SQLDATE"
  case month = "MonthYear"
  case year = "Year"
  case fraction = "FractionDate"
  case actor1Code = "Actor1Code"
  case actor1Name = "Actor1Name"
  case actor1Country = "Actor1CountryCode"
  case actor1Group = "Actor1KnownGroupCode"
  case actor1Ethnic = "Actor1EthnicCode"
  case actor1Religion = "Actor1Religion1Code"
  case actor1Religion2 = "Actor1Religion2Code"
  case actor1Type = "Actor1Type1Code"
  case actor1Type2 = "Actor1Type2Code"
  case actor1Type3 = "Actor1Type3Code"
  case actor2Code = "Actor2Code"
  case actor2Name = "Actor2Name"
  case actor2Country = "Actor2CountryCode"
  case actor2Group = "Actor2KnownGroupCode"
  case actor2Ethnic = "Actor2EthnicCode"
  case actor2Religion = "Actor2Religion1Code"
  case actor2Religion2 = "Actor2Religion2Code"
  case actor2Type = "Actor2Type1Code"
  case actor2Type2 = "Actor2Type2Code"
  case actor2Type3 = "Actor2Type3Code"
  case isRoot = "IsRootEvent"
  case event = "EventCode"
  case base = "EventBaseCode"
  case root = "EventRootCode"
  case quad = "QuadClass"
  case goldstein = "GoldsteinScale"
  case mentions = "NumMentions"
  case sources = "NumSources"
  case articles = "NumArticles"
  case tone = "AvgTone"
  case actor1GeoType = "Actor1Geo_Type"
  case actor1GeoName = "Actor1Geo_FullName"
  case actor1GeoCountry = "Actor1Geo_CountryCode"
  case actor1GeoADM1 = "Actor1Geo_ADM1Code"
  case actor1GeoADM2 = "Actor1Geo_ADM2Code"
  case actor1GeoLatitude = "Actor1Geo_Lat"
  case actor1GeoLongitude = "Actor1Geo_Long"
  case actor1GeoFeature = "Actor1Geo_FeatureID"
  case actor2GeoType = "Actor2Geo_Type"
  case actor2GeoName = "Actor2Geo_FullName"
  case actor2GeoCountry = "Actor2Geo_CountryCode"
  case actor2GeoADM1 = "Actor2Geo_ADM1Code"
  case actor2GeoADM2 = "Actor2Geo_ADM2Code"
  case actor2GeoLatitude = "Actor2Geo_Lat"
  case actor2GeoLongitude = "Actor2Geo_Long"
  case actor2GeoFeature = "Actor2Geo_FeatureID"
  case geoType = "ActionGeo_Type"
  case geoName = "ActionGeo_FullName"
  case geoCountry = "ActionGeo_CountryCode"
  case geoADM1 = "ActionGeo_ADM1Code"
  case geoADM2 = "ActionGeo_ADM2Code"
  case latitude = "ActionGeo_Lat"
  case longitude = "ActionGeo_Long"
  case geoFeature = "ActionGeo_FeatureID"
  case added = "DATEADDED"
  case source = "SOURCEURL"

  static let needed: [GDELTColumn] = [.id, .day, .event, .actor1Name]

  /// Those that only version 2.0 has.
  private static let new: Set<GDELTColumn> = [.actor1GeoADM2, .actor2GeoADM2, .geoADM2]

  /// What version 1.0 had as well.
  static let expected = columns(of: 57) ?? []

  /// The columns of a file without a header, by how many it has: 57 up to March 2013, 58 since, 61 in version 2.0. Nil for any other number.
  static func columns(of count: Int) -> [GDELTColumn]? {
    let first = allCases.filter { !new.contains($0) }
    return [Array(first.dropLast()), first, allCases].first { $0.count == count }
  }

  static let filtered: [GDELTColumn] = [
    .month, .year, .actor1Country, .actor1Group, .actor1Type, .actor2Country, .actor2Group, .actor2Type, .isRoot, .event, .base, .root, .quad, .goldstein,
    .geoType, .geoCountry, .geoADM1,
  ]
}
