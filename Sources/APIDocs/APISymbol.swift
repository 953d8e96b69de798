/// A public declaration with its documentation.
public struct APISymbol: Hashable, Codable, Sendable {
  /// What it is, in the order in which a type's members are listed.
  public enum Kind: Int, Codable, Sendable {
    case type
    case initializer
    case typeProperty
    case typeMethod
    case enumCase
    case property
    case method
    case `subscript`
    case function
    case `operator`
  }

  /// The module that declares it.
  public var module: String
  /// What it is.
  public var kind: Kind
  /// Its name behind the names of the types around it, with the labels of a function's arguments.
  public var path: [String]
  /// The declaration in Swift.
  public var declaration: String
  /// The documentation, line by line.
  public var comment: [String]
}

extension APISymbol {
  /// The names without labels: `Conv2D.forward`.
  public var name: String { path.map(Self.withoutLabels).joined(separator: ".") }

  /// The last of the names without labels: `forward`.
  public var baseName: String { Self.withoutLabels(path.last ?? "") }

  /// The documentation's first sentence, or nil where there is none.
  public var summary: String? {
    let paragraph = comment.prefix { !$0.isEmpty }.joined(separator: " ")
    if paragraph.isEmpty { return nil }
    // Behind "et al." a sentence goes on.
    let end = paragraph.ranges(of: ". ").map(\.lowerBound)
      .first { !paragraph[..<$0].hasSuffix("et al") }
    return (end.map { String(paragraph[...$0]) } ?? paragraph).withoutLinks
  }

  private static func withoutLabels(_ name: String) -> String {
    guard let open = name.firstIndex(of: "("), open > name.startIndex else { return name }
    return String(name[..<open])
  }
}

extension String {
  /// The text with single backticks in the place of the double ones that link to other symbols.
  var withoutLinks: String { replacing("``", with: "`") }
}
