/// Ends the program with a message for whoever called the core, or its figures, in a wrong way.
///
/// Unlike `precondition`, the message survives optimisation.
@inline(__always)
package func require(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String) {
  if !condition() { fail(message()) }
}

/// Ends the program with a message.
@inline(never)
package func fail(_ message: String) -> Never {
  fatalError(MessagePlace.current.map { "\($0): \(message)" } ?? message)
}

/// What is being checked: the beginning of messages that come from its parts.
enum MessagePlace {
  /// Such as `layer 3 (Dense)`.
  @TaskLocal static var current: String?
}
