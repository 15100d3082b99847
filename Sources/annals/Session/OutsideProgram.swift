/// The programs of the reader's own choice: a web browser, an editor. Started by a list of arguments, never through a shell.
enum OutsideProgram {
  /// The words of `$VISUAL` or `$EDITOR`, split at blanks as `git` does without a shell; `vi` where neither is set.
  static var editor: [String] {
    let words = (Environment["VISUAL"] ?? Environment["EDITOR"] ?? "").split(separator: " ").map(String.init)
    return words.isEmpty ? ["vi"] : words
  }

  /// Programs that open a web address, the reader's own choice first.
  static var webBrowsers: [[String]] {
    let chosen = (Environment["BROWSER"] ?? "").split(separator: ":").map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }
    return chosen + [["xdg-open"], ["open"], ["wslview"]]
  }
}
