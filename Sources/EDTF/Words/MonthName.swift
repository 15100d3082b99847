/// The English names of the months.
enum MonthName {
  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]

  /// `January` to `December` for 1 to 12; empty for any other number.
  static func full(_ month: Int) -> String {
    names.indices.contains(month - 1) ? names[month - 1] : ""
  }

  /// `Jan` to `Dec`.
  static func short(_ month: Int) -> String {
    String(full(month).prefix(3))
  }
}
