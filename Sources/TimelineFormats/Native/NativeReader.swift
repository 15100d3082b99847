import EDTF
import TimelineModel

/// Reads the files of one timeline into the model, and remembers where every id was written, so that the whole can be judged afterwards.
///
/// The first half (`+Document`, `+Directory`, `+Event` …) walks each file's tree once; the second (`+Checks`, `+SourceChecks` …) knows all files and
/// reports what is only wrong in their company: unknown ids, unused sources, gaps between eras.
struct NativeReader {
  /// A file that has been parsed, kept for the positions in it.
  struct File {
    var name: String
    var tree: YAMLTree
    /// Its events among those of the timeline.
    var events = 0..<0
    /// Where its `period` stands.
    var period: TextPlace?
  }

  /// What the checks have to know of an event beyond the model.
  struct EventNote {
    var place: TextPlace
    /// The nodes of its texts in the tree of its file.
    var title: Int?
    var summary: Int?
    var actors: Range<Int>
    var places: Range<Int>
    /// What it mentions, among all mentions of the ``IDBook``.
    var mentions: Range<Int>
  }

  /// Where the date of an era stands, and the nodes of its texts in the tree of that file.
  struct EraNote {
    var date: TextPlace
    var name: Int?
    var status: Int?
  }

  /// Who published a source, and where that is written.
  struct PublisherNote {
    var symbol: Int
    var place: TextPlace
  }

  /// An actor or place that has an id: its position in the timeline's list, and the mention of its parent.
  struct DirectoryNote {
    var index: Int
    var above: (symbol: Int, place: TextPlace)?
  }

  /// Who speaks in which event.
  struct AccountNote {
    var event: Int
    var speaker: Int
    var place: TextPlace
  }

  /// The stretch in which the events of a file have to begin.
  struct Period {
    var text: String
    var earliest: Day?
    var latest: Day?
  }

  let limits: ReadingLimits
  let tables = FieldTables.standard
  var symbols: SymbolTable
  var timeline = Timeline(id: "", title: "")
  private(set) var problems: [Problem] = []
  /// Problems beyond the limit: how many, and whether an error is among them.
  private var unlisted = (count: 0, hasErrors: false)
  /// How many known ids may still be compared with mistaken ones, so that a file of nothing but mistakes ends soon.
  var comparisonsLeft = 2_000_000
  var files: [File] = []
  /// The file being read.
  var file = ""
  var tree: YAMLTree
  /// Where the last record began; the next one is most often near behind it.
  var cursor = SourceText.Cursor()
  var period: Period?

  var ids = IDBook()
  /// What the list being read has named so far.
  var listed = SymbolSet()
  var eventNotes: [EventNote] = []
  var accountNotes: [AccountNote] = []
  /// The symbols of the actors and places of all events; a note's ranges say which are whose.
  var eventActors: [Int] = []
  var eventPlaces: [Int] = []
  /// By number of the actor or place: where it stands in the timeline, and which one is above it.
  var actorNotes: [DirectoryNote] = []
  var placeNotes: [DirectoryNote] = []
  var publisherNotes: [PublisherNote] = []
  var eraIDs: Set<Identifier> = []
  /// By the era's position in the timeline.
  var eraNotes: [EraNote] = []
  /// Where `id` and `title` of the timeline were read.
  var headerPlace: TextPlace?

  init(limits: ReadingLimits) {
    self.limits = limits
    symbols = tables.symbols
    tree = YAMLParser.parse(SourceText([]))
  }

  mutating func read(_ inputs: [InputFile]) -> ReadResult {
    // Sorted, so that the result does not hang on the order in which a folder was listed.
    for input in inputs.sorted(by: { $0.name < $1.name }) { read(input) }
    if !files.isEmpty { check() }
    return ReadResult(timeline: timeline, problems: listedProblems())
  }

  private mutating func read(_ input: InputFile) {
    file = input.name
    tree = YAMLParser.parse(SourceText(input.bytes, limits: limits), limits: limits)
    cursor = SourceText.Cursor()
    period = nil
    files.append(File(name: file, tree: tree))
    for problem in tree.problems where hasRoom(for: problem.severity) { add(problem.problem(in: file, of: tree.source)) }
    if tree.unlisted > 0 {
      unlisted.count += tree.unlisted
      unlisted.hasErrors = true
    }
    let firstEvent = timeline.events.count
    readDocument()
    files[files.count - 1].events = firstEvent..<timeline.events.count
  }

  /// Whether another problem is still listed; counts it otherwise. Asked before its place is looked up, which is what takes time in a file of nothing
  /// but mistakes.
  mutating func hasRoom(for severity: Problem.Severity) -> Bool {
    if problems.count < limits.problems { return true }
    unlisted.count += 1
    if severity == .error { unlisted.hasErrors = true }
    return false
  }

  mutating func add(_ problem: Problem) { problems.append(problem) }

  /// The problems in the order of the text, and how many more there are.
  private func listedProblems() -> [Problem] {
    let sorted = problems.enumerated().sorted { ($0.element.location, $0.offset) < ($1.element.location, $1.offset) }.map(\.element)
    guard unlisted.count > 0, let last = sorted.last else { return sorted }
    let summary = Problem(
      unlisted.hasErrors ? .error : .warning, at: last.location, code: "more-problems", "\(unlisted.count) further problems are not listed",
      remedy: "Mend the others and check again")
    return sorted + [summary]
  }
}
