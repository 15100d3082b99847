import Bytes
import Terminal
import TimelineBrowser
import TimelineFormats
import TimelineModel

/// What the reader has set: settings, keys and themes from their own files, laid over what annals ships with.
struct Configuration {
  var preferences = Preferences()
  var usesMouse = true
  var keymap = Keymap.standard
  var themes: [Theme] = []
  var problems: [Problem] = []

  /// The theme of a name, or a plain one that works on every terminal.
  func theme(_ name: String) -> Theme { themes.first { $0.name == name } ?? .plain }

  /// Reads everything there is; what cannot be read is left out and reported, and annals opens all the same.
  static func load() -> Configuration {
    var configuration = Configuration()
    configuration.loadShippedThemes()
    guard let folder = Directories.configuration else { return configuration }
    configuration.loadOwnThemes(folder + "/themes")
    configuration.loadSettings(folder + "/config")
    configuration.loadKeys(folder + "/keys")
    return configuration
  }

  private mutating func loadShippedThemes() {
    // The dark theme is what the others are patches over, so it is read first.
    let files = BundledFiles.themes
    for file in files.filter({ $0.name == "dark.yaml" }) + files.filter({ $0.name != "dark.yaml" }) { add(theme: file.bytes, name: Self.withoutEnding(file.name), path: "data/themes/" + file.name) }
  }

  private mutating func loadOwnThemes(_ folder: String) {
    guard let entries = try? FileBytes.list(directory: folder) else { return }
    for entry in entries where entry.kind == .file && entry.name.hasSuffix(".yaml") {
      let path = folder + "/" + entry.name
      if let bytes = read(path) { add(theme: bytes, name: Self.withoutEnding(entry.name), path: path) }
    }
  }

  private mutating func add(theme bytes: [UInt8], name: String, path: String) {
    let (theme, found) = Theme.parse(String(decoding: bytes, as: UTF8.self), name: name, bases: themes)
    problems += found.map { Problem(.warning, at: SourceLocation(file: path, line: $0.line), code: "theme", Self.withoutStop($0.message)) }
    themes.removeAll { $0.name == theme.name }
    themes.append(theme)
  }

  private static func withoutStop(_ sentence: String) -> String { sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence }
  private static func withoutEnding(_ name: String) -> String { name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name }

  /// The bytes of a file, or nil where there is none; anything else that is wrong with it is reported.
  private mutating func read(_ path: String) -> [UInt8]? {
    do { return try FileBytes(path: path, limit: 1 << 20).array } catch {
      if error.code != Self.noSuchFile { problems.append(Problem(.warning, at: SourceLocation(file: path), code: "unreadable", error.what)) }
      return nil
    }
  }

  /// ENOENT, the same number on every system that annals runs on.
  private static let noSuchFile: Int32 = 2

  private mutating func loadSettings(_ path: String) {
    guard let bytes = read(path) else { return }
    let file = SettingsFile(bytes, name: path)
    problems += file.problems
    for entry in file.entries {
      func refuse(_ remedy: String) {
        problems.append(Problem(.warning, at: entry.location, code: "setting", "\(entry.value) cannot be \(entry.name)", remedy: remedy))
      }
      switch entry.heading == nil ? Setting(rawValue: entry.name) : nil {
      case .theme: if themes.contains(where: { $0.name == entry.value }) { preferences.theme = entry.value } else { refuse(Setting.theme.summary) }
      case .pane: if let pane = PanePlacement(rawValue: entry.value) { preferences.pane = pane } else { refuse(Setting.pane.summary) }
      case .mouse:
        switch entry.value {
        case "yes", "true", "on": usesMouse = true
        case "no", "false", "off": usesMouse = false
        default: refuse(Setting.mouse.summary)
        }
      case nil:
        let nearest = Suggestion.nearest(to: entry.name, in: Setting.allCases.map(\.rawValue))
        problems.append(
          Problem(.warning, at: entry.location, code: "setting", "There is no setting called \(entry.name)", remedy: nearest.map { "Did you mean \($0)?" }))
      }
    }
  }

  private mutating func loadKeys(_ path: String) {
    guard let bytes = read(path) else { return }
    let file = SettingsFile(bytes, name: path)
    let changes = file.entries.map { Keymap.Change(place: $0.heading ?? "anywhere", keys: $0.name, command: $0.value, location: $0.location) }
    let (patched, found) = keymap.applying(changes)
    keymap = patched
    problems += file.problems + found
  }

  // MARK: - Remembering

  /// Writes what the reader chose into `config`, line by line, leaving everything else in that file as it is.
  ///
  /// - Throws: a failure in words; the browser says it once and goes on.
  static func remember(_ preferences: Preferences) throws(Failure) {
    guard let folder = Directories.configuration else { throw Failure("There is no home directory to remember this in", .inputOutput) }
    let path = folder + "/config"
    do {
      try FileBytes.createDirectory(folder)
      var lines: [Substring] = []
      if let bytes = try? FileBytes(path: path, limit: 1 << 20).array {
        lines = Substring(String(decoding: bytes, as: UTF8.self)).split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
      }
      set(Setting.theme, preferences.theme, in: &lines)
      set(Setting.pane, preferences.pane.rawValue, in: &lines)
      try FileBytes.write((lines.joined(separator: "\n") + "\n").utf8, atomicallyTo: path)
    } catch {
      throw Failure("Not remembered: \(error)", .inputOutput)
    }
  }

  private static func set(_ setting: Setting, _ value: String, in lines: inout [Substring]) {
    let line = Substring("\(setting.rawValue): \(value)")
    if let index = lines.firstIndex(where: { $0.hasPrefix(setting.rawValue + ":") }) { lines[index] = line } else { lines.append(line) }
  }
}
