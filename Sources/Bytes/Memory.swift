import CBytes

/// Memory that was needed for reading and is free now.
package enum Memory {
  /// Hands it back to the system, where that does not happen by itself. Costs some milliseconds for a gigabyte.
  package static func giveBack() { cbytes_give_back_memory() }
}
