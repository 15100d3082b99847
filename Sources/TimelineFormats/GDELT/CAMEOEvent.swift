/// What CAMEO's codes of events mean: the twenty roots and what stands below each. The words are ours.
///
/// Source: CAMEO, Event and Actor Codebook, version 1.1b3 (2012), chapter 2, which is the one that GDELT's documentation names. Its list of codes for download
/// gives 105 to 108 the words of an older codebook; those of the newer one are here.
package enum CAMEOEvent {
  /// A short word for a root, by which events are told apart in a list.
  package static func kind(ofRoot code: String) -> String? {
    guard let number = code.wholeNumber, kinds.indices.contains(number - 1) else { return nil }
    return kinds[number - 1]
  }

  private static let kinds = [
    "statement", "appeal", "intent to cooperate", "consultation", "diplomacy", "cooperation", "aid", "yielding", "investigation", "demand", "disapproval",
    "rejection", "threat", "protest", "show of force", "relations reduced", "coercion", "assault", "fight", "mass violence",
  ]

  package static let words: [String: String] = [
    "01": "public statement", "010": "statement", "011": "comment declined", "012": "pessimistic comment", "013": "optimistic comment",
    "014": "policy under consideration", "015": "responsibility acknowledged or claimed", "016": "accusation or responsibility denied",
    "017": "symbolic act", "018": "comment in sympathy", "019": "agreement expressed",
    "02": "appeal", "020": "appeal", "021": "appeal for cooperation in deeds", "022": "appeal for diplomatic cooperation", "023": "appeal for aid",
    "024": "appeal for political reform", "025": "appeal to yield", "026": "appeal to others to meet or negotiate",
    "027": "appeal to others to settle a dispute", "028": "appeal to others to accept mediation",
    "03": "intent to cooperate", "030": "intent to cooperate", "031": "intent to cooperate in deeds", "032": "intent to cooperate diplomatically",
    "033": "intent to give aid", "034": "intent to reform politically", "035": "intent to yield", "036": "intent to meet or negotiate",
    "037": "intent to settle a dispute", "038": "intent to accept mediation", "039": "intent to mediate",
    "04": "consultation", "040": "consultation", "041": "discussion by telephone", "042": "visit made", "043": "visit received",
    "044": "meeting in a third place", "045": "mediation", "046": "negotiation",
    "05": "diplomatic cooperation", "050": "diplomatic cooperation", "051": "praise or endorsement", "052": "defence in words",
    "053": "support rallied", "054": "diplomatic recognition", "055": "apology", "056": "forgiveness", "057": "formal agreement signed",
    "06": "cooperation in deeds", "060": "cooperation in deeds", "061": "economic cooperation", "062": "military cooperation",
    "063": "judicial cooperation", "064": "intelligence shared",
    "07": "aid", "070": "aid", "071": "economic aid", "072": "military aid", "073": "humanitarian aid", "074": "military protection or peacekeeping",
    "075": "asylum granted",
    "08": "yielding", "080": "yielding", "081": "administrative sanctions eased", "082": "political dissent eased",
    "083": "demands for political reform met", "084": "people or property returned or released", "085": "economic sanctions eased",
    "086": "international involvement allowed", "087": "military engagement reduced",
    "09": "investigation", "090": "investigation", "091": "investigation of crime or corruption", "092": "investigation of human rights abuses",
    "093": "investigation of military action", "094": "investigation of war crimes",
    "10": "demand", "100": "demand", "101": "demand for cooperation in deeds", "102": "demand for diplomatic cooperation", "103": "demand for aid",
    "104": "demand for political reform", "105": "demand to yield", "106": "demand for a meeting or negotiation",
    "107": "demand that a dispute be settled", "108": "demand for mediation",
    "11": "disapproval", "110": "disapproval", "111": "criticism or denunciation", "112": "accusation", "113": "opposition rallied",
    "114": "official complaint", "115": "lawsuit", "116": "finding of guilt or liability",
    "12": "rejection", "120": "rejection", "121": "cooperation in deeds rejected", "122": "demand for aid rejected",
    "123": "demand for political reform rejected", "124": "refusal to yield", "125": "proposal to meet or negotiate rejected",
    "126": "mediation rejected", "127": "settlement of a dispute rejected", "128": "norms or law defied", "129": "veto",
    "13": "threat", "130": "threat", "131": "threat without force", "132": "threat of administrative sanctions", "133": "threat of political dissent",
    "134": "threat to halt negotiations", "135": "threat to halt mediation", "136": "threat to halt international involvement",
    "137": "threat of repression", "138": "threat of military force", "139": "ultimatum",
    "14": "protest", "140": "political dissent", "141": "demonstration or rally", "142": "hunger strike", "143": "strike or boycott",
    "144": "passage obstructed", "145": "violent protest or riot",
    "15": "show of force", "150": "show of military or police power", "151": "police alert raised", "152": "military alert raised",
    "153": "police mobilised", "154": "armed forces mobilised", "155": "cyber forces mobilised",
    "16": "relations reduced", "160": "relations reduced", "161": "diplomatic relations reduced or broken", "162": "aid reduced or stopped",
    "163": "embargo, boycott or sanctions", "164": "negotiations halted", "165": "mediation halted", "166": "expulsion or withdrawal of a mission",
    "17": "coercion", "170": "coercion", "171": "property seized or damaged", "172": "administrative sanctions", "173": "arrest or detention",
    "174": "expulsion or deportation", "175": "violent repression", "176": "attack on computers",
    "18": "assault", "180": "unconventional violence", "181": "abduction, hijacking or hostage taking", "182": "physical assault",
    "183": "bombing by other than military means", "184": "human shields", "185": "attempted assassination", "186": "assassination",
    "19": "fighting", "190": "conventional military force", "191": "blockade or restricted movement", "192": "territory occupied",
    "193": "small arms or light weapons", "194": "artillery or tanks", "195": "weapons from the air", "196": "ceasefire violated",
    "20": "mass violence", "200": "unconventional mass violence", "201": "mass expulsion", "202": "mass killing", "203": "ethnic cleansing",
    "204": "weapons of mass destruction",
  ]
}
