import Testing
import TimelineFormats

/// One slip of a curator's pen in the river timeline: what is written instead of what, and where the error is to be reported (⟦1⟧).
struct Mistake: CustomTestStringConvertible {
  var code: String
  var file: String
  var old: String
  var new: String
  /// A second change to the same file, where the mistake takes two.
  var second: (old: String, new: String)?
  /// Codes of the problems that the slip brings along by necessity, elsewhere.
  var also: [String]

  init(_ code: String, in file: String, _ old: String, _ new: String, also: [String] = []) {
    self.code = code
    self.file = file
    self.old = old
    self.new = new
    self.also = also
  }

  func with(_ code: String) -> Mistake {
    var mistake = self
    mistake.also.append(code)
    return mistake
  }

  /// The marker stands in another line of the file than the change.
  func marking(_ old: String, _ new: String) -> Mistake {
    var mistake = self
    mistake.second = (old, new)
    return mistake
  }

  func dropping(_ text: String) -> Mistake { marking(text, "") }

  var testDescription: String { "\(code): \(new.replacing("\n", with: "⏎"))" }

  /// The timeline with the slip in it, and the place where it is.
  func applied() throws -> (files: [InputFile], line: Int, column: Int) {
    var files = try Fixtures.river()
    guard let index = files.firstIndex(where: { $0.name == file }) else { throw MistakeError(what: "no file \(file)") }
    let text = String(decoding: files[index].bytes, as: UTF8.self)
    guard let range = text.firstRange(of: old) else { throw MistakeError(what: "\(file) does not say \(old)") }
    var changed = text.replacingCharacters(in: range, with: new)
    if let second {
      guard let range = changed.firstRange(of: second.old) else { throw MistakeError(what: "\(file) does not say \(second.old)") }
      changed = changed.replacingCharacters(in: range, with: second.new)
    }
    let marked = Marked(changed)
    guard marked.line > 0 else { throw MistakeError(what: "no marker in \(new)") }
    files[index] = InputFile(file, marked.text)
    return (files, marked.line, marked.column)
  }
}

struct MistakeError: Error { var what: String }

extension String {
  func replacingCharacters(in range: Range<String.Index>, with other: String) -> String { self[..<range.lowerBound] + other + self[range.upperBound...] }
}
