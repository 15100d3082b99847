import Bytes
import EDTF
import TimelineBrowser
import TimelineFormats
import TimelineModel
import TimelineStore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Work that is done outside of the loop. Everything it finds comes back as a message.
final class Jobs {
  private let paths: [String]
  private let columns: ColumnRequest
  private let mailbox: Mailbox
  /// Where what was read is kept; nil keeps nothing.
  private let cache: ColumnCache?
  /// The reading that was begun last.
  private var loader: Loader?
  private var watch: FileWatch?

  init(paths: [String], columns: ColumnRequest, mailbox: Mailbox, cache: ColumnCache?) {
    self.paths = paths
    self.columns = columns
    self.cache = cache
    self.mailbox = mailbox
  }

  /// Reads the files for the first time.
  ///
  /// - Returns: false when the system has no thread to read on.
  func open() -> Bool {
    watch = FileWatch(paths, mailbox)
    return load(.opening)
  }

  /// Reads the files again, behind the reader's back.
  func reload() {
    guard !paths.isEmpty else { return refuse("The timeline that comes with annals does not change", .notice) }
    guard !paths.contains("-") else { return refuse("Standard input cannot be read a second time", .warning) }
    loader?.stop()
    watch?.startAnew()
    if !load(.reloading) { refuse("The system has no thread to read on", .error) }
  }

  private func load(_ purpose: Loader.Purpose) -> Bool {
    let loader = Loader(paths, columns, purpose, mailbox, cache: cache)
    self.loader = loader
    return loader.start()
  }

  private func refuse(_ words: String, _ tone: Notice.Tone) {
    mailbox.post(.loading(nil))
    mailbox.post(.said(Notice(words, tone)))
  }

  /// Stops the reading that is under way.
  func cancel() { loader?.stop() }

  func citation(of event: Event, in store: EventStore, as form: CitationForm) -> String {
    Citation(of: event, in: store.header, directory: store.directory).text(form.style)
  }

  /// Hands an address to the reader's web browser, on a thread of its own, for some of them wait until the browser ends.
  func openInWebBrowser(_ url: String) {
    guard BrowserState.isWebAddress(url) else { return }
    let mailbox = mailbox
    _ = BackgroundThread.start {
      for program in OutsideProgram.webBrowsers {
        let words = program.contains("%s") ? program.map { $0 == "%s" ? url : $0 } : program + [url]
        if let status = ChildProgram.run(words, quietly: true), status != 127 { return }
      }
      mailbox.post(.said(Notice("No program to open addresses was found; BROWSER names one. The address: \(url)", .warning)))
    }
  }

  /// The editor at a line, as vi, emacs, nano and most others understand it; nil when the event lies in no file of the reader's.
  func editorCommand(for location: SourceLocation) -> [String]? {
    guard !paths.isEmpty, !paths.contains("-") else { return nil }
    return OutsideProgram.editor + ["+\(max(1, location.line))", "--", location.file]
  }
}

/// The reader's own day. The clock is read here and nowhere else.
enum Today {
  static var day: Day? {
    var now = time(nil)
    var local = tm()
    guard localtime_r(&now, &local) != nil else { return nil }
    return Day(year: Int64(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
  }
}

extension CitationForm {
  /// The same form, as the module of formats names it.
  var style: Citation.Style {
    switch self {
    case .chicago: .chicago
    case .bibtex: .bibtex
    case .markdown: .markdown
    }
  }
}
