import Bytes
import Notebook
import Terminal
import TimelineBrowser
import TimelineFormats
import TimelineModel

/// What the reader has set: settings, keys and themes from their own files, laid over what annals ships with.
struct Configuration {
  var preferences = Preferences()
  var usesMouse = true
  var usesClipboard = false
  var usesCache = true
  var keymap = Keymap.standard
  /// The theme files by name, shipped ones first. A file is parsed when its theme is first drawn in.
  private var themeFiles: [ThemeFile] = []
  var problems: [Problem] = []

  private struct ThemeFile {
    var name: String
    var path: String
    var bytes: [UInt8]
    var isShipped = false
  }

  /// The names of all themes, in the order in which `t` walks them.
  var themeNames: [String] { themeFiles.map(\.name) }

  /// The theme of a name, or a plain one that works on every terminal, with what was not understood in its file.
  func theme(_ name: String) -> (theme: Theme, problems: [Problem]) {
    guard let file = themeFiles.first(where: { $0.name == name }) else { return (.plain, []) }
    // A reader's own theme may be a patch over any shipped one; the shipped ones stand alone.
    return Self.parse(file, over: file.isShipped ? [] : Self.shippedThemes.map { Self.parse($0, over: []).theme })
  }

  private static func parse(_ file: ThemeFile, over bases: [Theme]) -> (theme: Theme, problems: [Problem]) {
    let (theme, found) = Theme.parse(String(decoding: file.bytes, as: UTF8.self), name: file.name, bases: bases)
    return (
      theme, found.map { Problem(.warning, at: SourceLocation(file: file.path, line: $0.line), code: "theme", withoutStop($0.message)) }
    )
  }

  /// Reads everything there is; what cannot be read is left out and reported, and annals opens all the same.
  static func load() -> Configuration {
    var configuration = Configuration()
    configuration.themeFiles = shippedThemes
    guard let folder = Directories.configuration else { return configuration }
    configuration.loadOwnThemes(folder + "/themes")
    configuration.loadSettings(folder + "/config")
    configuration.loadKeys(folder + "/keys")
    return configuration
  }

  private static var shippedThemes: [ThemeFile] {
    BundledFiles.themes.map { ThemeFile(name: withoutEnding($0.name), path: "data/themes/" + $0.name, bytes: $0.bytes, isShipped: true) }
  }

  private mutating func loadOwnThemes(_ folder: String) {
    guard let entries = try? FileBytes.list(directory: folder) else { return }
    for entry in entries where entry.kind == .file && entry.name.hasSuffix(".yaml") {
      let path = folder + "/" + entry.name
      guard let bytes = read(path) else { continue }
      let name = Self.withoutEnding(entry.name)
      themeFiles.removeAll { $0.name == name }
      themeFiles.append(ThemeFile(name: name, path: path, bytes: bytes))
    }
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
      case .theme: if themeFiles.contains(where: { $0.name == entry.value }) { preferences.theme = entry.value } else { refuse(Setting.theme.summary) }
      case .pane: if let pane = PanePlacement(rawValue: entry.value) { preferences.pane = pane } else { refuse(Setting.pane.summary) }
      case .mouse: if let yes = Self.yesOrNo(entry.value) { usesMouse = yes } else { refuse(Setting.mouse.summary) }
      case .clipboard: if let yes = Self.yesOrNo(entry.value) { usesClipboard = yes } else { refuse(Setting.clipboard.summary) }
      case .cache: if let yes = Self.yesOrNo(entry.value) { usesCache = yes } else { refuse(Setting.cache.summary) }
      case nil:
        let nearest = Suggestion.nearest(to: entry.name, in: Setting.allCases.map(\.rawValue))
        problems.append(
          Problem(.warning, at: entry.location, code: "setting", "There is no setting called \(entry.name)", remedy: nearest.map { "Did you mean \($0)?" }))
      }
    }
  }

  private static func yesOrNo(_ value: String) -> Bool? {
    switch value {
    case "yes", "true", "on": true
    case "no", "false", "off": false
    default: nil
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
      try SettingLines.change([(Setting.theme.rawValue, preferences.theme), (Setting.pane.rawValue, preferences.pane.rawValue)], in: path)
    } catch {
      throw Failure("Not remembered: \(error)", .inputOutput)
    }
  }
}
