/// What stands behind the backticks of a fenced code block.
enum FenceInfo: Equatable {
  /// Code that is shown: ` ```swift `.
  case shown(language: String?)
  /// Code that is shown, in Pandoc's way: ` ```{.swift} `.
  case attributed(AttributeList)
  /// ` ```{{swift}} `: code that is shown with its fence, in single braces.
  case fenceShown(inner: String)
  /// ` ```{swift key=value} `.
  case directive(String, attributes: Substring)
  /// Braces without sense.
  case unreadable

  init(_ info: String) {
    let text = info[...].trimmingBlanks()
    guard text.hasPrefix("{") else {
      let language = text.prefix { !$0.isWhitespace }
      self = .shown(language: language.isEmpty ? nil : String(language))
      return
    }
    if text.hasPrefix("{{") {
      self =
        text.hasSuffix("}}") ? .fenceShown(inner: String(text.dropFirst().dropLast())) : .unreadable
      return
    }
    let inner = text.dropFirst().dropLast().trimmingBlanks()
    guard text.hasSuffix("}"), let first = inner.first else {
      self = .unreadable
      return
    }
    if first == "." || first == "#" {
      let attributes = AttributeList(inner: inner)
      self = attributes.map { .attributed($0) } ?? .unreadable
      return
    }
    let name = inner.prefix { !$0.isWhitespace && $0 != "," }
    self = .directive(String(name), attributes: inner.dropFirst(name.count))
  }
}

extension FenceInfo {
  /// The language that braces name, for code that is shown in it; nil where there are none.
  var languageInBraces: String? {
    switch self {
    case .shown: nil
    case .attributed(let attributes): attributes.classes.first ?? ""
    case .fenceShown(let inner):
      String(inner.dropFirst().prefix { !$0.isWhitespace && $0 != "}" })
    case .directive(let name, _): name
    case .unreadable: ""
    }
  }
}

extension Substring {
  /// The text without white space at both ends.
  func trimmingBlanks() -> Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
