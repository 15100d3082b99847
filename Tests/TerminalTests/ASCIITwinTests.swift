import Terminal
import Testing

@Suite("ASCII twins")
struct ASCIITwinTests {
  @Test(
    "Names of the subject can be read where only ASCII can be shown",
    arguments: [
      ("Şuşa", "Susa"), ("Xankəndi", "Xankendi"), ("Ağdam", "Agdam"), ("İlham Əliyev", "Ilham Eliyev"), ("Kəlbəcər – Laçın", "Kelbecer - Lacin"),
      ("Степанакерт", "Stepanakert"), ("Щербаков", "Shcherbakov"), ("Киев, Україна", "Kiev, Ukrayina"), ("Երևան", "Yerevan"), ("Շուշի", "Shushi"),
      ("Ոսկեպար", "Voskepar"), ("ՈՒՂԻ", "UGhI"), ("Ուխտ ու", "Ukht u"), ("ւ", "v"), ("Արցախ", "Artsakh"),
      ("თბილისი", "tbilisi"), ("“Sotk” … 5 km²", "\"Sotk\" ~ 5 km2"), ("Chișinău", "Chisinau"), ("Straße", "Strasse"), ("Ńǫ́", "No"),
      ("▁▂▃▄▅▆▇█", ".:-=+*##"), ("⠀⠁⠃⠇⡇⣇⣧⣷⣿", " .:-=+*##"), ("┌─┬│├┼┘═║", "+-+|+++=|"), ("†◆✶▪•◦", "+**#*o"), ("東京", "??"),
    ])
  func names(text: String, twin: String) {
    #expect(CellText(text, ascii: true).text == twin)
  }

  @Test("No character whatever is drawn with a byte over 7E")
  func everyScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = CellText(String(scalar), ascii: true)
      guard text.isASCII, text.units.allSatisfy({ $0.scalarValue >= 0x20 && $0.scalarValue < 0x7F }) else {
        Issue.record("U+\(String(value, radix: 16)) is drawn as \(text.text)")
        return
      }
    }
  }
}
