/// The drawing of a network diagram, in rows that a narrow page breaks anew.
struct NetworkDrawing {
  private let diagram: NetworkDiagram
  private let stages: [StageDrawing]
  private let wide: NetworkLayout
  private let narrow: NetworkLayout

  private static let widest = 720.0
  private static let narrowest = 360.0

  init(_ diagram: NetworkDiagram) {
    self.diagram = diagram
    stages = diagram.stages.indices.map { index in
      StageDrawing(
        diagram.stages[index],
        leadsBack: index > 0 && diagram.stages[index - 1].hasGradient)
    }
    let heading = diagram.title == nil ? 0.0 : 24
    wide = NetworkLayout(stages, widest: Self.widest, heading: heading)
    narrow = NetworkLayout(stages, widest: Self.narrowest, heading: heading)
  }

  var svg: SVG {
    let parts = stages.indices.map { index in
      let (stage, here, there) = (stages[index], wide.places[index], narrow.places[index])
      func part(_ content: String, _ y: KeyPath<NetworkLayout.Place, Double>) -> String {
        Reflow.moved(
          content, here: (here.x, here[keyPath: y]), there: (there.x, there[keyPath: y]))
      }
      return part(stage.forward, \.middle) + part(stage.backward, \.lowerMiddle)
    }
    let width = width(wide)
    return SVG(
      width: width, height: wide.height, alternative: diagram.textAlternative,
      content: "<g class=\"all\">\(title)\(parts.joined())</g>",
      narrow: width > SVG.widestUnshrunk
        ? SVG.Narrow(width: self.width(narrow), height: narrow.height, places: []) : nil)
  }

  private var title: String {
    guard let title = diagram.title else { return "" }
    return Reflow.moved(
      Markup.text(title, x: 0, y: 15, class: "title"), here: (width(wide) / 2, 0),
      there: (width(narrow) / 2, 0))
  }

  private func width(_ layout: NetworkLayout) -> Double {
    max(layout.width, TextWidth.of(diagram.title ?? "", size: 13 * 1.12))
  }
}
