extension String {
  /// The path without its last component; empty at the top, and where there is one component only.
  public var parentFolder: String {
    guard let slash = lastIndex(of: "/") else { return "" }
    return String(self[..<slash])
  }
}
