/// Ends the program with a message for whoever called the core in a wrong way.
///
/// Unlike `precondition`, the message survives optimisation.
@inline(__always)
func require(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String) {
  if !condition() { fail(message()) }
}

/// Ends the program with a message.
@inline(never)
func fail(_ message: String) -> Never {
  fatalError(MessagePlace.current.map { "\($0): \(message)" } ?? message)
}

/// What is being checked: the beginning of messages that come from its parts.
enum MessagePlace {
  /// Such as `layer 3 (Dense)`.
  @TaskLocal static var current: String?
}
