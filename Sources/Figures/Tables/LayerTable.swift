import CNNCore

/// The layers of a network with the shapes of their outputs and the numbers of their parameters.
///
///     LayerTable(network.layerSummaries)
public struct LayerTable: Figure {
  private let layerRows: [[String]]
  private let sums: [[String]]
  private var rows: [[String]] { layerRows + sums }
  private let title: String?

  private static let head = ["layer", "output", "parameters"]
  private static let lineHeight = 22.0

  /// A table of layers, with their sum below; as in `summary()`, a layer's parameters count what it
  /// trains and what it only remembers.
  ///
  /// - Precondition: there is at least one layer.
  public init(_ layers: [LayerSummary], title: String? = nil) {
    require(!layers.isEmpty, "LayerTable: there are no layers")
    self.title = title
    layerRows =
      layers.map { layer in
        [
          layer.name, layer.outputShape.map(String.init).joined(separator: "×"),
          Thousands.grouped(layer.parameterCount + layer.bufferCount),
        ]
      }
    let trained = layers.reduce(0) { $0 + $1.parameterCount }
    let remembered = layers.reduce(0) { $0 + $1.bufferCount }
    sums =
      [["total", "", Thousands.grouped(trained + remembered)]]
      + (remembered == 0 ? [] : [["trainable", "", Thousands.grouped(trained)]])
  }

  /// The drawing.
  public var svg: SVG {
    let columns = (0..<3).map { column in
      ([Self.head] + rows).map { TextWidth.of($0[column], size: 13) }.max()! + 28
    }
    let width = columns.reduce(0, +)
    let top = title == nil ? 4.0 : 26
    var content = title.map { Markup.text($0, x: width / 2, y: 15, class: "title") } ?? ""
    for (index, row) in ([Self.head] + rows).enumerated() {
      let y = top + Double(index) * Self.lineHeight + 15
      content += Markup.text(row[0], x: 4, y: y, class: index == 0 ? "label start" : "start")
      content += Markup.text(
        row[1], x: columns[0] + 4, y: y, class: index == 0 ? "label start" : "start")
      content += Markup.text(row[2], x: width - 4, y: y, class: index == 0 ? "label end" : "end")
      if index == 0 || index == layerRows.count {
        content += Markup.path(
          "M0 \(Markup.number(y + 6))H\(Markup.number(width))", class: "axis")
      }
    }
    return SVG(
      width: width, height: top + Double(rows.count + 1) * Self.lineHeight + 4,
      alternative: alternativeText, content: content)
  }

  /// The rows, aligned.
  public var plainText: String {
    let all = [Self.head] + rows
    let widths = (0..<3).map { column in all.map { $0[column].count }.max()! }
    let lines = all.map { row in
      let name = row[0] + String(repeating: " ", count: widths[0] - row[0].count)
      let shape = row[1] + String(repeating: " ", count: widths[1] - row[1].count)
      return "\(name)  \(shape)  "
        + String(repeating: " ", count: widths[2] - row[2].count) + row[2]
    }
    return ([title].compactMap { $0 } + lines).joined(separator: "\n")
  }

  /// The rows.
  public var dataTable: DataTable? { DataTable(head: Self.head, rows: rows) }

  private var alternativeText: String {
    "\(title.map { $0 + ": " } ?? "")\(layerRows.count) layers with \(sums[0][2]) parameters."
  }
}
