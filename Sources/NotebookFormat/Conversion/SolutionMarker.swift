import Diagnostics

/// A line that begins or ends the part of a cell's code that only the solution shows, by nbgrader's
/// convention: `// BEGIN SOLUTION`, `// END SOLUTION`.
enum SolutionMarker: Equatable {
  case begin
  case end
  /// Nearly a marker: left alone it would give the solution away.
  case mistyped(meant: String)

  init?(_ line: Substring) {
    let text = line.drop(while: \.isWhitespace)
    guard text.hasPrefix("//") else { return nil }
    let words = text.drop { $0 == "/" || $0 == "#" || $0.isWhitespace }
      .split(whereSeparator: \.isWhitespace).prefix(2).joined(separator: " ")
    switch words {
    case "BEGIN SOLUTION": self = .begin
    case "END SOLUTION": self = .end
    default:
      guard let meant = nearest(to: words, among: ["BEGIN SOLUTION", "END SOLUTION"]) else {
        return nil
      }
      self = .mistyped(meant: meant)
    }
  }
}
