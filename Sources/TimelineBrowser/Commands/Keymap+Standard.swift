package import Terminal

extension Keymap {
  /// The keys that annals ships with: a vim, less, tig or lnav user finds their own.
  package static let standard: Keymap = {
    var bindings: [Binding] = []
    for (place, rows) in shipped {
      for (command, texts) in rows {
        for text in texts {
          guard let keys = keys(named: text) else { continue }
          bindings.append(Binding(place: place, keys: keys, command: command))
        }
      }
    }
    return Keymap(bindings)
  }()

  /// Reads keys as files and help write them: names separated by blanks, as in `] a`, `^D`, `PgDn`.
  package static func keys(named text: String) -> [Key]? {
    // Most are one key, and the map is made at every start.
    if !text.utf8.contains(UInt8(ascii: " ")) { return Key(name: text).map { [$0] } }
    let names = text.split(separator: " ")
    let keys = names.compactMap { Key(name: String($0)) }
    return keys.isEmpty || keys.count != names.count ? nil : keys
  }

  /// What is bound where in the shipped map, as written; a test reads every one of these back.
  package static let shipped: [(Place, [(Command, [String])])] = [
    (
      .anywhere,
      [
        (.nextEvent, ["j", "Down", "^N"]), (.previousEvent, ["k", "Up", "^P"]),
        (.halfPageDown, ["^D"]), (.halfPageUp, ["^U"]),
        (.pageDown, ["Space", "PgDn", "^F"]), (.pageUp, ["b", "PgUp", "^B"]),
        (.first, ["g", "Home"]), (.last, ["G", "End"]),
        (.open, ["Enter"]), (.close, ["q", "Esc"]), (.quit, ["Q"]),
        (.help, ["?", "F1"]), (.palette, [":"]),
        (.back, ["H", "^O"]), (.forward, ["L"]),
        (.search, ["/"]), (.searchNext, ["n"]), (.searchPrevious, ["N"]),
        (.undo, ["u"]), (.redo, ["^R"]),
        (.theme, ["t"]), (.redraw, ["^L"]), (.suspend, ["^Z"]), (.cancel, ["^C"]), (.reload, ["R"]),
        (.permalink, ["Y"]), (.sources, ["S"]), (.actors, ["a"]), (.problems, ["P"]),
      ]
    ),
    (
      .timeline,
      [
        (.nextPeriod, [">"]), (.previousPeriod, ["<"]),
        (.zoomIn, ["+", "="]), (.zoomOut, ["-"]), (.zoomAll, ["0"]),
        (.goToDate, ["@"]), (.repeatGoToDate, ["."]),
        (.nextOfActor, ["] a"]), (.previousOfActor, ["[ a"]), (.nextOfPlace, ["] p"]), (.previousOfPlace, ["[ p"]),
        (.nextContested, ["] c"]), (.previousContested, ["[ c"]), (.nextLinked, ["] l"]), (.previousLinked, ["[ l"]),
        (.nextGap, ["] g"]), (.previousGap, ["[ g"]),
        (.whatLedHere, ["w"]), (.whatFollowed, ["W"]),
        (.scrollDetailDown, ["J"]), (.scrollDetailUp, ["K"]),
        (.filter, ["f"]), (.onlyThis, [","]), (.notThis, ["!"]), (.toggleFilters, ["T"]), (.clearFilters, ["F"]), (.chips, ["Tab"]),
        (.sort, ["s"]), (.accounts, ["C"]), (.explain, ["x"]),
        (.note, ["c"]), (.bookmark, ["B"]), (.setMark, ["m"]), (.goToMark, ["'"]),
        (.cite, ["y"]), (.openSource, ["o"]), (.edit, ["e"]), (.detailPane, ["p"]),
      ]
    ),
    (
      .event,
      [
        (.nextInList, ["J", "Right", "^N"]), (.previousInList, ["K", "Left", "^P"]),
        (.nextItem, ["Tab"]), (.previousItem, ["S-Tab"]),
        (.nextOfActor, ["] a"]), (.previousOfActor, ["[ a"]), (.nextOfPlace, ["] p"]), (.previousOfPlace, ["[ p"]),
        (.nextContested, ["] c"]), (.previousContested, ["[ c"]), (.nextLinked, ["] l"]), (.previousLinked, ["[ l"]),
        (.nextGap, ["] g"]), (.previousGap, ["[ g"]),
        (.whatLedHere, ["w"]), (.whatFollowed, ["W"]),
        (.nextPeriod, [">"]), (.previousPeriod, ["<"]),
        (.goToDate, ["@"]), (.repeatGoToDate, ["."]),
        (.filter, ["f"]), (.onlyThis, [","]), (.notThis, ["!"]), (.toggleFilters, ["T"]), (.clearFilters, ["F"]),
        (.note, ["c"]), (.bookmark, ["B"]), (.setMark, ["m"]), (.goToMark, ["'"]),
        (.accounts, ["C"]), (.explain, ["x"]), (.cite, ["y"]), (.openSource, ["o"]), (.edit, ["e"]),
      ]
    ),
    (
      .accounts,
      [
        (.nextInList, ["J", "^N"]), (.previousInList, ["K", "^P"]), (.nextSpeaker, ["Right", "l", "Tab"]), (.previousSpeaker, ["Left", "h", "S-Tab"]),
        (.note, ["c"]), (.bookmark, ["B"]), (.setMark, ["m"]), (.goToMark, ["'"]),
        (.accounts, ["C"]), (.whatLedHere, ["w"]), (.whatFollowed, ["W"]),
        (.explain, ["x"]), (.cite, ["y"]), (.openSource, ["o"]), (.edit, ["e"]),
      ]
    ),
    (.actors, [(.toggleItem, ["Space", "x"]), (.excludeItem, ["!"]), (.sort, ["s"])]),
    (
      .chips,
      [(.nextItem, ["Tab", "Right"]), (.previousItem, ["S-Tab", "Left"]), (.toggleItem, ["Space"]), (.deleteItem, ["x", "Del"]), (.filter, ["Enter", "f"])]
    ),
    (.sources, [(.openSource, ["o"])]),
    (.problems, [(.edit, ["e"])]),
  ]
}
