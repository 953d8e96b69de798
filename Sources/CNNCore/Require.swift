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
  fatalError(message)
}
