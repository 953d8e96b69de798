/// Why a formula cannot be set.
public struct MathError: Error, Hashable, Sendable {
  /// The reason in KaTeX's words.
  public var reason: String
  /// Where in the TeX source, in UTF-16 units from 0; nil where it concerns the whole formula.
  public var offset: Int?
}
