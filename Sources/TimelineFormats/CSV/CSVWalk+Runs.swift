import CBytes

extension CSVWalk {
  /// Takes the records that come next, as far as all of them are found by looking ahead, whole, and of so many fields; nil where the next is not. The walk
  /// then stands on none of them, and goes on behind the last.
  ///
  /// - Parameters:
  ///   - end: records that begin here or later are left.
  ///   - most: how many to take at most.
  func takeRun(of columns: Int, before end: Int, atMost most: Int) -> RecordRun? {
    guard let places, let base = bytes.baseAddress, columns > 1, columns <= limits.columns else { return nil }
    guard nextRecord < recordsAhead || lookAhead(), !stretchHasNUL else { return nil }
    let (first, last) = (nextRecord, min(recordsAhead, nextRecord + most))
    let before = places.fields(of: first).first
    var fence = before
    var begin = stretch + Int(places.fences[fence] &+ 1)
    while nextRecord < last, begin < end, places.fields(of: nextRecord).count == columns {
      let lineEnd = stretch + Int(places.fences[fence + columns])
      if lineEnd - begin > limits.recordBytes || bytes.count - lineEnd < RecordRun.slack { break }
      fence += columns
      begin = lineEnd + 1
      nextRecord += 1
    }
    guard nextRecord > first else { return nil }
    position = begin
    nextLine = stretchLine + places.lines(through: nextRecord - 1)
    return RecordRun(base: base + stretch, fences: places.fences + before, columns: columns, count: nextRecord - first, firstRecord: first)
  }

  /// Where a run's base stands in the bytes.
  var runBase: Int { stretch }

  /// The line on which one of the records begins that the walk found by looking ahead last.
  @inline(__always)
  func line(ofRecord record: Int) -> Int { record > 0 ? stretchLine + (places?.lines(through: record - 1) ?? 0) : stretchLine }

  /// Goes back to a record of the run that was taken last.
  func stand(onRecord record: Int) {
    guard let places else { return }
    let (first, fields) = places.fields(of: record)
    let lineEnd = stretch + Int(places.fences[first + fields])
    start = stretch + Int(places.fences[first] &+ 1)
    end = lineEnd > start && bytes[lineEnd - 1] == 0x0D ? lineEnd - 1 : lineEnd
    line = line(ofRecord: record)
    (firstFence, count) = (first, fields)
    memory.forget()
    mayHaveNonASCII = places.firstBeyondASCII(in: start - stretch..<end - stretch) < end - stretch
    (isFoundAhead, isCutOff, sawEnd) = (true, false, false)
  }

  /// Calls the body with the number of each record of a run that has bytes beyond ASCII, and whether all of those are UTF-8.
  func forEachBeyondASCII(of run: RecordRun, _ body: (_ row: Int, _ isText: Bool) -> Void) {
    guard let places, run.count > 0 else { return }
    let last = run.end(of: run.count - 1)
    var (row, from) = (0, places.firstBeyondASCII(in: run.start(of: 0)..<last))
    while from < last {
      while run.end(of: row) < from { row += 1 }
      let end = run.end(of: row)
      var isText = true
      // What lies between is ASCII, which needs no look.
      while isText, from < end {
        let length = cbytes_utf8_sequence(run.base + from, end - from)
        isText = length > 0
        from = places.firstBeyondASCII(in: min(from + length, end)..<end)
      }
      body(row, isText)
      from = places.firstBeyondASCII(in: end..<last)
    }
  }
}
