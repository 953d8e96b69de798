/// What a table of a network says of one layer.
public struct LayerSummary: Hashable, Sendable {
  /// Its kind, such as `Conv2D`.
  public var name: String
  /// The shape of one sample's output.
  public var outputShape: [Int]
  /// The number of its trainable numbers.
  public var parameterCount: Int
}

extension Sequential {
  /// What a table says of each layer.
  public var layerSummaries: [LayerSummary] {
    var shape = inputShape
    return zip(names, layers).map { name, layer in
      shape = layer.outputShape(forSample: shape)
      var layer = layer
      var count = 0
      layer.visitParameters { _, value, _ in count += value.count }
      return LayerSummary(name: name, outputShape: shape, parameterCount: count)
    }
  }

  /// The number of trainable numbers.
  public var parameterCount: Int { layerSummaries.reduce(0) { $0 + $1.parameterCount } }

  /// The layers, the shapes of their outputs and the numbers of their parameters as a table of text,
  /// with the samples' axis as `N`.
  public func summary() -> String {
    let head = ["Layer", "Output shape", "Parameters"]
    let rows = layerSummaries.map { layer in
      [
        layer.name, "[N, " + layer.outputShape.map(String.init).joined(separator: ", ") + "]",
        layer.parameterCount.grouped,
      ]
    }
    let widths = (0..<3).map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let spaces = zip(widths, cells).map { String(repeating: " ", count: $0 - $1.count) }
      return cells[0] + spaces[0] + "  " + cells[1] + spaces[1] + "  " + spaces[2] + cells[2]
    }
    let rule = String(repeating: "─", count: widths.reduce(4, +))
    let total = "Parameters: \(parameterCount.grouped), all trainable"
    return ([line(head), rule] + rows.map(line) + [rule, total]).joined(separator: "\n")
  }
}

extension Int {
  /// The number with its digits in groups of three.
  fileprivate var grouped: String {
    var text = ""
    for (place, digit) in String(self).reversed().enumerated() {
      if place > 0 && place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
