/// Which addresses a link may have.
enum LinkPolicy {
  private static let schemes: Set<String> = ["http", "https", "mailto", "ftp", "tel", "doi"]

  /// Whether a browser that follows the link runs nothing: a fragment, a relative path, or a scheme
  /// that only leads elsewhere.
  static func isHarmless(_ destination: String) -> Bool {
    // Browsers ignore leading spaces and all control characters in a scheme.
    let visible = destination.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    let beforePath = visible.prefix { !["/", "?", "#"].contains($0) }
    guard let colon = beforePath.firstIndex(of: ":") else { return true }
    return schemes.contains(String(String.UnicodeScalarView(beforePath[..<colon])).lowercased())
  }
}
