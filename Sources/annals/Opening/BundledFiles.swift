import BundledData
import TimelineFormats

/// The files of `data/` that are compiled into the program.
enum BundledFiles {
  /// The timeline that `annals` alone opens.
  static var timeline: CompiledTimeline? {
    CompiledTimeline(CompiledBytes(staticBytes: UnsafeRawBufferPointer(start: annals_bundled_timeline(), count: annals_bundled_timeline_size)))
  }

  /// The shipped themes, their names without the ending.
  static var themes: [InputFile] { files(below: "themes/") }

  private static func files(below folder: String) -> [InputFile] {
    (0..<annals_bundled_count).compactMap { position in
      let file = annals_bundled_file_at(position).pointee
      let name = String(cString: file.name)
      guard name.hasPrefix(folder) else { return nil }
      return InputFile(name: String(name.dropFirst(folder.count)), staticBytes: UnsafeRawBufferPointer(start: file.bytes, count: file.size))
    }
  }
}
