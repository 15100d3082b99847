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
final class Jobs: Sendable {
  private let paths: [String]
  private let mailbox: Mailbox

  init(paths: [String], mailbox: Mailbox) {
    self.paths = paths
    self.mailbox = mailbox
  }

  /// Reads the files again, behind the reader's back.
  func reload() {
    guard !paths.contains("-") else { return mailbox.post(.said(Notice("Standard input cannot be read a second time", .warning))) }
    load()
  }

  /// Reads the files on a thread of its own and posts what was found.
  func load() {
    let (paths, mailbox) = (paths, mailbox)
    let started = BackgroundThread.start {
      do throws(Failure) {
        let opening = try Opening.read(paths)
        mailbox.post(.loaded(opening.store, opening.problems))
      } catch {
        mailbox.post(.said(Notice(error.words, .error)))
      }
    }
    if !started { mailbox.post(.said(Notice("The system has no thread to read on", .error))) }
  }

  /// Reading a curated timeline takes milliseconds, so there is nothing that could still be stopped; says so.
  func cancel() { mailbox.post(.said(Notice("Nothing is running"))) }

  func citation(of event: Event, in store: EventStore, as form: CitationForm) -> String {
    Citation(of: event, in: store.timeline, directory: store.directory).text(form.style)
  }

  /// Hands an address to the reader's web browser, on a thread of its own, for some of them wait until the browser ends.
  func openInWebBrowser(_ url: String) {
    guard BrowserState.isWebAddress(url) else { return }
    let mailbox = mailbox
    _ = BackgroundThread.start {
      for program in ChildProcess.webBrowsers {
        let words = program.contains("%s") ? program.map { $0 == "%s" ? url : $0 } : program + [url]
        if let status = ChildProcess.run(words, quietly: true), status != 127 { return }
      }
      mailbox.post(.said(Notice("No program to open addresses was found; BROWSER names one. The address: \(url)", .warning)))
    }
  }

  /// The editor at a line, as vi, emacs, nano and most others understand it; nil when the event lies in no file of the reader's.
  func editorCommand(for location: SourceLocation) -> [String]? {
    guard !paths.isEmpty, !paths.contains("-") else { return nil }
    return ChildProcess.editor + ["+\(max(1, location.line))", "--", location.file]
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
