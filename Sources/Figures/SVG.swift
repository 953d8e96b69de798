/// A drawing in Scalable Vector Graphics.
///
/// Its colors and fonts come from the classes of ``FigureStyle``; it carries no
/// script and no id, so that any number of drawings fit into one page.
public struct SVG: Hashable, Sendable {
  /// The natural width in pixels.
  public let width: Double
  /// The natural height in pixels.
  public let height: Double
  /// The height, from the top, at which an operator beside the drawing belongs.
  public let center: Double
  /// What the drawing shows, for those who do not see it.
  public let alternative: String
  /// The elements inside the root.
  let content: String
  /// Whether its parts can be picked, so that it is not one image to those who do not see it.
  private let isInteractive: Bool
  private let narrow: Narrow?

  init(
    width: Double, height: Double, center: Double? = nil, alternative: String, content: String,
    isInteractive: Bool = false, narrow: Narrow? = nil
  ) {
    self.narrow = narrow
    self.isInteractive = isInteractive
    self.width = width.rounded(.up)
    self.height = height.rounded(.up)
    self.center = center ?? height / 2
    self.alternative = alternative
    self.content = content
  }

  /// The drawing for a page that has ``FigureStyle/css`` once.
  public var text: String {
    element(padding: 0, inner: content, narrow: narrow)
  }

  /// The drawing as a file of its own, with the style that it needs inside.
  public var standalone: String {
    let background =
      "<path class=\"surface\" d=\"M0 0h\(Markup.number(width))v\(Markup.number(height))H0z\"/>"
    return element(
      padding: 0,
      inner: "<style>\(FigureStyle.standalone(for: content))</style>\(background)\(content)")
  }

  /// The root element around the content, with room above it.
  func element(padding: Double, inner: String) -> String {
    element(padding: padding, inner: inner, narrow: nil)
  }

  private func element(padding: Double, inner: String, narrow: Narrow?) -> String {
    let width = Markup.number(self.width)
    let height = Markup.number(self.height + padding)
    let role = isInteractive ? "group" : "img"
    var look = Self.rootClass(width: self.width)
    var place = ""
    if let narrow {
      look += " nb-reflow"
      place =
        " preserveAspectRatio=\"xMinYMin\" "
        + "style=\"\(narrow.properties(width: self.width, height: self.height))\""
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="\(look)"\(place) \
      role="\(role)" aria-label="\(Markup.escaped(alternative))" width="\(width)" height="\(height)" \
      viewBox="0 \(Markup.number(-padding)) \(width) \(height)">\(inner)</svg>
      """
  }

  /// Wider drawings are not simply shrunk to a phone's width.
  static let widestUnshrunk = 420.0

  /// Wide drawings scroll on a phone, if they have no narrow form.
  private static func rootClass(width: Double) -> String {
    width > widestUnshrunk ? "nb-figure nb-wide" : "nb-figure"
  }
}
