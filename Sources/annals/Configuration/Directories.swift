/// Where a reader's own files lie, by the XDG Base Directory Specification.
enum Directories {
  /// `$XDG_CONFIG_HOME/annals`, usually `~/.config/annals`; nil when there is no home.
  static var configuration: String? { directory("XDG_CONFIG_HOME", ".config") }

  /// `$XDG_STATE_HOME/annals`, usually `~/.local/state/annals`; nil when there is no home.
  static var state: String? { directory("XDG_STATE_HOME", ".local/state") }

  /// `$XDG_CACHE_HOME/annals`, usually `~/.cache/annals`; nil when there is no home.
  static var cache: String? { directory("XDG_CACHE_HOME", ".cache") }

  private static func directory(_ variable: String, _ usual: String) -> String? {
    // The specification says that a path that is not absolute is to be ignored.
    if let chosen = Environment[variable], chosen.hasPrefix("/") { return chosen + "/annals" }
    guard let home = Environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/\(usual)/annals"
  }
}
