/// The quotation marks of a language.
public struct QuoteMarks: Hashable, Sendable {
  /// “This” and ‘this’.
  public static let english = QuoteMarks(outer: ("“", "”"), inner: ("‘", "’"))
  /// „This“ and ‚this‘.
  public static let german = QuoteMarks(outer: ("„", "“"), inner: ("‚", "‘"))
  /// «This» and ‹this›, in Switzerland and Liechtenstein.
  public static let swiss = QuoteMarks(outer: ("«", "»"), inner: ("‹", "›"))

  let outerOpening: Character
  let outerClosing: Character
  let innerOpening: Character
  let innerClosing: Character

  private init(outer: (Character, Character), inner: (Character, Character)) {
    (outerOpening, outerClosing) = outer
    (innerOpening, innerClosing) = inner
  }

  /// The marks of a language; nil where they are not known here.
  ///
  /// - Parameter language: A BCP 47 tag, such as `de-CH`.
  public init?(language: String) {
    let parts = language.lowercased().split(separator: "-")
    switch parts.first {
    case "en": self = .english
    case "de": self = parts.contains("ch") || parts.contains("li") ? .swiss : .german
    default: return nil
    }
  }
}
