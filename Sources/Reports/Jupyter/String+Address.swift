extension String {
  /// The text with an address replaced where it stands whole, and not where a longer one begins with it.
  func replacing(address: String, with other: String) -> String {
    let parts = split(separator: address, omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts[0])) { text, rest in
      let isWhole = rest.first.map { $0.isWhitespace || ")>\"'".contains($0) } ?? true
      return text + (isWhole ? other : address) + rest
    }
  }
}
