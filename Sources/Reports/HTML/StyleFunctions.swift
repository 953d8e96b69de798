/// The functions that a style in a cell's output may call.
enum StyleFunctions {
  private static let allowed: Set<String> = [
    "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix",
    "light-dark", "var", "env", "calc", "min", "max", "clamp", "round", "abs", "sign", "sin", "cos",
    "tan", "sqrt", "pow", "minmax", "repeat", "fit-content", "matrix", "matrix3d", "translate",
    "translatex", "translatey", "translatez", "translate3d", "scale", "scalex", "scaley", "scalez",
    "scale3d", "rotate", "rotatex", "rotatey", "rotatez", "rotate3d", "skew", "skewx", "skewy",
    "perspective", "inset", "circle", "ellipse", "polygon", "path", "cubic-bezier", "steps",
    "linear", "linear-gradient", "radial-gradient", "conic-gradient", "repeating-linear-gradient",
    "repeating-radial-gradient", "repeating-conic-gradient", "blur", "brightness", "contrast",
    "drop-shadow", "grayscale", "hue-rotate", "invert", "opacity", "saturate", "sepia", "counter",
    "counters", "not", "is", "where", "has", "nth-child", "nth-last-child", "nth-of-type",
    "nth-last-of-type", "lang", "dir",
  ]

  /// Whether a style, in small letters and without character references, loads nothing: it calls these
  /// functions alone, refers by `url(#…)` to parts of the page, and has no escape that could hide another.
  static func loadNothing(in style: String) -> Bool {
    guard !style.contains("\\"), !style.contains("@import") else { return false }
    var rest = Substring(style)
    while let parenthesis = rest.firstIndex(of: "(") {
      let name = String(
        String.UnicodeScalarView(
          rest[..<parenthesis].unicodeScalars.reversed().prefix(while: isOfName).reversed()))
      rest = rest[rest.index(after: parenthesis)...]
      if name == "url" {
        guard rest.drop(while: { " '\"".contains($0) }).hasPrefix("#") else { return false }
      } else if !name.isEmpty && !allowed.contains(name) {
        return false
      }
    }
    return true
  }

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: scalar.value >= 0x80
    }
  }
}
