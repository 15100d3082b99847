/// The columns of the UCDP Georeferenced Event Dataset, in the order of version 25.1. The raw value is the name in the header.
///
/// Source: UCDP GED Codebook, version 25.1.
package enum GEDColumn: String, CaseIterable, Sendable, KnownColumn {
  case id, relid, year
  case activeYear = "active_year"
  case codeStatus = "code_status"
  case typeOfViolence = "type_of_violence"
  case conflictDatasetID = "conflict_dset_id"
  case conflictID = "conflict_new_id"
  case conflictName = "conflict_name"
  case dyadDatasetID = "dyad_dset_id"
  case dyadID = "dyad_new_id"
  case dyadName = "dyad_name"
  case sideADatasetID = "side_a_dset_id"
  case sideAID = "side_a_new_id"
  case sideA = "side_a"
  case sideBDatasetID = "side_b_dset_id"
  case sideBID = "side_b_new_id"
  case sideB = "side_b"
  case numberOfSources = "number_of_sources"
  case sourceArticle = "source_article"
  case sourceOffice = "source_office"
  case sourceDate = "source_date"
  case sourceHeadline = "source_headline"
  case sourceOriginal = "source_original"
  case wherePrecision = "where_prec"
  case whereCoordinates = "where_coordinates"
  case whereDescription = "where_description"
  case province = "adm_1"
  case district = "adm_2"
  case latitude, longitude
  case geometry = "geom_wkt"
  case gridCell = "priogrid_gid"
  case country
  case countryID = "country_id"
  case region
  case eventClarity = "event_clarity"
  case datePrecision = "date_prec"
  case dateStart = "date_start"
  case dateEnd = "date_end"
  case deathsA = "deaths_a"
  case deathsB = "deaths_b"
  case deathsCivilians = "deaths_civilians"
  case deathsUnknown = "deaths_unknown"
  case best, high, low
  case gwnoA = "gwnoa"
  case gwnoB = "gwnob"

  /// Names that versions before 18 used for the same thing.
  var formerNames: [String] {
    switch self {
    case .conflictID: ["conflict_id"]
    case .dyadID: ["dyad_id"]
    case .sideAID: ["side_a_id"]
    case .sideBID: ["side_b_id"]
    case .best: ["best_est", "deaths_best"]
    case .high: ["high_est", "deaths_high"]
    case .low: ["low_est", "deaths_low"]
    default: []
    }
  }

  /// Every version has had these.
  static let needed: [GEDColumn] = [.id, .typeOfViolence, .sideA, .sideB, .datePrecision, .dateStart, .dateEnd, .best]

  static let filtered: [GEDColumn] = [
    .year, .activeYear, .codeStatus, .typeOfViolence, .conflictID, .conflictName, .dyadID, .dyadName, .wherePrecision, .province, .country, .region,
    .eventClarity, .datePrecision,
  ]
}
