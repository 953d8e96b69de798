/// The elements and attributes that a cell's output may have.
enum MarkupAllowlist {
  private static let svg: Set<String> = [
    "svg", "g", "path", "rect", "line", "circle", "ellipse", "polyline", "polygon", "text", "tspan",
    "title", "desc", "defs", "use", "symbol", "linearGradient", "radialGradient", "stop",
    "clipPath",
    "mask", "pattern", "marker", "image", "switch", "animate", "animateMotion", "animateTransform",
    "set", "mpath",
  ]

  private static let html: Set<String> = [
    "div", "span", "p", "pre", "code", "samp", "kbd", "var", "b", "strong", "i", "em", "u", "s",
    "small",
    "sub", "sup", "mark", "abbr", "q", "blockquote", "br", "hr", "wbr", "ul", "ol", "li", "dl",
    "dt",
    "dd", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td",
    "figure",
    "figcaption", "details", "summary", "img", "label", "input", "fieldset", "legend", "output",
    "a",
    "math", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "mfrac", "msqrt", "mroot", "mstyle",
    "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mtable", "mtr",
    "mtd",
    "mpadded", "mphantom",
  ]

  static let elements = svg.union(html)
  static let voidElements: Set<String> = ["br", "hr", "wbr", "col", "img", "input"]
  static let droppedWithContent: Set<String> = [
    "script", "style", "iframe", "object", "template", "noscript", "textarea", "select",
    "foreignobject", "xmp", "noembed", "noframes", "plaintext", "head", "applet",
  ]

  static func isSVG(_ name: String) -> Bool { svg.contains(name) }

  /// Whether an attribute may stay: any but event handlers, and no address that leads elsewhere.
  static func allows(_ attribute: MarkupScanner.Attribute) -> Bool {
    let name = attribute.name.lowercased()
    let isName = !name.isEmpty && name.utf8.allSatisfy(isNameByte)
    guard isName, !name.hasPrefix("on"), !forbidden.contains(name) else { return false }
    let value = attribute.value.lowercased()
    switch name {
    case "href", "xlink:href", "src":
      return value.hasPrefix("#")
        || pictures.contains { value.hasPrefix("data:image/\($0);base64,") }
    case "type":
      return [
        "radio", "checkbox", "range", "xml", "translate", "scale", "rotate", "skewx", "skewy",
      ].contains(value)
    case "attributename": return !value.contains("href") && !value.hasPrefix("on")
    default:
      return value.utf8.allSatisfy(isHarmless)
        || !value.contains("javascript:") && leadsInside(value)
    }
  }

  /// Whether the byte is none by which an address, a function or an escape begins.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ":"), UInt8(ascii: "\\"), UInt8(ascii: "@"): false
    default: true
    }
  }

  private static let pictures = ["png", "jpeg", "gif", "webp"]
  private static let forbidden: Set<String> = [
    "srcdoc", "srcset", "action", "formaction", "ping", "background", "poster", "autofocus",
    "target",
    "http-equiv", "form", "data", "codebase", "classid", "slot", "is", "accesskey",
    "contenteditable",
  ]

  /// A style may refer to parts of the page, `url(#…)`, and nothing else.
  private static func leadsInside(_ value: String) -> Bool {
    guard !value.contains("\\"), !value.contains("@import") else { return !value.contains("url") }
    var rest = Substring(value)
    while let found = rest.firstRange(of: "url(") {
      rest = rest[found.upperBound...]
      guard rest.drop(while: { " '\"&quot;".contains($0) }).hasPrefix("#") else { return false }
    }
    return true
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
