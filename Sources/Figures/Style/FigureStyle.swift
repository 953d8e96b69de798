/// The style sheet that figures share: their colors, in light, dark and print, and their fonts.
///
/// A page contains ``css`` once. The theme follows the reader's system, or the attribute
/// `data-theme="light"` or `"dark"` of the root element; print is always light. A page may set two
/// custom properties: `--nb-surface`, its background, and `--nb-font`, the font family.
public enum FigureStyle {
  /// The style sheet for a page.
  public static let css: String = {
    var text = ":root{\(properties(Palette.light))}"
    let dark = properties(Palette.dark)
    text += """
      @media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){\(dark)}}
      @media screen{:root[data-theme="dark"]{\(dark)}}

      """
    for rule in rules {
      text += rule.text { "var(--nb-\($0))" } + "\n"
    }
    return text + pageRules
  }()

  /// The style sheet inside a drawing that is a file of its own: the rules that its content uses.
  ///
  /// Colors are written out instead of custom properties, which some viewers do not know.
  static func standalone(for content: String) -> String {
    let used = classNames(in: content)
    let needed = rules.filter { $0.isAlwaysNeeded || $0.names.contains(where: used.contains) }
    func texts(_ rules: [StyleRule], _ colors: Palette.Colors) -> String {
      rules.map { $0.text { colors[$0]! } }.joined()
    }
    let light = texts(needed, Palette.light)
    let dark = texts(needed.compactMap(\.colorsOnly), Palette.dark)
    return "\(light)@media screen and (prefers-color-scheme:dark){\(dark)}"
  }
}

extension FigureStyle {
  private static func properties(_ colors: Palette.Colors) -> String {
    colors.sorted { $0.key < $1.key }.map { "--nb-\($0.key):\($0.value)" }.joined(separator: ";")
  }

  private static func classNames(in content: String) -> Set<String> {
    var names: Set<String> = []
    var rest = content[...]
    while let start = rest.firstRange(of: "class=\"") {
      let value = rest[start.upperBound...].prefix { $0 != "\"" }
      names.formUnion(value.split(separator: " ").map(String.init))
      rest = rest[value.endIndex...]
    }
    return names
  }
}
