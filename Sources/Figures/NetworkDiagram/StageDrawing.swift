/// One stage of a network diagram and the arrow that leads to it.
struct StageDrawing {
  private let stage: NetworkDiagram.Stage
  private let values: StageMaps
  let gradient: StageMaps?
  /// Whether the stage before has a gradient too.
  private let leadsBack: Bool

  private static let gap = 8.0

  init(_ stage: NetworkDiagram.Stage, leadsBack: Bool) {
    self.stage = stage
    self.leadsBack = leadsBack
    values = StageMaps(stage.values)
    gradient = stage.gradient.map(StageMaps.init)
  }

  var width: Double { arrowWidth + stageWidth }
  var height: Double { values.height }

  /// The name, the shape and the values, and the arrow to them, around their middle.
  var forward: String {
    let top = -(values.height / 2).rounded()
    let stage =
      Markup.text(self.stage.name, x: center, y: top - 24, class: "title")
      + Markup.text(self.stage.shapeText, x: center, y: top - 9, class: "label")
      + values.content(center: center)
    guard let operation = self.stage.operation else { return stage }
    return Markup.text(operation, x: arrowWidth / 2, y: -8, class: "label")
      + arrow(from: 4, to: arrowWidth - 6) + stage
  }

  /// The gradient with its name and the arrow from it, around their middle.
  var backward: String {
    guard let gradient else { return "" }
    let top = -(gradient.height / 2).rounded()
    let arrow = stage.operation == nil || !leadsBack ? "" : arrow(from: arrowWidth - 6, to: 4)
    return arrow + Markup.text("∂L/∂\(stage.name)", x: center, y: top - 7, class: "label")
      + gradient.content(center: center)
  }
}

extension StageDrawing {
  private var center: Double { arrowWidth + stageWidth / 2 }

  private var arrowWidth: Double {
    guard let operation = stage.operation else { return 0 }
    return max(40, TextWidth.of(operation, size: 11) + 2 * Self.gap)
  }

  private var stageWidth: Double {
    let gradientName = gradient == nil ? "" : "∂L/∂\(stage.name)"
    let texts = [
      TextWidth.of(stage.name, size: 13 * 1.12), TextWidth.of(stage.shapeText, size: 11),
      TextWidth.of(gradientName, size: 11),
    ]
    return max(values.width, texts.max() ?? 0) + Self.gap
  }

  private func arrow(from start: Double, to end: Double) -> String {
    let number = Markup.number
    let back = start < end ? -5.0 : 5
    return Markup.path(
      "M\(number(start)) 0H\(number(end))"
        + "m\(number(back)) -4l\(number(-back)) 4l\(number(back)) 4", class: "arrow")
  }
}
