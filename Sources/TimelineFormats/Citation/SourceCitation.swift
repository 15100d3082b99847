import EDTF
import TimelineModel

/// One source as a bibliography gives it.
struct SourceCitation {
  private let source: Source

  init(_ source: Source) { self.source = source }

  /// `Associated Press. “1 soldier killed …” 11 May 2023. https://… . Accessed 22 November 2026.`
  var chicago: String {
    var parts: [String] = []
    if !source.publisher.isEmpty { parts.append(stopped(source.publisher)) }
    if !source.title.isEmpty { parts.append("“\(stopped(source.title))”") }
    if let date = source.date { parts.append(stopped(date.words)) }
    if let url = source.url { parts.append("\(url).") }
    if let accessed = source.accessed { parts.append("Accessed \(stopped(accessed.words))") }
    return parts.joined(separator: " ")
  }

  /// The same with the title as a link to where it was read.
  var markdown: String {
    var parts: [String] = []
    if !source.publisher.isEmpty { parts.append(MarkdownText.escaped(source.publisher)) }
    let title = MarkdownText.escaped(source.title.isEmpty ? source.id : source.title)
    if let url = source.url, let target = Self.linkTarget(url) { parts.append("[\(title)](\(target))") } else { parts.append(title) }
    if let date = source.date { parts.append(date.words) }
    return parts.joined(separator: ", ")
  }

  var bibtex: String {
    var fields = [("publisher", source.publisher), ("title", source.title)].filter { !$0.1.isEmpty }.map { ($0.0, BibTeXText.escaped($0.1)) }
    // Many styles need a name here, and an agency's report seldom gives one.
    if !source.publisher.isEmpty { fields.insert(("author", "{\(BibTeXText.escaped(source.publisher))}"), at: 0) }
    fields += BibTeXText.dateFields(source.date)
    if let url = source.url { fields.append(("url", BibTeXText.url(url))) }
    if let accessed = source.accessed { fields.append(("urldate", accessed.text)) }
    return BibTeXText.entry("misc", key: source.id, fields)
  }

  /// A text with one full stop at its end.
  private func stopped(_ text: String) -> String {
    guard let last = text.unicodeScalars.last, ".?!".unicodeScalars.contains(last) else { return text + "." }
    return text
  }

  /// The address as a link in Markdown may hold it: http or https only, brackets and blanks as %XX.
  private static func linkTarget(_ url: String) -> String? {
    guard url.hasPrefix("https://") || url.hasPrefix("http://") else { return nil }
    var target = ""
    for byte in url.utf8 {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), 0...0x20, 0x7F...:
        let hex = String(byte, radix: 16, uppercase: true)
        target += hex.utf8.count == 1 ? "%0\(hex)" : "%\(hex)"
      default: target.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return target
  }
}
