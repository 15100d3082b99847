import ArgumentParser
import TimelineBrowser
import TimelineFormats
import TimelineModel
import TimelineStore

/// The manual page in roff, made from the tables of commands, keys, filter fields, formats and settings.
enum ManualPage {
  static var text: String {
    var page = Roff()
    page.raw(".TH ANNALS 1 \"\" \"\(Version.text)\" \"User Commands\"")
    page.section("NAME")
    page.text("annals \\- read the history of a conflict in the terminal", isRoff: true)
    page.section("SYNOPSIS")
    for usage in usages { page.line(usage) }
    page.section("DESCRIPTION")
    page.text(Annals.configuration.discussion)
    page.text("Without a terminal, or with one that cannot be drawn on, browsing prints the list instead and says so on standard error.")
    page.section("COMMANDS")
    for command in Annals.configuration.subcommands where command.configuration.shouldDisplay {
      page.item(command.configuration.commandName ?? "", command.configuration.abstract)
    }
    page.text("annals help COMMAND prints the options of a command.")
    keys(&page)
    filters(&page)
    page.section("MACHINE OUTPUT")
    for format in OutputFormat.allCases { page.item(format.rawValue, format.summary) }
    page.text(machineOutput)
    page.section("FORMATS")
    for format in Format.all { page.item(format.name, format.summary) }
    files(&page)
    page.section("EXIT STATUS")
    for (status, words) in statuses { page.item(String(status.rawValue), words) }
    return page.text
  }

  static let usages = [
    "annals [FILE...|-] [--map ROLE=COLUMN,...|none] [--filter F] [--at DATE] [--event ID] [--theme NAME] [--no-mouse] [--no-cache]",
    "annals list [FILE...] [--filter F] [--sort date|killed|weight|file] [--limit N] [--format table|csv|json|jsonl|markdown] [--notes]",
    "annals show ID... [--in FILE] [--cite chicago|bibtex|markdown]",
    "annals note ID [TEXT...] [--in FILE] [--bookmark|--no-bookmark]",
    "annals note --from FILE|- [--in FILE]",
    "annals stats [FILE...] [--filter F] --by year|month|actor|kind|place [--format table|csv|json]",
    "annals check FILE... [--map ROLE=COLUMN,...|none] [--strict] [--report] [--format text|json]",
    "annals date EDTF...|- [--format text|jsonl]",
    "annals formats",
  ]

  private static let machineOutput = """
    A line of JSON Lines is an object with id, date (EDTF), earliest and latest (ISO days, null when open), title, kind, weight, actors, roles, actor_names, \
    places, place_names, latitude, longitude, summary, accounts, casualties, disputes, sources, links, extra, file and line. json holds the same in one \
    document with the timeline's own data; csv is flat, one row an event, and marks text that a spreadsheet would take for a formula unless --raw is given. \
    With --notes an event also has the reader's own note and bookmark. \
    stats --format json has by and rows of key, label, events, killed_low, killed_best, killed_high, first and last. date --format jsonl has edtf, valid, level, \
    earliest, latest, approximate, uncertain, open_start, open_end and words; a text that is no date has valid false and why. \
    check --format json is one document of files, events, actors, places, first, last, problems, recurring, errors and warnings; data/schema/check.json \
    describes it.
    """

  private static let statuses: [(ExitStatus, String)] = [
    (.fine, "Everything went well; problems of check were warnings at most"),
    (.dataHasErrors, "check found errors, or date a text that is no date"),
    (.usage, "The command line was not understood"),
    (.unreadableData, "The data could not be read"),
    (.noInput, "There is no such file"),
    (.inputOutput, "Reading or writing failed"),
  ]

  private static func keys(_ page: inout Roff) {
    page.section("KEYS")
    page.text("A number before a key repeats it. Every key can be bound anew; ? shows the live map of a view.")
    for place in Keymap.Place.allCases {
      let bindings = Keymap.standard.bindings.filter { $0.place == place }
      guard !bindings.isEmpty else { continue }
      page.subsection(place == .anywhere ? "Anywhere" : "In the view: \(place.rawValue)")
      for command in Command.allCases {
        let labels = bindings.filter { $0.command == command }.map(\.label)
        if !labels.isEmpty { page.item(labels.joined(separator: "  "), "\(command.summary) (:\(command.name))") }
      }
    }
  }

  private static func filters(_ page: inout Roff) {
    page.section("FILTERS")
    page.text(
      "A word or a \"quoted phrase\" is searched in titles, text, accounts, places and actors, under any of their names, accents or not. "
        + "A comma is any of, a blank is and, - is not. A range of dates means overlap; sure: before a field asks for what must be so.")
    for field in FilterField.all { page.item(field.name + ":", "\(field.help), as in \(field.example)") }
  }

  private static func files(_ page: inout Roff) {
    page.section("FILES")
    page.item("$XDG_CONFIG_HOME/annals/config", "Settings, a line each: name: value")
    for setting in Setting.allCases { page.item("    \(setting.rawValue)", setting.summary) }
    page.item("$XDG_CONFIG_HOME/annals/keys", "Keys bound anew: a view, and under it lines of the form key: command; none unbinds")
    page.item("$XDG_CONFIG_HOME/annals/columns", "What --map said of the columns of tables, a file for each header; --map none forgets it")
    page.item("$XDG_CONFIG_HOME/annals/themes/NAME.yaml", "Themes of your own, each a patch over a shipped one named by base")
    page.item(
      "$XDG_STATE_HOME/annals/notes/NAME.journal",
      "Your notes, bookmarks and marks on one timeline, and where your last visit to it ended. Records are only ever added, each a line: its length in bytes, "
        + "its CRC-32, and fields with tabs between them. A line that is damaged is skipped, reported, and moved to NAME.journal.damaged")
    page.item(
      "$XDG_CACHE_HOME/annals/NAME.columns",
      "What was read of a file of \(ColumnCache.leastBytesInWords) or more, so that it opens at once the next time: made when the file has been read, used as long as the "
        + "file is as it was, and thrown away when there is too much of it. Nothing is lost with it; --no-cache and cache: no in config do without")
    page.section("ENVIRONMENT")
    page.item("NO_COLOR", "No colour, whatever the theme")
    page.item("TERM, LC_ALL, LC_CTYPE, LANG", "What the terminal understands; outside of UTF-8 everything is drawn in ASCII")
    page.item("BROWSER, VISUAL, EDITOR", "What opens web addresses, and what edits files")
  }
}

/// A manual page being written: text is escaped, so that no word becomes a request.
private struct Roff {
  private(set) var text = ""

  mutating func raw(_ line: String) { text += line + "\n" }
  mutating func section(_ title: String) { raw(".SH \(Self.escaped(title))") }
  mutating func subsection(_ title: String) { raw(".SS \(Self.escaped(title))") }
  mutating func text(_ paragraph: String, isRoff: Bool = false) {
    raw((text.hasSuffix("\n.PP\n") ? "" : ".PP\n") + (isRoff ? paragraph : Self.escaped(paragraph)))
  }
  mutating func line(_ words: String) { raw(Self.escaped(words) + "\n.br") }
  mutating func item(_ term: String, _ words: String) { raw(".TP\n.B \(Self.escaped(term))\n\(Self.escaped(words))") }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\(rs"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      default: escaped.append(character)
      }
    }
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }
}
