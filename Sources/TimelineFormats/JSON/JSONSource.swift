import TimelineModel

/// The bytes of a JSON file, without a mark before them, and the way from an offset to a line and a column.
struct JSONSource {
  private let name: String
  private let bytes: [UInt8]
  private let start: Int
  /// Where each line begins.
  private let lines: [Int]
  /// What is odd about the bytes themselves.
  let problems: [Problem]

  init(_ input: InputFile) {
    name = input.name
    bytes = input.bytes
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    start = hasMark ? 3 : 0
    // The mark takes no column.
    var lines = [start]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { lines.append(offset + 1) }
    self.lines = lines
    var problems: [Problem] = []
    if hasMark {
      problems.append(
        Problem(
          .warning, at: SourceLocation(file: name, line: 1, column: 1), code: "byte-order-mark", "The file begins with a byte order mark",
          remedy: "Save it as UTF-8 without one; it was skipped"))
    }
    if let offset = bytes.withUnsafeBufferPointer({ UTF8Check.firstInvalid(in: $0) }), !TableHead.isUTF16(bytes) {
      problems.append(
        Problem(
          .error, at: Self.location(of: offset, in: bytes, lines, name), code: "invalid-utf8", "The bytes here are not UTF-8",
          remedy: "They are shown as \u{FFFD}; save the file as UTF-8"))
    }
    self.problems = problems
  }

  /// Whether the whole file is one value: its first line does not close what it opens.
  var isDocument: Bool {
    guard let first = lineRanges.first else { return true }
    return (try? JSONParser.parse(bytes[first])) == nil || lineRanges.count == 1 && bytes[first].starts(with: "{\"format\"".utf8)
  }

  /// The lines that are not empty.
  var lineRanges: [Range<Int>] {
    lines.indices.compactMap { line in
      let begin = max(lines[line], start)
      let end = line + 1 < lines.count ? lines[line + 1] - 1 : bytes.count
      return bytes[begin..<max(begin, end)].contains { $0 > 0x20 } ? begin..<end : nil
    }
  }

  /// The value in one line; nil, with a problem, where it is no JSON.
  func parse(_ line: Range<Int>, limits: ReadingLimits, reportingTo report: (Problem) -> Void) -> JSONNode? {
    guard line.count <= limits.recordBytes else {
      report(
        problem(
          .error, at: line.lowerBound, "row-too-long", "This line is longer than the \(limits.recordBytes) bytes that are read of one",
          remedy: "It was left out"))
      return nil
    }
    do throws(JSONError) {
      let node = try JSONParser.parse(bytes[line], limits: limits)
      reportRepeatedKeys(node, limits, report)
      return node
    } catch {
      report(problem(.error, at: error.offset, error.code, error.what, remedy: error.remedy ?? "The line was left out"))
      return nil
    }
  }

  /// The value in the file; nil, with a problem, where it is no JSON.
  func parse(limits: ReadingLimits, reportingTo report: (Problem) -> Void) -> JSONNode? {
    guard !TableHead.isUTF16(bytes) else {
      report(problem(.error, at: 0, "utf-16", "The file is UTF-16", remedy: "Save it as UTF-8; nothing of it was read"))
      return nil
    }
    guard bytes.count <= limits.fileBytes else {
      report(
        problem(
          .error, at: 0, "file-too-large", "The file has \(bytes.count) bytes and at most \(limits.fileBytes) are read", remedy: "Nothing of it was read"))
      return nil
    }
    do throws(JSONError) {
      let node = try JSONParser.parse(bytes[start...], limits: limits)
      reportRepeatedKeys(node, limits, report)
      return node
    } catch {
      report(problem(.error, at: error.offset, error.code, error.what, remedy: error.remedy ?? "Nothing of the file was read"))
      return nil
    }
  }

  func location(of offset: Int) -> SourceLocation { Self.location(of: offset, in: bytes, lines, name) }

  /// - Complexity: O(log lines + length of the line up to 64 KB).
  private static func location(of offset: Int, in bytes: [UInt8], _ lines: [Int], _ name: String) -> SourceLocation {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle] <= offset { low = middle } else { high = middle }
    }
    let column = bytes.withUnsafeBufferPointer { UTF8Check.column(of: min(max(offset, lines[low]), bytes.count), in: $0, lineStart: lines[low]) }
    return SourceLocation(file: name, line: low + 1, column: column)
  }

  func problem(_ severity: Problem.Severity, at offset: Int, _ code: String, _ what: String, remedy: String? = nil) -> Problem {
    Problem(severity, at: location(of: offset), code: code, what, remedy: remedy)
  }

  /// Reports each key that an object has twice, in the value and in all that is in it.
  ///
  /// The place of a key is dear on a long line; of those that will not be listed any more it is that of the whole value.
  private func reportRepeatedKeys(_ root: JSONNode, _ limits: ReadingLimits, _ report: (Problem) -> Void) {
    var (waiting, found) = ([root], 0)
    while let node = waiting.popLast() {
      var seen: Set<String> = []
      for member in node.members where !seen.insert(member.key).inserted {
        found += 1
        report(
          problem(
            .warning, at: found > limits.problems ? root.offset : member.offset, "duplicate-key",
            "The key \(member.key.debugDescription) stands here for the second time", remedy: "The first one counts"))
      }
      waiting += node.items.reversed()
      waiting += node.members.reversed().map(\.value)
    }
  }
}
