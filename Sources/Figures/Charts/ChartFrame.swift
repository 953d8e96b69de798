/// Where the plot of a chart lies, and where it lies in a narrow page, which compresses the plot and
/// leaves texts and marks as they are.
struct ChartFrame {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  /// The size of the whole chart.
  let size: (width: Double, height: Double)
  private(set) var narrow: NarrowForm?

  /// The plot and the chart in a narrow page.
  struct NarrowForm {
    var width: Double
    var height: Double
    var right: Double
    var bottom: Double
  }

  /// The width of charts on a phone, if their titles are not longer.
  private static let narrowWidth = 340.0
  private static let widestNarrow = 440.0

  init(
    left: Double, right: Double, top: Double, bottom: Double,
    size: (width: Double, height: Double)
  ) {
    (self.left, self.right, self.top, self.bottom) = (left, right, top, bottom)
    self.size = size
  }

  /// A plot that reaches as near to the chart's right edge in a narrow page.
  init(
    left: Double, right: Double, top: Double, bottom: Double,
    size: (width: Double, height: Double), title: String?
  ) {
    self.init(left: left, right: right, top: top, bottom: bottom, size: size)
    if let width = Self.narrowWidth(for: size.width, title: title) {
      setNarrow(width: width, right: width - (size.width - right), bottom: bottom)
    }
  }

  /// The width of a narrow page's chart with the title; nil where the chart is narrow itself.
  static func narrowWidth(for width: Double, title: String?) -> Double? {
    guard width > SVG.widestUnshrunk else { return nil }
    return max(narrowWidth, min(widestNarrow, titleWidth(title) + 8))
  }

  /// Sets where the plot ends in a narrow page; the rest of the chart follows it.
  mutating func setNarrow(width: Double, right: Double, bottom: Double, extraHeight: Double = 0) {
    narrow = NarrowForm(
      width: width, height: size.height + bottom - self.bottom + extraHeight, right: right,
      bottom: bottom)
  }

  private static func titleWidth(_ title: String?) -> Double {
    TextWidth.of(title ?? "", size: 13 * 1.12)
  }
}

// MARK: - Drawing

extension ChartFrame {
  /// The whole drawing.
  func svg(_ content: String, alternative: String) -> SVG {
    SVG(
      width: size.width, height: size.height, center: (top + bottom) / 2,
      alternative: alternative,
      content: narrow == nil ? content : "<g class=\"all\">\(content)</g>",
      narrow: narrow.map { SVG.Narrow(width: $0.width, height: $0.height, places: []) })
  }

  /// What lies in the plot or at its left.
  func plot(_ content: String) -> String {
    guard let narrow else { return content }
    return Reflow.mapped(
      content, x: across(narrow), y: .init(top, bottom, to: top, narrow.bottom))
  }

  /// What lies below the plot, at places along it.
  func below(_ content: String) -> String {
    guard let narrow else { return content }
    return Reflow.mapped(content, x: across(narrow), y: .init(offset: narrow.bottom - bottom))
  }

  /// What lies at the right of the plot.
  func beside(_ content: String) -> String {
    guard let narrow else { return content }
    return Reflow.mapped(content, x: .init(offset: narrow.right - right))
  }

  /// Marks and texts in the plot that are not compressed with it.
  func kept(_ content: String) -> String { narrow == nil ? content : Reflow.kept(content) }

  /// Texts at the left of the plot that end at their places.
  func keptEnds(_ content: String) -> String {
    narrow == nil ? content : Reflow.keptEnds(content)
  }

  /// The title over the plot.
  func title(_ text: String?) -> String {
    guard let text else { return "" }
    let center = (left + right) / 2
    let element = Markup.text(text, x: center, y: 16, class: "title")
    guard let narrow else { return element }
    let half = Self.titleWidth(text) / 2 + 2
    let place = max(half, min(narrow.width - half, (left + narrow.right) / 2))
    return Reflow.mapped(element, x: .init(offset: (place - center).rounded()))
  }

  /// The texts at ticks below the plot: all, or what fits in a narrow page.
  func labels(_ texts: [(text: String, x: Double)], y: Double) -> String {
    func elements(_ isShown: (Int) -> Bool) -> String {
      texts.indices.filter(isShown).map {
        Markup.text(texts[$0].text, x: texts[$0].x, y: y, class: "label")
      }.joined()
    }
    guard let narrow else { return elements { _ in true } }
    let step = narrowStep(texts, narrow)
    return below(
      Reflow.kept(elements { $0 % step == 0 }) + Reflow.wideOnly(elements { $0 % step != 0 }))
  }

  /// Every how many of the texts a narrow page shows.
  private func narrowStep(_ texts: [(text: String, x: Double)], _ narrow: NarrowForm) -> Int {
    let places = texts.map(\.x)
    let gaps = zip(places, places.dropFirst()).map { $1 - $0 }
    guard let gap = gaps.min(), gap > 0 else { return 1 }
    let widest = texts.map { TextWidth.of($0.text, size: 11) }.max() ?? 0
    return max(1, Int(((widest + 8) / (gap * across(narrow).scale)).rounded(.up)))
  }

  private func across(_ narrow: NarrowForm) -> Reflow.Map {
    .init(left, right, to: left, narrow.right)
  }
}
