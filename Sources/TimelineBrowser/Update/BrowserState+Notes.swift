import Notebook
import Terminal
import TimelineStore

/// Writing a note: `c` opens an editor over the foot of the screen, Enter saves, Esc puts the words away for the next time.
extension BrowserState {
  mutating func editNote() {
    guard let row = currentRow else { return }
    let summary = store.summary(at: row)
    let before = margin.note(on: summary.id) ?? ""
    let draft = drafts.removeValue(forKey: summary.id)
    chip = nil
    noteEditor = NoteEditor(on: summary.id, title: summary.title, before: before, text: draft ?? before)
    if draft != nil { notice = Notice("These words were not saved yet") }
  }

  mutating func pressInNote(_ key: Key) -> [Effect] {
    guard var editor = noteEditor else { return [] }
    switch key {
    case .enter: return saveNote()
    case .escape, .control("c"), .control("g"): putNoteAway()
    default: if editor.handle(key, width: noteArea(editor).text.width, ascii: ascii) { noteEditor = editor }
    }
    return []
  }

  /// Saves the words in the editor and closes it; no words at all take the note off.
  mutating func saveNote() -> [Effect] {
    guard let editor = noteEditor else { return [] }
    noteEditor = nil
    let text = editor.trimmed
    guard text != editor.before else {
      notice = Notice(text.isEmpty ? "No note was written" : "The note is as it was")
      return []
    }
    return write(.note(on: editor.event, text), saying: text.isEmpty ? "Note taken off" : "Note written")
  }

  private mutating func putNoteAway() {
    guard let editor = noteEditor else { return }
    noteEditor = nil
    guard editor.trimmed != editor.before, !editor.trimmed.isEmpty else { return }
    drafts[editor.event] = editor.text
    notice = Notice("Not saved; \(keyName(.note, in: place)) takes these words up again")
  }

  /// Writes a note that was typed after `:`.
  mutating func setNote(_ text: String) -> [Effect] {
    guard let row = currentRow else { return [] }
    return write(.note(on: store.summary(at: row).id, text), saying: "Note written")
  }
}
