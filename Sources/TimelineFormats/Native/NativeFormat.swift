/// The native format: a chronology as text in git, a folder of YAML files or a single one (`annals check` is its compiler).
///
///     let result = NativeFormat.read([InputFile(name: "talks.yaml", bytes: bytes)])
///     result.timeline.events.count     // what could be read
///     result.problems                  // and everything that is wrong, with file, line and column
public enum NativeFormat {
  /// Reads the files of one timeline, in whatever order they come.
  ///
  /// Never fails as a whole: what can be understood is in the timeline, everything else is a problem.
  ///
  /// - Complexity: O(bytes); 10 to 20 ns a byte of curated text, a third of it for the YAML.
  public static func read(_ files: [InputFile], limits: ReadingLimits = .standard) -> ReadResult {
    var reader = NativeReader(limits: limits)
    return reader.read(files)
  }
}
