/// Theme files: one line a role, in the subset of YAML that all of annals' files are written in.
///
/// ```yaml
/// # A comment
/// name: evening
/// base: dark
/// background: dark
/// title: "#ffd787 bold"
/// header: black on 110
/// dim: 245
/// link: default underline
/// ```
/// A value is a foreground, then `on` and a background, then attributes, each part may be missing. A hexadecimal colour needs quotes, because `#`
/// begins a comment in YAML. `base` names the theme that the file is a patch over; without it, what is not named is plain.
extension Theme {
  /// What a theme file says that could not be understood.
  package struct Problem: Hashable, Sendable {
    /// The line in the file, from 1.
    package let line: Int
    /// A sentence, with a suggestion where there is one. It quotes the file, so it must go through the gate.
    package let message: String
  }

  /// Reads a theme file. What is not understood is a problem with its line, and the rest holds.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - name: What the theme is called when the file does not say so.
  ///   - bases: The themes that `base:` may name.
  package static func parse(_ text: String, name: String = "", bases: [Theme] = []) -> (theme: Theme, problems: [Problem]) {
    var reader = ThemeReader(name: name, bases: bases)
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      reader.read(Substring(line), at: number)
    }
    return (reader.theme, reader.problems)
  }
}
