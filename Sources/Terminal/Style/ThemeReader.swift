/// Reads a theme file line by line.
struct ThemeReader {
  var theme: Theme
  var problems: [Theme.Problem] = []
  private let bases: [Theme]
  private var seen: [String: Int] = [:]

  init(name: String, bases: [Theme]) {
    theme = Theme(name: name, isDark: true)
    self.bases = bases
  }

  mutating func read(_ line: Substring, at number: Int) {
    let content = ThemeReader.trimmed(ThemeReader.withoutComment(number == 1 && line.hasPrefix("\u{FEFF}") ? line.dropFirst() : line))
    guard !content.isEmpty, content != "---" else { return }
    guard let colon = content.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return tell(number, "«\(content)» is not of the form «role: colour».")
    }
    let key = String(ThemeReader.trimmed(content[..<colon]))
    let value = ThemeReader.unquoted(ThemeReader.trimmed(content[content.utf8.index(after: colon)...]))
    if let first = seen[key] {
      tell(number, "«\(key)» was set in line \(first) already; this line is left out.")
      return
    }
    seen[key] = number
    set(key, value, at: number)
  }

  private mutating func set(_ key: String, _ value: Substring, at number: Int) {
    switch key {
    case "name":
      theme.name = String(value)
    case "base":
      guard let base = bases.first(where: { $0.name == value }) else {
        let known = bases.map(\.name).joined(separator: ", ")
        return tell(number, "There is no theme «\(value)» to build on\(known.isEmpty ? "" : "; there are \(known)").")
      }
      let isDark = seen["background"] == nil ? base.isDark : theme.isDark
      theme = base.patched(by: theme)
      theme.isDark = isDark
    case "background":
      guard value == "dark" || value == "light" else {
        return tell(number, "«background» is dark or light, not «\(value)».")
      }
      theme.isDark = value == "dark"
    default:
      guard let role = Role(rawValue: key) else {
        let nearest = nearestName(to: key, among: Role.allCases.map(\.rawValue) + ["name", "base", "background"])
        return tell(number, "There is no role «\(key)»\(nearest.map { "; did you mean «\($0)»?" } ?? ".")")
      }
      guard !value.isEmpty else { return tell(number, "«\(key)» has no colour; one that begins with # stands in quotes, since # begins a comment.") }
      switch ThemeReader.appearance(value) {
      case .success(let appearance): theme[role] = appearance
      case .failure(let fault): tell(number, fault.message)
      }
    }
  }

  private mutating func tell(_ line: Int, _ message: String) {
    problems.append(Theme.Problem(line: line, message: message))
  }

  private struct Fault: Error { let message: String }

  /// `foreground [on background] [attributes]`
  private static func appearance(_ value: Substring) -> Result<Appearance, Fault> {
    var appearance = Appearance()
    var expectsBackground = false
    var hasForeground = false
    for bytes in value.utf8.split(whereSeparator: ThemeReader.isBlank) {
      let word = Substring(bytes)
      if word == "on", !expectsBackground {
        expectsBackground = true
      } else if let attribute = Attributes.named.first(where: { $0.name == word })?.attribute, !expectsBackground {
        appearance.attributes.insert(attribute)
      } else if let colour = Colour(word), expectsBackground || !hasForeground {
        if expectsBackground { appearance.background = colour } else { appearance.foreground = colour }
        hasForeground = true
        expectsBackground = false
      } else {
        let words = Attributes.named.map(\.name) + Colour.names + ["default", "on"]
        let nearest = nearestName(to: String(word), among: words)
        return .failure(Fault(message: "«\(word)» is not a colour or attribute\(nearest.map { "; did you mean «\($0)»?" } ?? " here.")"))
      }
    }
    guard !expectsBackground else { return .failure(Fault(message: "A background is missing after «on».")) }
    return .success(appearance)
  }

  /// The line up to a `#` that begins a comment: one at the start or after a blank, outside quotes.
  private static func withoutComment(_ line: Substring) -> Substring {
    guard line.utf8.contains(UInt8(ascii: "#")) else { return line }
    var quote: UInt8?
    var previous = UInt8(ascii: " ")
    let bytes = line.utf8
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == nil { quote = byte } else if quote == byte { quote = nil }
      case UInt8(ascii: "#") where quote == nil && isBlank(previous):
        return line[..<index]
      default: break
      }
      previous = byte
      index = bytes.index(after: index)
    }
    return line
  }

  private static func unquoted(_ value: Substring) -> Substring {
    let bytes = value.utf8
    guard bytes.count >= 2, let first = bytes.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"), bytes.last == first else { return value }
    return Substring(bytes.dropFirst().dropLast())
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var bytes = text.utf8
    while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return Substring(bytes)
  }

  /// A line may end in CR LF.
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
