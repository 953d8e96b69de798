/// Why a value cannot be kept or not be had again.
enum KeepingProblem: Error, Hashable {
  /// Values of the type have parts that only their process knows: functions, objects, pointers.
  case type(String)
  /// The cell has written a file, which would be missing another time.
  case writtenFile(String)
  /// The cell has called a function that looks at what cannot be compared another time.
  case untraced(String)
  /// The kept bytes end too early.
  case cutShort
  /// The kept bytes are of a type that the program does not have.
  case unknownType(String)

  /// The reason in words, for the author of the notebook.
  var reason: String {
    switch self {
    case .type(let name): "a value of type '\(name)' cannot be kept"
    case .writtenFile(let path): "the cell writes the file '\(path)'"
    case .untraced(let name): "the cell calls '\(name)'"
    case .cutShort: "what was kept is cut short"
    case .unknownType(let name): "there is no type '\(name)' any more"
    }
  }
}
