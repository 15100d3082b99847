/// Why a text is not an EDTF date: where, what, and what to write instead.
///
///     do { _ = try EDTFDate("2020-11-31") } catch {
///       error.offset     // 8
///       error.reason     // "2020-11-31 does not exist; November 2020 has 30 days"
///       error.remedy     // "Write 2020-11-30, or 2020-11 if the day is unknown"
///     }
///
/// `reason` and `remedy` begin without and with a capital, end without a full stop, and quote nothing but digits and ASCII punctuation of the text: they are
/// safe to show on a terminal whatever the text contained.
public struct EDTFError: Error, Hashable, Sendable {
  /// Where the fault begins: bytes of UTF-8 from the start of the text.
  public var offset: Int
  /// What is wrong, in plain words.
  public var reason: String
  /// What to write instead, when there is a likely answer.
  public var remedy: String?

  public init(offset: Int, reason: String, remedy: String? = nil) {
    self.offset = offset
    self.reason = reason
    self.remedy = remedy
  }
}
