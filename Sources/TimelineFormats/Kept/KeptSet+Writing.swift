import EDTF
import TimelineModel

extension KeptSet {
  /// Writes everything, piece after piece.
  ///
  /// - Parameters:
  ///   - key: what has to be the same when it is read.
  ///   - names: what the files are called, in their order.
  /// - Returns: false, with nothing written, where rows do not lie in records of these files.
  package func write<Failure: Error>(
    key: [UInt8], names: [String], to sink: @escaping (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    var remarks = KeptRemarks()
    (remarks.kinds, remarks.extras, remarks.problems) = (columns.kinds, columns.extras.map(\.name), problems)
    var records: [KeptRecords] = []
    for part in parts {
      guard let decoder = part.decoder as? any KeepsRecords, let file = names.firstIndex(of: decoder.name) else { return false }
      let kept = decoder.records
      guard kept.starts.count == part.rows else { return false }
      records.append(kept)
      remarks.parts.append(
        KeptRemarks.Part(file: file, base: kept.base, end: kept.end, rows: part.rows, textRows: part.textRows.count, oddities: kept.oddities))
    }
    guard columns.links.bearers.isEmpty else { return false }

    var writer = try SectionWriter(sink)
    try writer.add(key)
    try writer.add(remarks.bytes)
    let named = Timeline(id: "", title: "", actors: directory.actors, places: directory.places)
    try writer.add(CompiledTimeline.compile(named, events: [], columns: KeptColumns()))
    try writeFacts(to: &writer)
    try writer.add(records.flatMap(\.starts))
    try writer.add(records.flatMap(\.lines))
    try writer.add(parts.flatMap(\.textRows))
    for lists in [columns.actors, columns.places, columns.sources] + columns.extras.map(\.lists) { try lists.write(to: &writer) }
    try writer.finish()
    return true
  }

  private func writeFacts<Failure>(to writer: inout SectionWriter<Failure>) throws(Failure) {
    try writer.add(columns.earliest)
    try writer.add(columns.latest)
    try writer.add(columns.precision.map(\.rawValue))
    try writer.add(columns.marks)
    try writer.add(columns.kind)
    try writer.add(columns.weight)
    try writer.add(columns.sourceCount)
    try writer.add(columns.killed)
    try writer.add(columns.wounded)
    try writer.add(columns.idHash)
    try writer.add(columns.arrival)
  }
}

extension KeptColumns.Lists {
  fileprivate func write<Failure>(to writer: inout SectionWriter<Failure>) throws(Failure) {
    let sort: KeptSet.Sort =
      switch single {
      case nil: .many
      case .bytes: .bytes
      case .halves: .halves
      case .words: .words
      }
    try writer.add([sort.rawValue, UInt64(ownCount ?? valueCount)])
    switch single {
    case nil: try writer.add(codes)
    case .bytes(let codes): try writer.add(codes)
    case .halves(let codes): try writer.add(codes)
    case .words(let codes): try writer.add(codes)
    }
    try writer.add(single == nil ? starts : [])
    try writer.add(aboveStarts)
    try writer.add(above)
    try KeptWords(values()).write(to: &writer)
  }
}
