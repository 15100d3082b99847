/// The records of a chunk's rows as they lie in their file, for a search that looks there instead of into a copy.
///
/// Every field of a record is text to be found, whatever it means; nothing is found across two fields.
public protocol RecordText: Sendable {
  /// The byte that sets two fields apart.
  var separator: UInt8 { get }

  /// Lends the records for the time of one call.
  ///
  /// - Parameter body: given the bytes from the first record to the end of the last, and where each record begins in them, in rising order. A record
  ///   ends where the next begins, its line end included.
  func withRecords<Result>(_ body: (_ bytes: UnsafeBufferPointer<UInt8>, _ starts: UnsafeBufferPointer<UInt32>) -> Result) -> Result

  /// Calls the body with the text of each field of one record, quotes taken off.
  func forEachField(ofRecord index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void)
}
