// Links the exact rounding functions of the C library that `rounded()` compiles to.
internal import Glibc

/// The small pieces of SVG text: escaping, coordinates, elements.
enum Markup {
  /// The text with the characters that XML reserves replaced, and those that it forbids left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A coordinate rounded to tenths, as short as SVG allows: `12`, `.5`, `-3.2`.
  static func number(_ value: Double) -> String {
    tenths(Int((value * 10).rounded()))
  }

  /// A coordinate given in tenths.
  static func tenths(_ tenths: Int) -> String {
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    if rest == 0 { return sign + String(whole) }
    return sign + (whole == 0 ? "" : String(whole)) + "." + String(rest)
  }

  /// A number rounded to thousandths, for scale factors.
  static func precise(_ value: Double) -> String {
    NumberFormat.shortest.ascii.string((value * 1000).rounded() / 1000)
  }

  /// The argument of a scaling: one number where both are equal.
  static func scale(_ x: Double, _ y: Double) -> String {
    x == y ? number(x) : "\(number(x)) \(number(y))"
  }

  /// A text element whose anchor and look come from its class.
  static func text(_ content: String, x: Double, y: Double, class name: String) -> String {
    "<text class=\"\(name)\" x=\"\(number(x))\" y=\"\(number(y))\">\(escaped(content))</text>"
  }

  /// A sign between two drawings; the star's own form is half as large as the others'.
  static func operatorText(_ sign: String, x: Double, y: Double) -> String {
    let isStar = sign == "⋆"
    return text(
      sign, x: x, y: isStar ? y + 5 : y, class: isStar ? "operator star" : "operator")
  }

  /// A path of one class.
  static func path(_ data: String, class name: String) -> String {
    data.isEmpty ? "" : "<path class=\"\(name)\" d=\"\(data)\"/>"
  }

  /// The content moved to a place.
  static func group(_ content: String, x: Double, y: Double) -> String {
    x == 0 && y == 0
      ? content : "<g transform=\"translate(\(number(x)) \(number(y)))\">\(content)</g>"
  }
}
