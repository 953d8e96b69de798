import Diagnostics

/// What libyaml found wrong, with its place.
struct YAMLError: Error {
  /// The problem, in libyaml's words.
  var message: String
  /// Where it is.
  var position: SourcePosition

  /// What to do about the mistakes that are made most.
  var help: String? {
    switch message {
    case "mapping values are not allowed in this context":
      "A text that holds ': ' stands in quotes, as in 'title: \"CNN: a lesson\"'."
    case "found character that cannot start any token":
      "Indent with spaces, not tabs; a text that begins with '@', '`' or '%' stands in quotes."
    case "could not find expected ':'": "Each line is 'key: value'."
    default: nil
    }
  }
}
