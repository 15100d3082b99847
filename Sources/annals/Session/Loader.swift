import Bytes
import Synchronization
import TimelineBrowser
import TimelineFormats
import TimelineModel
import TimelineStore

/// Reads files on a thread of its own and posts what it finds: a store of the first rows at once, larger ones as more are read, and how far it has come.
///
/// Each store holds about twice the rows of the one before it, so that all of them together cost no more than twice the last.
final class Loader: Sendable {
  /// Why the files are read.
  enum Purpose: Sendable {
    /// To show them as soon as there is anything to see.
    case opening
    /// To put them in the place of what is shown, once all of them are read.
    case reloading
  }

  private let paths: [String]
  private let columns: ColumnRequest
  private let purpose: Purpose
  private let mailbox: Mailbox
  private let cache: ColumnCache?
  private let number: Int
  private let stops = Atomic<Bool>(false)

  /// The rows of the first store: some screens of them, read in the time of one frame.
  private static let firstRows = 512
  /// For so many milliseconds at most reading waits for these rows to be on the screen.
  private static let firstScreen = 30
  /// Progress is told at most so often.
  private static let progressInterval = Duration.milliseconds(50)
  /// Rows that trickle in are shown after so long, however few they are.
  private static let patience = Duration.seconds(1)

  /// - Parameter cache: where what was read is kept; nil keeps nothing.
  init(_ paths: [String], _ columns: ColumnRequest, _ purpose: Purpose, _ mailbox: Mailbox, cache: ColumnCache?) {
    (self.paths, self.columns, self.purpose, self.mailbox, self.cache) = (paths, columns, purpose, mailbox, cache)
    number = mailbox.beginReading()
  }

  /// Begins; false when the system has no thread to give.
  func start() -> Bool {
    BackgroundThread.start {
      self.load()
      // What the readers held is free only now.
      Memory.giveBack()
    }
  }

  /// Ends the reading soon; what was read stays.
  func stop() { stops.store(true, ordering: .relaxed) }

  private func load() {
    do throws(Failure) {
      var intake = try Intake(paths, columns: columns, shouldStop: { self.stops.load(ordering: .relaxed) })
      let subject = cache?.subject(of: intake)
      // Who asks for a file to be read again has a reason to.
      if purpose == .opening, let subject, showKept(subject, intake) { return }
      if let store = try read(&intake), let subject { keep(store, subject, intake) }
    } catch {
      switch purpose {
      case .opening: mailbox.post(.failure(error), ofReading: number)
      case .reloading:
        tell(.loading(nil))
        tell(.said(Notice(error.words, .error)))
      }
    }
  }

  /// Shows what was kept of the files, all of it at once; false where they have to be read.
  private func showKept(_ subject: ColumnCache.Subject, _ intake: Intake) -> Bool {
    guard let kept = cache?.opening(of: subject, intake) else { return false }
    kept.store.prepareFirstPicture()
    tell(.loaded(kept.store, kept.problems))
    kept.store.prepare()
    return true
  }

  /// Keeps what was read for the next time. Nobody waits for that, and nothing is said where it cannot be done.
  private func keep(_ store: EventStore, _ subject: ColumnCache.Subject, _ intake: Intake) {
    guard !intake.isCancelled else { return }
    BackgroundThread.standBack()
    _ = try? cache?.keep(store, intake.problems, of: subject, intake) { self.stops.load(ordering: .relaxed) }
  }

  /// - Returns: the last store; nil where nobody waits for it any more.
  private func read(_ intake: inout Intake) throws(Failure) -> EventStore? {
    var builder = StoreBuilder(intake.header)
    var pace = Pace()
    while true {
      let piece = intake.next(atMost: purpose == .opening && builder.count == 0 ? Self.firstRows : RowChunk.usualCapacity)
      if case .end = piece { break }
      if case .rows(let part) = piece { builder.append(part.chunk, from: builder.addSource(part.decoder)) }
      if purpose == .opening, !intake.isAtEnd, pace.isTimeForStore(builder) {
        let start = ContinuousClock.now
        let store = builder.snapshot()
        store.prepareFirstPicture()
        guard tell(.loaded(store, intake.problems, intake.progress)) else { return nil }
        // The first screen is drawn in some milliseconds if it has the processors to itself.
        if pace.isBeginning { mailbox.waitUntilShown(milliseconds: Self.firstScreen) }
        pace.published(builder.count, cost: ContinuousClock.now - start)
      } else if pace.isTimeForProgress {
        guard tell(.loading(intake.progress)) else { return nil }
      }
    }
    let store = finish(intake, &builder)
    builder = StoreBuilder(Timeline(id: "", title: ""))
    store?.prepare()
    Memory.giveBack()
    return store
  }

  /// Tells that there is no more, and gives the last store.
  private func finish(_ intake: Intake, _ builder: inout StoreBuilder) -> EventStore? {
    guard !intake.isCancelled || purpose == .opening else {
      tell(.loading(nil))
      tell(.said(Notice("Reading again was stopped; what was there before is shown", .warning)))
      return nil
    }
    let store = builder.snapshot()
    store.prepareFirstPicture()
    tell(.loaded(store, intake.problems))
    if intake.isCancelled {
      tell(.said(Notice("Stopped: these are the first \(intake.progress.countedEvents)", .warning)))
    } else if let note = intake.notes.first {
      tell(.said(Notice(note)))
    }
    return store
  }

  @discardableResult
  private func tell(_ message: Message) -> Bool { mailbox.post(.message(message), ofReading: number) }

  /// When there is something to tell.
  private struct Pace {
    private var lastStore: ContinuousClock.Instant?
    private var lastProgress = ContinuousClock.now
    private var rows = 0
    private var cost = Duration.zero

    /// Whether enough rows have come since the last store: as many again, or any at all once a while has passed beside which its cost is nothing.
    func isTimeForStore(_ builder: StoreBuilder) -> Bool {
      guard builder.count > rows else { return false }
      guard let lastStore else { return true }
      return builder.count >= rows * 2 || ContinuousClock.now - lastStore > max(Loader.patience, cost * 20)
    }

    /// Whether no store has been published yet.
    var isBeginning: Bool { lastStore == nil }

    var isTimeForProgress: Bool {
      mutating get {
        let now = ContinuousClock.now
        guard now - lastProgress >= Loader.progressInterval else { return false }
        lastProgress = now
        return true
      }
    }

    mutating func published(_ count: Int, cost: Duration) {
      (rows, self.cost) = (count, cost)
      lastStore = ContinuousClock.now
      lastProgress = ContinuousClock.now
    }
  }
}
