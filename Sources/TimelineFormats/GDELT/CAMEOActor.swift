import TimelineModel

/// What CAMEO's codes of types of actors mean. The words are ours.
///
/// Source: CAMEO, Event and Actor Codebook, version 1.1b3 (2012), chapter 3; GDELT's list of types.
enum CAMEOActor {
  static let types: [String: (words: String, kind: Actor.Kind)] = [
    "GOV": ("government", .state), "MIL": ("armed forces of a state", .state), "COP": ("police", .state), "SPY": ("intelligence service", .state),
    "LEG": ("parliament", .state), "JUD": ("judiciary", .court),
    "REB": ("rebels", .armed), "INS": ("insurgents", .armed), "SEP": ("separatist rebels", .armed), "UAF": ("armed forces of no known allegiance", .armed),
    "IMG": ("international armed group", .armed), "CRM": ("criminals", .unknown), "RAD": ("radicals", .unknown), "MOD": ("moderates", .unknown),
    "OPP": ("political opposition", .political), "PTY": ("political party", .political), "ELI": ("elites", .unknown),
    "CVL": ("civilians", .population), "REF": ("refugees", .population), "SET": ("settlers", .population), "LAB": ("workers", .population),
    "AGR": ("agriculture", .unknown), "BUS": ("business", .organisation), "MNC": ("multinational company", .organisation), "DEV": ("development", .unknown),
    "EDU": ("education", .unknown), "ENV": ("environment", .unknown), "HLH": ("health", .unknown), "HRI": ("human rights", .organisation),
    "MED": ("media", .organisation), "NGO": ("non-governmental organisation", .organisation), "NGM": ("non-governmental movement", .organisation),
    "IGO": ("organisation of states", .organisation), "INT": ("international, of no other sort", .unknown), "UNO": ("United Nations", .organisation),
    "PKO": ("peacekeepers", .peacekeepers), "IRC": ("Red Cross", .organisation), "GRP": ("Greenpeace", .organisation),
    "AMN": ("Amnesty International", .organisation),
    "UIS": ("state that was not identified", .state),
  ]
}
