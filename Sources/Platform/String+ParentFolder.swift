extension String {
  /// The path without its last component; empty at the top.
  public var parentFolder: String {
    guard let slash = lastIndex(of: "/") else { return "" }
    return String(self[..<slash])
  }
}
