/// The columns of ACLED, in the order of the current export. The raw value is the name in the header; those of older exports are among the others.
///
/// Source: ACLED Codebook, 2024; API documentation of acleddata.com.
enum ACLEDColumn: String, KnownColumn {
  case id = "event_id_cnty"
  case date = "event_date"
  case year
  case timePrecision = "time_precision"
  case disorderType = "disorder_type"
  case eventType = "event_type"
  case subEventType = "sub_event_type"
  case actor1
  case associates1 = "assoc_actor_1"
  case inter1
  case actor2
  case associates2 = "assoc_actor_2"
  case inter2
  case interaction
  case civilianTargeting = "civilian_targeting"
  case iso
  case region, country, admin1, admin2, admin3
  case location, latitude, longitude
  case geoPrecision = "geo_precision"
  case source
  case sourceScale = "source_scale"
  case notes, fatalities, tags, timestamp
  // Only in some exports.
  case dataID = "data_id"
  case idWithoutCountry = "event_id_no_cnty"
  case iso3
  case population = "population_best"
  case population1 = "population_1km"
  case population2 = "population_2km"
  case population5 = "population_5km"

  static let needed: [ACLEDColumn] = [.id, .date, .eventType, .actor1, .fatalities]

  static let expected = Array(allCases.prefix { $0 != .dataID })

  static let filtered: [ACLEDColumn] = [
    .year, .timePrecision, .disorderType, .eventType, .subEventType, .inter1, .inter2, .interaction, .civilianTargeting, .region, .country, .admin1,
    .geoPrecision, .sourceScale, .tags,
  ]

  var isList: Bool { [.associates1, .associates2, .source, .tags].contains(self) }
}
