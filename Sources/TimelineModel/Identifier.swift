/// The name by which one thing of a timeline refers to another: lower-case words joined by hyphens, stable and never reused.
///
/// `"sotk-artillery-2023-05-11"` is an event's, `"armenia-mod"` an actor's. Foreign data bring ids of their own shape and keep them.
public typealias Identifier = String
