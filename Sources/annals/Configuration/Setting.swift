/// What a reader may set in the file `config`: one row each, from which the manual is made.
enum Setting: String, CaseIterable {
  case theme, pane, mouse, clipboard, cache

  /// What it does and what it may be, in a sentence without its full stop.
  var summary: String {
    switch self {
    case .theme: "The name of a theme: dark, light, high-contrast, mono, or one of your own"
    case .pane: "Where the detail of the selected event stands: right, below, off"
    case .mouse: "Whether the mouse is used: yes, no"
    case .clipboard: "Whether the terminal is asked to put what is copied on its clipboard (OSC 52): yes, no"
    case .cache: "Whether what was read of a large file is kept, so that it opens at once the next time: yes, no"
    }
  }
}
