/// The drawing of a network diagram.
struct NetworkDrawing {
  private let diagram: NetworkDiagram
  private let rows: [[Int]]

  private static let widest = 720.0
  private static let gap = 8.0
  private static let mapTop = 38.0

  init(_ diagram: NetworkDiagram) {
    self.diagram = diagram
    var rows: [[Int]] = [[]]
    var used = 0.0
    for (index, stage) in diagram.stages.enumerated() {
      let width = Self.arrowWidth(stage) + Self.stageWidth(stage)
      if used + width > Self.widest, !rows[rows.count - 1].isEmpty {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(index)
      used += width
    }
    self.rows = rows
  }

  var svg: SVG {
    var content = ""
    var top = diagram.title == nil ? 0.0 : 24
    var width = 0.0
    for row in rows {
      let (drawing, rowWidth, height) = drawing(of: row, top: top)
      content += drawing
      width = max(width, rowWidth)
      top += height + 18
    }
    if let title = diagram.title {
      width = max(width, TextWidth.of(title, size: 13 * 1.12))
      content += Markup.text(title, x: width / 2, y: 15, class: "title")
    }
    return SVG(
      width: width + 4, height: top - 14, alternative: diagram.textAlternative, content: content)
  }
}

// MARK: - Rows

extension NetworkDrawing {
  private func drawing(of row: [Int], top: Double) -> (String, width: Double, height: Double) {
    let stages = row.map { diagram.stages[$0] }
    let band = stages.map { StageMaps($0.values).height }.max() ?? 0
    let hasGradients = stages.contains { $0.gradient != nil }
    let lower = Self.mapTop + band + 26
    var content = ""
    var x = 2.0
    for stage in stages {
      if let operation = stage.operation {
        let width = Self.arrowWidth(stage)
        let center = x + width / 2
        let middle = top + Self.mapTop + band / 2
        content += Markup.text(operation, x: center, y: middle - 8, class: "label")
        content += Self.arrow(from: x + 4, to: x + width - 6, y: middle)
        if stage.gradient != nil {
          content += Self.arrow(from: x + width - 6, to: x + 4, y: top + lower + band / 2)
        }
        x += width
      }
      let width = Self.stageWidth(stage)
      let center = x + width / 2
      content += Markup.text(stage.name, x: center, y: top + 14, class: "title")
      content += Markup.text(Self.shapeText(stage), x: center, y: top + 29, class: "label")
      content += StageMaps(stage.values).content(
        center: center, top: top + Self.mapTop, band: band)
      if let gradient = stage.gradient {
        content += Markup.text("∂L/∂\(stage.name)", x: center, y: top + lower - 7, class: "label")
        content += StageMaps(gradient).content(center: center, top: top + lower, band: band)
      }
      x += width
    }
    return (content, x, hasGradients ? lower + band : Self.mapTop + band)
  }

  private static func arrow(from start: Double, to end: Double, y: Double) -> String {
    let number = Markup.number
    let back = start < end ? -5.0 : 5
    return Markup.path(
      "M\(number(start)) \(number(y))H\(number(end))"
        + "m\(number(back)) -4l\(number(-back)) 4l\(number(back)) 4", class: "arrow")
  }

  private static func shapeText(_ stage: NetworkDiagram.Stage) -> String {
    stage.shape.isEmpty ? "number" : stage.values.shapeText
  }

  private static func arrowWidth(_ stage: NetworkDiagram.Stage) -> Double {
    guard let operation = stage.operation else { return 0 }
    return max(40, TextWidth.of(operation, size: 11) + 2 * gap)
  }

  private static func stageWidth(_ stage: NetworkDiagram.Stage) -> Double {
    let gradientName = stage.gradient == nil ? "" : "∂L/∂\(stage.name)"
    let texts = [
      TextWidth.of(stage.name, size: 13 * 1.12), TextWidth.of(shapeText(stage), size: 11),
      TextWidth.of(gradientName, size: 11),
    ]
    return max(StageMaps(stage.values).width, texts.max() ?? 0) + gap
  }
}

/// The small heatmaps of one stage, one below the other.
private struct StageMaps {
  private let map: Heatmap
  private let geometry: HeatmapGeometry
  private let count: Int

  private static let mostMaps = 4

  init(_ map: Heatmap) {
    self.map = map
    let longest = Double(max(map.rows, map.columns, 1))
    let side = max(2, min(16, (84 / longest).rounded(.down)))
    geometry = HeatmapGeometry(map, fixedCell: CellSize(width: side, height: side))
    let size = max(1, map.rows * map.columns)
    count = min(map.values.count / size, Self.mostMaps)
  }

  var width: Double { geometry.gridWidth }
  var height: Double {
    let hidden = map.values.count > count * map.rows * map.columns ? 16.0 : 0
    return Double(count) * (geometry.gridHeight + 6) - 6 + hidden
  }

  func content(center: Double, top: Double, band: Double) -> String {
    let size = map.rows * map.columns
    var y = top + ((band - height) / 2).rounded()
    var content = ""
    for index in 0..<count {
      let panel = HeatmapPanel(
        map: map, geometry: geometry, scale: map.scale, numbers: map.numbers,
        values: map.values[index * size..<(index + 1) * size])
      content += Markup.group(panel.content, x: (center - width / 2).rounded(), y: y)
      y += geometry.gridHeight + 6
    }
    let hidden = size > 0 ? map.values.count / size - count : 0
    if hidden > 0 {
      content += Markup.text("and \(hidden) more", x: center, y: y + 6, class: "label")
    }
    return content
  }
}
