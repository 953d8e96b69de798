/// A place in a text file.
///
/// - Note: Lines and columns count from 1. A column counts UTF-8 bytes, as compilers do.
public struct SourcePosition: Hashable, Comparable, Codable, Sendable {
  /// The line, counted from 1.
  public var line: Int
  /// The column in UTF-8 bytes, counted from 1.
  public var column: Int

  /// A place at the given line and column, both counted from 1.
  public init(line: Int, column: Int = 1) {
    self.line = line
    self.column = column
  }

  /// Whether `left` stands before `right` in the text.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
