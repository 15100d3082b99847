import CBytes
import EDTF
import TimelineModel

/// Many rows at once, column after column: each loop does one thing, and what it needs stays in registers. What is odd about a row, or just unusual, is left
/// to the careful reading of that row, so that these loops need to know nothing but the usual form of each value.
extension GEDSchema {
  var fillsRuns: Bool { GEDColumn.needed.allSatisfy { layout[$0] >= 0 } }

  func fill(_ filler: inout RowFiller, _ run: RecordRun, _ memory: CSVMemory, _ doubts: UnsafeMutablePointer<RowDoubts>) {
    let (facts, row) = (filler.columns.facts + filler.row, filler.row)
    fillKinds(facts, filler.kinds, run, memory)
    fillIDs(facts, run, doubts)
    fillDates(facts, run, doubts)
    fillTolls(facts, run, doubts)
    fillActors(filler.actors, from: row, run, memory)
    fillPlaces(filler, run, memory, doubts)
    fillSources(facts, filler.sources, from: row, run, memory, doubts)
    for (position, column) in filtered { filler.fillExtra(column, run, position, memory) }
  }

  func look(at doubts: RowDoubts, _ filler: inout RowFiller, from walk: borrowing CSVWalk) {
    let fields = walk.fields
    var row = filler.columns.facts[filler.row]
    if doubts.contains(.id) { fillID(&row, &filler, walk, fields) }
    if doubts.contains(.date) { fillDate(&row, &filler, walk, fields) }
    if doubts.contains(.place), !areDegrees(fields[at.latitude], fields[at.longitude]) { checkPlace(&filler, walk) }
    if doubts.contains(.toll) { fillToll(&row, &filler, walk, fields) }
    if doubts.contains(.sources) { checkSources(ByteText.integer(fields[at.sources]), fields[at.sourceDate], &filler, walk) }
    filler.columns.facts[filler.row] = row
  }

  /// Every row begins as one that says nothing but its kind.
  @inline(never)
  private func fillKinds(_ facts: UnsafeMutablePointer<RowFacts>, _ kinds: WordColumn, _ run: RecordRun, _ memory: CSVMemory) {
    var cursor = WordCursor(kinds.words, run, memory)
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var row = RowFacts.nothing
    run.forEach(at.violence) { index, field in
      let code = cursor.code(field)
      // The kind of a row that names none is the empty word.
      row.kind = code == PackedCodes.none ? UInt32(truncatingIfNeeded: kinds.words.number(nothing)) : code
      facts[index] = row
    }
  }

  @inline(never)
  private func fillIDs(_ facts: UnsafeMutablePointer<RowFacts>, _ run: RecordRun, _ doubts: UnsafeMutablePointer<RowDoubts>) {
    run.forEach(at.id) { index, field in
      guard field.number >= 0 else {
        doubts[index].insert(.id)
        return
      }
      facts[index].idHash = RowFacts.hash(ofID: field.bytes)
    }
  }

  @inline(never)
  private func fillDates(_ facts: UnsafeMutablePointer<RowFacts>, _ run: RecordRun, _ doubts: UnsafeMutablePointer<RowDoubts>) {
    for index in 0..<run.count {
      let (start, end, code) = (run.field(index, at.start), run.field(index, at.end), run.field(index, at.datePrecision))
      guard let first = GEDDate.day(start), let last = start == end ? first : GEDDate.day(end), first >= GEDDate.firstPossible, first <= last,
        areUsual(index, run, year: start.head), code.isCode(upTo: UInt8(ascii: "5"))
      else {
        doubts[index].insert(.date)
        continue
      }
      let row = facts + index
      row.pointee.earliest = RowFacts.column(first)
      row.pointee.latest = RowFacts.column(last)
      row.pointee.precision = first == last ? .day : GEDDate(precision: code.start[0], from: first, through: last).precision
      row.pointee.marks = .dated
    }
  }

  /// Whether the year is that of the first day and the codes of a row are those of the codebook.
  @inline(__always)
  private func areUsual(_ index: Int, _ run: RecordRun, year: UInt64) -> Bool {
    let stated = run.field(index, at.year)
    return (at.year < 0 || stated.count == 4 && stated.head == year & 0xFFFF_FFFF) && run.field(index, at.violence).isCode(upTo: UInt8(ascii: "3"))
      && (at.spot < 0 || run.field(index, at.spot).isCode(upTo: UInt8(ascii: "7")))
      && (at.clarity < 0 || run.field(index, at.clarity).isCode(upTo: UInt8(ascii: "2")))
  }

  @inline(never)
  private func fillTolls(_ facts: UnsafeMutablePointer<RowFacts>, _ run: RecordRun, _ doubts: UnsafeMutablePointer<RowDoubts>) {
    let parts = [at.deathsA, at.deathsB, at.deathsCivilians, at.deathsUnknown].filter { $0 >= 0 }
    for index in 0..<run.count {
      let (best, low, high) = (run.field(index, at.best).number, run.field(index, at.low).number, run.field(index, at.high).number)
      // No number is -1, which is less than any.
      guard low >= 0, low <= best, best <= high else {
        doubts[index].insert(.toll)
        continue
      }
      facts[index].killed = PackedFigure(low: Int32(clamping: low), best: Int32(clamping: best), high: Int32(clamping: high))
      facts[index].marks.insert(.hasCasualties)
    }
    for part in parts {
      run.forEach(part) { index, field in
        if field.number < 0 { doubts[index].insert(.toll) }
      }
    }
  }

  @inline(never)
  private func fillActors(_ actors: WordListColumn, from row: Int, _ run: RecordRun, _ memory: CSVMemory) {
    // Side by side, so that they are numbered in the order in which the file has them.
    var (sideA, sideB) = (WordCursor(actors.words, run, memory), WordCursor(actors.words, run, memory))
    for index in 0..<run.count {
      let one = sideA.code(run.field(index, at.sideA))
      let other = sideB.code(run.field(index, at.sideB))
      if one != PackedCodes.none { actors.add(Int(one), to: row + index) }
      if other != PackedCodes.none { actors.add(Int(other), to: row + index) }
    }
  }

  @inline(never)
  private func fillPlaces(_ filler: RowFiller, _ run: RecordRun, _ memory: CSVMemory, _ doubts: UnsafeMutablePointer<RowDoubts>) {
    let (codes, words, recent) = (filler.places.codes(from: filler.row), filler.places.words, filler.columns.recentPlaces)
    var all = PackedCodes.none
    for index in 0..<run.count {
      let (name, latitude, longitude) = (run.field(index, at.place), run.field(index, at.latitude), run.field(index, at.longitude))
      let spot = run.field(index, at.spot)
      let trust = GEDCodes.trustNumber(spot.bytes)
      if !spot.isQuoted, let number = recent.number(name, latitude, longitude, trust: trust) {
        codes[index] = number
        all = 0
        continue
      }
      if name.isEmpty || name.isQuoted || latitude.isEmpty || latitude.isQuoted || longitude.isEmpty || longitude.isQuoted || spot.isQuoted {
        codes[index] = unusualPlace(filler, index, run, memory)
        all &= codes[index]
      } else {
        let number = place(name, latitude, longitude, index, filler.columns, words, run, memory)
        codes[index] = UInt32(truncatingIfNeeded: number)
        all = 0
        // What stands there is on the map, so its degrees need no second look.
        if areDegrees(latitude.bytes, longitude.bytes) {
          recent.note(number, name, latitude, longitude, trust: trust, words)
          continue
        }
      }
      if at.latitude >= 0, !areDegrees(latitude.bytes, longitude.bytes) { doubts[index].insert(.place) }
    }
    if all != PackedCodes.none { filler.places.noteSome() }
  }

  /// The number of a place by its id, noted with what tells it where it is new.
  @inline(never)
  private func place(
    _ name: RawField, _ latitude: RawField, _ longitude: RawField, _ index: Int, _ columns: LaneColumns, _ words: Words, _ run: RecordRun,
    _ memory: CSVMemory
  ) -> Int {
    let trust = GEDCodes.trust(run.field(index, at.spot).bytes)
    let room = columns.scratch(PlaceID.room(for: name.bytes, latitude.bytes, longitude.bytes, trust) + RecordRun.slack)
    let id = PlaceID.Bytes(start: room, count: PlaceID.write(name, latitude, longitude, trust, to: room))
    return words.known(id) ?? noteOfPlace(index, run, memory).withUnsafeBufferPointer { words.add(id, note: $0) }
  }

  /// What tells a place: the fields that ``GEDLayout/place(_:)`` is asked with.
  private func noteOfPlace(_ index: Int, _ run: RecordRun, _ memory: CSVMemory) -> [UInt8] {
    var note: [UInt8] = []
    note.reserveCapacity(at.note.reduce(at.note.count) { $0 + run.field(index, $1).count })
    for (number, column) in at.note.enumerated() {
      if number > 0 { note.append(FilePlaces.separator) }
      memory.forget()
      note.append(contentsOf: RecordRun.text(of: run.field(index, column), memory))
    }
    return note
  }

  private func text(of field: RawField, _ memory: CSVMemory) -> [UInt8] {
    memory.forget()
    return Array(RecordRun.text(of: field, memory))
  }

  /// A place whose fields are not as they stand, or that is called by what lies around it.
  @inline(never)
  private func unusualPlace(_ filler: RowFiller, _ index: Int, _ run: RecordRun, _ memory: CSVMemory) -> UInt32 {
    let names = [at.place, at.district, at.province, at.country].lazy.map { text(of: run.field(index, $0), memory) }
    guard let name = names.first(where: { !$0.isEmpty }) else { return PackedCodes.none }
    let (latitude, longitude) = (text(of: run.field(index, at.latitude), memory), text(of: run.field(index, at.longitude), memory))
    let spot = text(of: run.field(index, at.spot), memory)
    return name.withUnsafeBufferPointer { name in
      latitude.withUnsafeBufferPointer { latitude in
        longitude.withUnsafeBufferPointer { longitude in
          spot.withUnsafeBufferPointer { spot in
            UInt32(truncatingIfNeeded: filler.place(name, latitude, longitude, GEDCodes.trust(spot)) { noteOfPlace(index, run, memory) })
          }
        }
      }
    }
  }

  @inline(never)
  private func fillSources(
    _ facts: UnsafeMutablePointer<RowFacts>, _ sources: WordListColumn, from row: Int, _ run: RecordRun, _ memory: CSVMemory,
    _ doubts: UnsafeMutablePointer<RowDoubts>
  ) {
    for index in 0..<run.count {
      let offices = run.field(index, at.office)
      var outlets = 0
      if !offices.isEmpty { outlets = addOutlets(offices, to: row + index, sources, memory) }
      let stated = run.field(index, at.sources)
      let counted = stated.number >= 0 ? stated.number : ByteText.integer(text(of: stated, memory))
      facts[index].sourceCount = UInt16(clamping: counted.map { $0 < 0 ? outlets : $0 } ?? outlets)
      let dates = run.field(index, at.sourceDate)
      if counted ?? 0 < 0 || !dates.isEmpty && !GEDSources.areWritten(dates.inner) { doubts[index].insert(.sources) }
      if outlets > 0, !dates.isEmpty, GEDSources.haveAccounts(offices: offices.inner, dates: dates.inner, headlines: run.field(index, at.headline).inner) {
        facts[index].marks.insert(.hasAccounts)
      }
    }
  }

  /// Adds the outlets between semicolons to a row's list.
  ///
  /// - Returns: how many there are, each as often as it stands there.
  @inline(__always)
  private func addOutlets(_ offices: RawField, to row: Int, _ sources: WordListColumn, _ memory: CSVMemory) -> Int {
    let inner = offices.inner
    if offices.isQuoted, ByteText.contains(UInt8(ascii: "\""), inner.bytes) { return addUnquoted(offices, to: row, sources, memory) }
    var (outlets, first) = (0, 0)
    while first <= inner.count {
      let last = inner.place(of: UInt8(ascii: ";"), from: first)
      let piece = inner.trimmed(first, last)
      if !piece.isEmpty {
        sources.add(sources.words.number(of: piece), to: row)
        outlets += 1
      }
      first = last + 1
    }
    return outlets
  }

  @inline(never)
  private func addUnquoted(_ offices: RawField, to row: Int, _ sources: WordListColumn, _ memory: CSVMemory) -> Int {
    memory.forget()
    var outlets = 0
    ByteText.forEachPiece(RecordRun.text(of: offices, memory)) { piece in
      sources.add(piece, to: row)
      outlets += 1
    }
    return outlets
  }
}

extension ByteText {
  static func integer(_ bytes: [UInt8]) -> Int? { bytes.withUnsafeBufferPointer { integer($0) } }
}

extension GEDSources {
  /// Whether each of these dates is of ten letters, as `2014-01-31` is: none can then be a number as spreadsheets count days.
  @inline(__always)
  static func areWritten(_ dates: RawField) -> Bool {
    guard dates.count % 11 == 10 else { return false }
    var first = 0
    while first < dates.count {
      if RawField.isBlank(dates.start[first]) || RawField.isBlank(dates.start[first + 9]) { return false }
      if dates.place(of: UInt8(ascii: ";"), from: first) != first + 10 { return false }
      first += 11
    }
    return true
  }

  /// Whether ``accounts(offices:dates:headlines:)`` gives any, told by what stands between the quotes: a quote that is doubled there neither sets pieces apart
  /// nor leaves one empty.
  @inline(__always)
  static func haveAccounts(offices: RawField, dates: RawField, headlines: RawField) -> Bool {
    guard !offices.isEmpty, !dates.isEmpty, !headlines.isEmpty else { return false }
    let count = pieces(offices)
    guard count == pieces(dates), count == pieces(headlines) else { return false }
    // Nearly always the first of each says something.
    if !isGap(offices.start[0]), !isGap(headlines.start[0]) { return true }
    return haveAccounts(offices: offices.bytes, dates: dates.bytes, headlines: headlines.bytes)
  }

  @inline(__always)
  private static func isGap(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ";") || RawField.isBlank(byte) }

  @inline(__always)
  private static func pieces(_ field: RawField) -> Int { cbytes_count(field.start, field.count, UInt8(ascii: ";")) }
}

extension RowFacts {
  /// A row of which nothing is known.
  static let nothing = RowFacts(
    earliest: openStart, latest: openEnd, precision: .span, kind: 0, weight: noWeight, marks: [], sourceCount: 0, killed: .absent, wounded: .absent, idHash: 0)
}
