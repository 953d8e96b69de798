/// A line of options at the top of a cell, `//| key: value` or `#| key: value`.
struct CellOptionLine {
  /// What stands behind the mark.
  let yaml: Bytes

  init?(_ line: Substring) {
    let bytes = Array(line.utf8)[...]
    let slash = UInt8(ascii: "/")
    var rest = bytes
    if bytes.starts(with: [slash, slash]) {
      rest = bytes.dropFirst(2)
    } else if bytes.first == UInt8(ascii: "#") {
      rest = bytes.dropFirst()
    } else {
      return nil
    }
    rest = rest.drop(while: \.isBlank)
    guard rest.first == .pipe else { return nil }
    rest.removeFirst()
    yaml = rest.first == .space ? rest.dropFirst() : rest
  }
}
