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
  public var text: String { element(padding: 0) }

  /// The drawing as a file of its own, with the style that it needs inside.
  public var standalone: String {
    let background =
      "<path class=\"surface\" d=\"M0 0h\(Markup.number(width))v\(Markup.number(height))H0z\"/>"
    return element(
      padding: 0, look: "nb-figure", place: "",
      inner: "<style>\(FigureStyle.standalone(for: content))</style>\(background)\(content)")
  }

  /// The root element around the content, with room above it, for a place in a row.
  func element(padding: Double) -> String {
    guard var narrow else {
      return width > Self.widestUnshrunk
        ? element(
          padding: padding, look: "nb-figure nb-wide",
          place: " style=\"--w:\(Markup.number(width))\"", inner: content)
        : element(padding: padding, look: "nb-figure", place: "", inner: content)
    }
    narrow.height += padding
    let properties = narrow.properties(width: width, height: height + padding)
    return element(
      padding: padding, look: "nb-figure nb-wide nb-reflow",
      place: " preserveAspectRatio=\"xMinYMin\" style=\"\(properties)\"", inner: content)
  }

  private func element(
    padding: Double, look: String, place: String, inner: String
  ) -> String {
    let width = Markup.number(self.width)
    let height = Markup.number(self.height + padding)
    let role = isInteractive ? "group" : "img"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="\(look)"\(place) \
      role="\(role)" aria-label="\(Markup.escaped(alternative))" width="\(width)" height="\(height)" \
      viewBox="0 \(Markup.number(-padding)) \(width) \(height)">\(inner)</svg>
      """
  }

  /// Wider drawings scroll where they would have to shrink too much, if they have no narrow form.
  static let widestUnshrunk = 420.0
}
