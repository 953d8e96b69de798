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
    guard Self.comments.contains(where: text.hasPrefix) else { return nil }
    let words = text.drop { $0 == "/" || $0 == "#" || $0.isWhitespace }
      .split(whereSeparator: \.isWhitespace).prefix(2).joined(separator: " ")
    switch words {
    case "BEGIN SOLUTION" where text.hasPrefix("//"): self = .begin
    case "END SOLUTION" where text.hasPrefix("//"): self = .end
    default:
      let marks = ["BEGIN SOLUTION", "END SOLUTION"]
      let near = text.hasPrefix("//") ? nearest(to: words, among: marks) : nil
      guard let meant = marks.first(where: text.uppercased().contains) ?? near else { return nil }
      self = .mistyped(meant: meant)
    }
  }

  /// How comments begin, in Swift and where people come from.
  private static let comments = ["//", "/*", "#", "--"]
}
