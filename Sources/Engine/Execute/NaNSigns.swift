extension String {
  /// The text with `nan` for `-nan`: the sign of what is no number says nothing, and processors differ in it.
  var withoutSignsOfNaN: String {
    guard contains("-nan") else { return self }
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(of: "-nan") {
      let before = rest[..<range.lowerBound]
      let isWord =
        (before.last ?? result.last).map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
      let next = rest[range.upperBound...].first
      let goesOn = next.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
      result += before + (isWord || goesOn ? "-nan" : "nan")
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
