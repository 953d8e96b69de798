/// Groups that a narrow page puts elsewhere, by the rules of ``SVG/Narrow/css``.
enum Reflow {
  /// How one coordinate of a narrow page follows from that of the full drawing.
  struct Map: Hashable, Sendable {
    var offset = 0.0
    var scale = 1.0

    /// The coordinate unchanged.
    static let same = Map()

    /// The map that takes two coordinates to two others.
    init(_ start: Double, _ end: Double, to newStart: Double, _ newEnd: Double) {
      scale = (newEnd - newStart) / (end - start)
      offset = newStart - start * scale
    }

    init(offset: Double = 0) { self.offset = offset }

    func callAsFunction(_ value: Double) -> Double { offset + scale * value }
  }

  /// A group that stands here, and there in a narrow page.
  static func moved(
    _ content: String, here: (x: Double, y: Double), there: (x: Double, y: Double)
  ) -> String {
    guard !content.isEmpty else { return "" }
    let number = Markup.number
    return "<g class=\"part\" style=\"--at:translate(\(number(there.x))px,\(number(there.y))px)\" "
      + "transform=\"translate(\(number(here.x)) \(number(here.y)))\">\(content)</g>"
  }

  /// A group whose coordinates a narrow page maps; what is in ``kept(_:)`` keeps its form.
  static func mapped(_ content: String, x: Map, y: Map = .same) -> String {
    guard !content.isEmpty else { return "" }
    let precise = Markup.precise
    var style = "--at:translate(\(Markup.number(x.offset))px,\(Markup.number(y.offset))px)"
    if x.scale != 1 || y.scale != 1 {
      style += "scale(\(precise(x.scale)),\(precise(y.scale)));"
      style += "--u:scale(\(precise(1 / x.scale)),\(precise(1 / y.scale)))"
    }
    return "<g class=\"part plot\" style=\"\(style)\">\(content)</g>"
  }

  /// Texts and marks that are centered at their places.
  static func kept(_ content: String) -> String {
    content.isEmpty ? "" : "<g class=\"kept\">\(content)</g>"
  }

  /// Texts that end at their places.
  static func keptEnds(_ content: String) -> String {
    content.isEmpty ? "" : "<g class=\"kept ends\">\(content)</g>"
  }

  /// What a narrow page leaves out.
  static func wideOnly(_ content: String) -> String {
    content.isEmpty ? "" : "<g class=\"wide\">\(content)</g>"
  }

  /// What a narrow page alone shows.
  static func narrowOnly(_ content: String) -> String {
    content.isEmpty ? "" : "<g class=\"slim\">\(content)</g>"
  }
}
