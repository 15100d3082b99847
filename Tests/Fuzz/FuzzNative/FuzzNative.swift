import FuzzReading
import Fuzzing
import TimelineFormats
import TimelineModel
import TimelineStore

/// Curated timelines, and a reader's own settings in the same subset of YAML. A timeline that could be read is compiled, and must be the same then.
enum FuzzNative: FuzzTarget {
  static func test(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = Array(bytes)
    let lines = LineLengths(text)
    let limits = bytes.count % 3 == 0 ? ReadingLimits(fieldBytes: 40, depth: 6, keyBytes: 12, problems: 10) : .standard
    let result = NativeFormat.read([InputFile(name: "timeline.yaml", bytes: text)], limits: limits)
    checkProblems(result.problems, in: "timeline.yaml", lines)
    demand(result.problems.map(\.location) == result.problems.map(\.location).sorted(), "the problems are not in order")
    checkStore(EventStore(result.timeline))
    checkCompiled(result.timeline)
    if bytes.count % 4 == 1 { checkWriting(of: result.timeline.events, in: Directory(result.timeline), result.timeline) }
    let settings = SettingsFile(text, name: "config")
    checkProblems(settings.problems, in: "config", lines)
    demand(settings.entries.allSatisfy { $0.location.file == "config" && lines.contains($0.location) }, "a setting outside of its file")
  }

  /// All that other programs are told of events. Where the parts of an event stood is not compiled.
  private static func lines(_ events: [Event], _ directory: Directory) -> [UInt8] {
    var writer = OutputFormat.jsonl.writer()
    for event in events { writer.write(event, in: directory) }
    return writer.drain()
  }

  private static func checkCompiled(_ timeline: Timeline) {
    let store = EventStore(timeline)
    let events = store.all.rows(0..<store.count).map { store.event(at: $0) }
    CompiledTimeline.compile(timeline, events: events, columns: store.kept).withUnsafeBytes { bytes in
      guard let compiled = CompiledTimeline(CompiledBytes(staticBytes: bytes)) else { return demand(false, "what was compiled does not open") }
      demand(compiled.count == events.count, "\(compiled.count) of \(events.count) events are compiled")
      demand((0..<compiled.count).map { compiled.event(at: $0).id } == events.map(\.id), "other ids are compiled")
      let again = lines((0..<compiled.count).map { compiled.event(at: $0) }, compiled.directory)
      demand(again == lines(events, Directory(timeline)), "other events are compiled")
      let directory = compiled.directory
      demand(directory.actors.map(\.name) == timeline.actors.map(\.name), "other actors are compiled")
      demand(compiled.header.eras.map(\.name) == timeline.eras.map(\.name), "other eras are compiled")
      checkStore(EventStore(compiled.header, directory: directory, compiled.columns, decoder: compiled))
    }
  }
}

@_cdecl("LLVMFuzzerTestOneInput") func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt { FuzzNative.test(bytes, count) }
