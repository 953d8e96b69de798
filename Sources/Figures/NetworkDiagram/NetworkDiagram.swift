import CNNCore

/// A whole network at a glance: what each stage makes of one sample, and the gradients on the way back.
///
///     show(NetworkDiagram([
///       .init("X", X), .init("z₁", z1, by: "convolution", gradient: dL_dz1),
///       .init("a₁", a1, by: "ReLU", gradient: dL_da1),
///     ]))
///
/// Each stage is drawn as a small heatmap with its shape; the arrows name the operations. Stages wrap
/// into rows where they are many or the page is narrow.
public struct NetworkDiagram: Figure {
  /// The values between two operations.
  public struct Stage: Sendable {
    /// The name, such as `z₁`.
    public var name: String
    /// The operation that made the values; nil for the input.
    public var operation: String?
    let shape: [Int]
    let values: Heatmap
    let gradient: Heatmap?

    var hasGradient: Bool { gradient != nil }

    /// The shape as it is written below the name.
    var shapeText: String { shape.isEmpty ? "number" : values.shapeText }

    /// A stage.
    ///
    /// - Shapes: any rank up to 3; of `[C, H, W]` each channel is a map; of more than four the first three are drawn.
    /// - Parameters:
    ///   - name: stands above the map.
    ///   - values: what the stage makes of the sample.
    ///   - operation: the operation that made them, written at the arrow.
    ///   - gradient: the loss's gradient with respect to the values, drawn below them.
    /// - Precondition: the gradient has the shape of the values.
    public init(
      _ name: String, _ values: Tensor<Double>, by operation: String? = nil,
      gradient: Tensor<Double>? = nil
    ) {
      require(
        gradient == nil || gradient?.shape == values.shape,
        "NetworkDiagram: '\(name)' has shape \(values.shape), its gradient \(gradient?.shape ?? [])"
      )
      self.name = name
      self.operation = operation
      shape = values.shape
      self.values = Self.map(values)
      self.gradient = gradient.map(Self.map)
    }

    private static func map(_ tensor: Tensor<some TensorScalar>) -> Heatmap {
      var map = Heatmap(tensor, values: false, indices: false)
      map.colorsStartAtZero = true
      return map
    }
  }

  let stages: [Stage]
  let title: String?

  /// A diagram of stages in order.
  ///
  /// - Precondition: there is at least one stage, and none has more than three axes.
  public init(_ stages: [Stage], title: String? = nil) {
    require(!stages.isEmpty, "NetworkDiagram: there are no stages")
    for stage in stages {
      require(
        stage.shape.count <= 3,
        "NetworkDiagram: '\(stage.name)' has shape \(stage.shape); expected at most three axes")
    }
    self.stages = stages
    self.title = title
  }

  /// The drawing.
  public var svg: SVG { NetworkDrawing(self).svg }

  /// Each stage with its operation and shape, one below the other.
  public var plainText: String { sentences.joined(separator: "\n") }

  var textAlternative: String { sentences.joined(separator: ". ") + "." }

  private var sentences: [String] {
    [title].compactMap { $0 }
      + stages.map { stage in
        let way = stage.operation.map { "→ \($0) → " } ?? ""
        let range = Self.range(stage.values.values)
        let back = stage.gradient.map { ", gradient \(Self.range($0.values))" } ?? ""
        return
          "\(way)\(stage.name) (\(stage.shapeText)): \(range)\(back)"
      }
  }

  private static let format = NumberFormat.significant(3)

  private static func range(_ values: [Double]) -> String {
    guard let low = values.min(), let high = values.max() else { return "empty" }
    return low == high
      ? format.string(low) : "from \(format.string(low)) to \(format.string(high))"
  }
}

extension NetworkDiagram {
  /// Above this number of values a stage's range is told instead.
  private static let mostNumbers = 64

  /// Each stage's operation, shape, values and gradient.
  public var dataTable: DataTable? {
    DataTable(
      head: ["", "made by", "shape", "values", "gradient"],
      rows: stages.map { stage in
        [
          stage.name, stage.operation ?? "", stage.shapeText, Self.numbers(stage.values),
          stage.gradient.map(Self.numbers) ?? "",
        ]
      })
  }

  /// The numbers, rows separated by semicolons.
  private static func numbers(_ map: Heatmap) -> String {
    let values = map.values
    guard values.count <= mostNumbers, map.columns > 0 else { return range(values) }
    return stride(from: 0, to: values.count, by: map.columns).map { start in
      values[start..<start + map.columns].map(format.string).joined(separator: " ")
    }.joined(separator: "; ")
  }
}
