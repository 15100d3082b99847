import SeededRandom
import Testing
import TimelineFormats
import TimelineModel

/// All that a reader gives of a file, in words and not in codes, so that two ways to read it can be compared.
struct ReadRows: Equatable {
  var facts: [RowFacts] = []
  var kinds: [String] = []
  var lists: [[String]] = []
  var events: [Event] = []
  /// The rows that are not ASCII alone.
  var textRows: [Int] = []
  var actors: [Actor] = []
  var places: [Place] = []
  var problems: [Problem] = []

  init(_ format: Format, _ bytes: [UInt8], division: Division, limits: ReadingLimits = .standard, withEvents: Bool = true) {
    guard case .rows(var reader) = format.open(.memory(bytes), name: "a.csv", limits: limits) else { return }
    reader.divide(division)
    while let part = reader.next() { add(part, withEvents) }
    problems = reader.problems
  }

  private mutating func add(_ part: RowReader.Part, _ withEvents: Bool) {
    let chunk = part.chunk
    for actor in chunk.newActors where !actors.contains(where: { $0.id == actor.id }) { actors.append(actor) }
    let known = Set(places.map(\.id))
    for place in chunk.newPlaces where !known.contains(place.id) { places.append(place) }
    textRows += chunk.textRows.map { facts.count + Int($0) }
    let columns = [("actor", chunk.actors), ("place", chunk.places), ("source", chunk.sources)] + chunk.extras.map { ($0.name, $0.lists) }
    let words = columns.map { name, lists in (name, lists.codes.map { lists.dictionary.values[Int($0)] }, lists.ends) }
    for row in 0..<chunk.count {
      var fact = chunk.facts[row]
      kinds.append(chunk.kinds.values[Int(fact.kind)])
      fact.kind = 0
      facts.append(fact)
      lists.append(
        words.flatMap { name, words, ends in
          words[(row > 0 ? Int(ends[row - 1]) : 0)..<Int(ends[row])].map { "\(name)=\($0)" }
        })
      if withEvents { events.append(part.decoder.event(at: row)) }
    }
  }
}

@Suite("A file that is read many rows at once, by several threads")
struct DivisionTests {
  static let headers: [(format: Format, header: String)] = [
    (
      .ged,
      "id,year,type_of_violence,conflict_name,side_a,side_b,number_of_sources,source_office,source_date,source_headline,where_prec,where_coordinates,"
        + "adm_1,deaths_a,deaths_b,latitude,longitude,country,date_prec,date_start,date_end,best,high,low"
    ),
    (.acled, "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,admin1,location,latitude,longitude,fatalities,notes,tags"),
    (.acled, "event_id_cnty,event_date,event_type,actor1,fatalities"),
    (.gdelt, "GLOBALEVENTID,SQLDATE,EventCode,Actor1Name,Actor2Name,QuadClass,ActionGeo_Type,ActionGeo_FullName,ActionGeo_Lat,ActionGeo_Long,SOURCEURL"),
    (.table, "id,date,title,actors,place,killed,mood"),
  ]

  private static func value(of column: String, _ random: inout SeededGenerator) -> String {
    func pick(_ values: [String]) -> String { values[Int.random(in: 0..<values.count, using: &random)] }
    return switch column {
    case "id", "event_id_cnty": pick(["", "7", "\(Int.random(in: 0..<100_000, using: &random))", "\(Int.random(in: 0..<100_000, using: &random))", "Ş1"])
    case "date", "event_date": pick(["1990-05-01", "1990-05-03", "never", "03/04/1990", "1990", "2 May 1990"])
    case "date_start", "date_end": pick(["1990-05-01", "1990-05-03 00:00:00.000", "0025-05-01", "x", "1990-12-31"])
    case "type_of_violence", "date_prec", "where_prec", "time_precision": pick(["1", "1", "2", "3", "4", "9", ""])
    case "year": pick(["1990", "1991", ""])
    case "best", "high", "low", "fatalities", "killed": pick(["0", "1", "12", "-3", "few", "2.0"])
    case "latitude", "longitude": pick(["40.5", "45.25", "400", "", "forty"])
    case "number_of_sources": pick(["1", "2", "-1", "\"3\"", "+4", ""])
    case "source_date":
      pick(["1990-05-01", "1990-05-01;1990-05-02", "39980", "1990-05-01;39980;1990-05-02", " 39980  ;1990-05-01", "\"1990-05-01\"", ";", ""])
    case "deaths_a", "deaths_b": pick(["0", "7", "123456789", "-1", "\"1\"", "x"])
    default:
      pick([
        "Alder", "Birch", "\"Cedar, north\"", "Şuşa", "\"two\nlines\"", "\"say \"\"no\"\"\"", "a;b;a", "", "x\(Int.random(in: 0..<50, using: &random))",
      ])
    }
  }

  private static func text(_ header: String, seed: Int) -> [UInt8] {
    var random = SeededGenerator(seed + 4_000)
    let columns = header.split(separator: ",").map(String.init)
    var text = header + "\n"
    let oddity = seed % 4
    for row in 0..<300 {
      text += columns.map { value(of: $0, &random) }.joined(separator: ",") + (seed % 5 == 0 ? "\r\n" : "\n")
      guard row % 40 == 39 else { continue }
      switch oddity {
      case 1: text += ["\n", "1,2,3\n", "\"\",\"\"\n"][row / 40 % 3]
      case 2: text += ["7,\"open\n", "\"x\" tail,1\n", "a\rb,c\n"][row / 40 % 3]
      case 3: text += ["\u{0},1\n", ",\"long\(String(repeating: "\n,", count: 300))\"\n", "8,9,10,11\n"][row / 40 % 3]
      default: break
      }
    }
    return Array((seed % 7 == 0 ? String(text.dropLast(5)) : text).utf8)
  }

  @Test("gives the same rows to whoever lets them go and forgets their words on the way", arguments: [1, 2])
  func forgetting(lanes: Int) {
    let rows = (0..<40_000).map { "\($0),1990-05-01,e,Alder \($0 % 7),Bridge \($0 % 50),mood \($0),\($0 * 3)\n" }
    let bytes = Array(("id,date,title,actors,place,mood,more\n" + rows.joined()).utf8)
    func words(forgetting: Bool) -> [String: [String]] {
      guard case .rows(var reader) = Format.table.open(.memory(bytes), name: "a.csv") else { return [:] }
      reader.divide(Division(lanes: lanes, stretch: 200_000))
      reader.forgetsWords = forgetting
      var all: [String: [String]] = [:]
      while let part = reader.next() {
        for (name, lists) in part.chunk.extras + [("place", part.chunk.places), ("actor", part.chunk.actors)] {
          let values = lists.dictionary.values
          all[name, default: []] += lists.codes.map { values[Int($0)] }
        }
      }
      return all
    }
    let kept = words(forgetting: false)
    #expect(kept["mood"]?.count == 40_000 && kept["mood"]?.last == "mood 39999" && kept["place"]?.last == "Bridge 49")
    #expect(words(forgetting: true) == kept)
  }

  @Test("gives the same rows, names and problems as one that is read row by row", arguments: 0..<24)
  func sameAsOne(seed: Int) {
    for (format, header) in Self.headers {
      let bytes = Self.text(header, seed: seed)
      let one = ReadRows(format, bytes, division: Division(lanes: 1, stretch: 1, pace: .single))
      #expect(one.facts.count >= 300)
      for division in [Division(lanes: 1, stretch: 1), Division(lanes: 2, stretch: 900), Division(lanes: 3, stretch: 4_000)] {
        let other = ReadRows(format, bytes, division: division)
        #expect(one.facts == other.facts && one.kinds == other.kinds)
        #expect(one.lists == other.lists)
        #expect(one.events == other.events)
        #expect(one.textRows == other.textRows && one.actors == other.actors && one.places == other.places)
        #expect(one.problems == other.problems)
      }
    }
  }

  /// Rows of the whole schema that are nearly always as they should be, so that most of them are filled column by column.
  private static func usualText(seed: Int) -> [UInt8] {
    var random = SeededGenerator(seed + 8_000)
    func pick(_ values: [String]) -> String { values[Int.random(in: 0..<values.count, using: &random)] }
    func rarely(_ odd: [String], _ usual: String) -> String { Int.random(in: 0..<60, using: &random) == 0 ? pick(odd) : usual }
    let columns = GEDColumn.allCases
    var text = columns.map(\.rawValue).joined(separator: ",") + "\n"
    for row in 0..<1_500 {
      let (year, town) = (1_990 + row % 30, Int.random(in: 0..<40, using: &random))
      let start = "\(year)-0\(1 + row % 9)-1\(row % 10)"
      let isLong = row % 7 == 0
      let deaths = Int.random(in: 0..<30, using: &random)
      let sources = row % 3
      text +=
        columns.map { column in
          switch column {
          case .id: rarely(["", "\"12\"", "Ş1", "a1", "1234567890", "1"], String(row))
          case .year: rarely(["", "1980", "\"1990\""], String(year))
          case .typeOfViolence: rarely(["", "4", "\"1\""], pick(["1", "2", "3"]))
          case .datePrecision: rarely(["", "9", "\"1\""], pick(["1", "1", "2", "4", "5"]))
          case .wherePrecision: rarely(["", "8", "\"2\""], pick(["1", "2", "3", "4", "5", "6", "7"]))
          case .eventClarity: rarely(["", "3"], pick(["1", "2"]))
          case .dateStart: rarely(["", "never", "\"\(start)\"", "0025-01-01", "\(start)x"], start + (row % 2 == 0 ? " 00:00:00.000" : ""))
          case .dateEnd: rarely(["", "1989-01-01", "\(start)T12"], isLong ? "\(year)-12-31" : start + (row % 2 == 0 ? " 00:00:00.000" : ""))
          case .sideA: rarely(["", "\"Army, the\"", "Ş\u{301}"], "Government of land \(row / 90)")
          case .sideB: rarely(["", "Government of land \(row / 90)"], "Front \(row / 40)")
          case .whereCoordinates: rarely(["", "\"Ford, old\"", "\"say \"\"no\"\"\"", "T"], "Town of some length \(town)")
          case .latitude: rarely(["", "91", "north", "\"1.5\""], "\(town % 80).\(town)5")
          case .longitude: rarely(["", "-181", "1e1", "\"1.5\""], "-\(town * 4).125")
          case .district: rarely(["\"a, b\""], town % 4 == 0 ? "" : "District \(town / 3)")
          case .province: rarely([""], "Province \(town / 9)")
          case .best: rarely(["", "-1", "many", "\(deaths + 40)"], String(deaths))
          case .low: rarely(["", "\(deaths + 1)"], String(deaths / 2))
          case .high: rarely(["", "123456789", "3.0"], String(deaths + row % 4))
          case .deathsA, .deathsB, .deathsCivilians, .deathsUnknown: rarely(["", "-9", "\"2\"", "00000000001"], String(row % 12))
          case .numberOfSources: rarely(["", "-1", "\"2\""], String(sources))
          case .sourceOffice: rarely(["\"One \"\"of\"\" them;Two\"", " ; ", "A;A"], (0..<sources).map { "Agency \($0 * row % 5)" }.joined(separator: ";"))
          case .sourceDate: rarely(["39980", "1;2"], (0..<sources).map { _ in start }.joined(separator: ";"))
          case .sourceHeadline:
            rarely(["a;b;c", ";", "\" x\""], "\"" + (0..<sources).map { "Town \($0), \"\"quoted\"\"" }.joined(separator: ";") + "\"")
          case .sourceArticle: row % 11 == 0 ? "\"two\nlines of Şuşa\"" : "article"
          default: rarely(["", "\"with, comma\""], "\(column.rawValue) \(row / 25)")
          }
        }.joined(separator: ",") + (seed % 3 == 0 ? "\r\n" : "\n")
      if seed % 4 == 1, row % 211 == 210 { text += ["\n", "1,2\n", "\"open\n"][row % 3] }
    }
    return Array(text.utf8) + (seed % 4 == 2 ? [0x31, 0xFF, 0x2C, 0x0A] : [])
  }

  @Test("gives of usual rows what they give one by one, whatever is odd about some of them", arguments: 0..<8)
  func usualRows(seed: Int) {
    let bytes = Self.usualText(seed: seed)
    let one = ReadRows(.ged, bytes, division: Division(lanes: 1, stretch: 1, pace: .single))
    #expect(one.facts.count >= 1_500 && one.problems.count > 50 && one.places.count > 100)
    for division in [Division(lanes: 1, stretch: 1), Division(lanes: 2, stretch: 90_000)] {
      let other = ReadRows(.ged, bytes, division: division)
      #expect(zip(one.facts, other.facts).first { $0 != $1 }.map { "\($0) \($1)" } == nil && one.kinds == other.kinds)
      #expect(zip(one.lists, other.lists).first { $0 != $1 }.map { "\($0) \($1)" } == nil)
      #expect(one.events == other.events && one.textRows == other.textRows)
      #expect(one.actors == other.actors && one.places == other.places)
      #expect(one.problems == other.problems)
    }
  }

  @Test("says of many faults what one thread would say of them")
  func manyProblems() {
    let rows = (0..<900).map { row in "\(row % 300),\(row % 2 == 0 ? "never" : "1990"),\(row % 3 == 0 ? "" : "x")\(row % 5 == 0 ? ",more" : "")\n" }
    let bytes = Array(("id,date,title\n" + rows.joined()).utf8)
    let limits = ReadingLimits(problems: 150)
    let one = ReadRows(.table, bytes, division: Division(lanes: 1, stretch: 1), limits: limits)
    let other = ReadRows(.table, bytes, division: Division(lanes: 2, stretch: 700), limits: limits)
    #expect(one.problems == other.problems)
    #expect(one.problems.count { !$0.what.contains("more row") } == 150)
    // They begin behind those that are listed.
    #expect(one.problems.contains { $0.what.hasPrefix("600 more rows have the problem duplicate-id") })
  }
}
