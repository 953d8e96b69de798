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
    if texts.contains(name) || name.hasPrefix("aria-") { return true }
    if attribute.value.utf8.allSatisfy(isHarmless), !restricted.contains(name) { return true }
    // What a browser will read.
    guard let decoded = CharacterReferences.decoded(attribute.value) else { return false }
    let value = decoded.lowercased()
    switch name {
    case "href", "xlink:href", "src":
      return value.hasPrefix("#")
        || pictures.contains { value.hasPrefix("data:image/\($0);base64,") }
    case "type":
      return [
        "radio", "checkbox", "range", "xml", "translate", "scale", "rotate", "skewx", "skewy",
      ].contains(value)
    case "attributename":
      return !value.contains("href") && !value.drop(while: \.isWhitespace).hasPrefix("on")
    default:
      // Browsers leave out blanks and control characters within a scheme.
      let address = value.unicodeScalars.filter { $0.value > 0x20 }
      return !String(String.UnicodeScalarView(address)).contains("javascript:")
        && StyleFunctions.loadNothing(in: value)
    }
  }

  /// Whether the byte is none by which an address, a function, an escape or a reference begins.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ":"), UInt8(ascii: "\\"), UInt8(ascii: "@"),
      UInt8(ascii: "&"):
      false
    default: true
    }
  }

  /// What is read to people and matched with style sheets, and never a style or an address.
  private static let texts: Set<String> = ["alt", "title", "class", "id", "summary", "label"]
  /// What may have few values.
  private static let restricted: Set<String> = [
    "href", "xlink:href", "src", "type", "attributename",
  ]
  private static let pictures = ["png", "jpeg", "gif", "webp"]
  private static let forbidden: Set<String> = [
    "srcdoc", "srcset", "imagesrcset", "action", "formaction", "ping", "background", "poster",
    "autofocus", "target", "http-equiv", "form", "data", "codebase", "classid", "slot", "is",
    "accesskey", "contenteditable", "xml:base",
  ]

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
