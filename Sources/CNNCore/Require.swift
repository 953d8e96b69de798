/// Ends the program with a message where a function is used wrongly.
///
/// The text is printed in every build; the line that made the wrong call is in the stack trace.
@inline(__always)
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}

extension [Int] {
  /// A shape as it is printed: `3×4`, or `()` without axes.
  var shapeText: String {
    isEmpty ? "()" : map(String.init).joined(separator: "×")
  }
}
