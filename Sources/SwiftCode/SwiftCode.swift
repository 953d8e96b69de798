import SwiftParser
import SwiftSyntax
import Synchronization

/// The code of cells as trees.
///
/// A cell is read for the names in it, to be coloured, and for what a solution takes along: the parser
/// works once on each.
public enum SwiftCode {
  private static let trees = Mutex<[String: SourceFileSyntax]>([:])

  /// The tree of a piece of code; an empty one where it is too much work to read.
  public static func tree(of code: String) -> SourceFileSyntax {
    if let tree = trees.withLock({ $0[code] }) { return tree }
    let tree = Parser.parse(source: CodeNesting(code).excess == nil ? code : "")
    trees.withLock { $0[code] = tree }
    return tree
  }
}
