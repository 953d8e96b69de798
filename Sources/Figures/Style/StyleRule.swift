/// One rule of the figures' style sheet; `$name` in its declarations is a color of the palette.
struct StyleRule {
  /// The selectors, without the scope.
  var selectors: [String]
  /// The declarations.
  var declarations: String
  /// The media it holds for; nil is all.
  var media: String?

  init(_ selector: String, _ declarations: String, media: String? = nil) {
    self.media = media
    selectors = selector.split(separator: ",").map(String.init)
    self.declarations = declarations
  }

  /// Whether the rule holds for elements without a class.
  var isAlwaysNeeded: Bool { names.isEmpty }

  /// The class names that the selectors ask for.
  var names: [String] {
    selectors.flatMap { selector in
      selector.split(separator: " ").filter { $0.hasPrefix(".") }.map { String($0.dropFirst()) }
    }
  }

  /// The rule with the declarations that name a color only, or nil if there are none.
  var colorsOnly: StyleRule? {
    let colored = declarations.split(separator: ";").filter { $0.contains("$") }
    if colored.isEmpty { return nil }
    var result = self
    result.declarations = colored.joined(separator: ";")
    return result
  }

  /// The rule as text, each color as the closure writes it.
  func text(color: (String) -> String) -> String {
    let scoped = selectors.map { $0 == "&" ? ".nb-figure" : ".nb-figure " + $0 }
    let rule = "\(scoped.joined(separator: ",")){\(resolved(color: color))}"
    return media.map { "@media \($0){\(rule)}" } ?? rule
  }

  private func resolved(color: (String) -> String) -> String {
    var result = ""
    var rest = declarations[...]
    while let dollar = rest.firstIndex(of: "$") {
      let name = rest[dollar...].dropFirst().prefix { $0.isLetter || $0.isNumber }
      result += rest[..<dollar] + color(String(name))
      rest = rest[name.endIndex...]
    }
    return result + rest
  }
}
