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

  mutating func read(_ line: String, at number: Int) {
    let content = ThemeReader.trimmed(ThemeReader.withoutComment(number == 1 && line.hasPrefix("\u{FEFF}") ? String(line.dropFirst()) : line))
    guard !content.isEmpty, content != "---" else { return }
    guard let colon = content.firstIndex(of: ":") else {
      return tell(number, "«\(content)» is not of the form «role: colour».")
    }
    let key = String(ThemeReader.trimmed(content[..<colon]))
    let value = ThemeReader.unquoted(ThemeReader.trimmed(content[content.index(after: colon)...]))
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
    for word in value.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
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
  private static func withoutComment(_ line: String) -> Substring {
    var quote: Unicode.Scalar?
    var previous: Unicode.Scalar = " "
    for index in line.unicodeScalars.indices {
      let scalar = line.unicodeScalars[index]
      switch scalar {
      case "\"", "'":
        if quote == nil { quote = scalar } else if quote == scalar { quote = nil }
      case "#" where quote == nil && (previous == " " || previous == "\t"):
        return line[..<index]
      default: break
      }
      previous = scalar
    }
    return line[...]
  }

  private static func unquoted(_ value: Substring) -> Substring {
    guard value.count >= 2, let first = value.first, first == "\"" || first == "'", value.last == first else { return value }
    return value.dropFirst().dropLast()
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
