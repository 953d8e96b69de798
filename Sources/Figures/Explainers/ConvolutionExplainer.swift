import CNNCore

/// A convolution that shows where each of its numbers comes from.
///
///     show(ConvolutionExplainer(X, kernel: K, bias: b))
///
/// Input, kernel and result stand side by side. Whoever picks a cell of the result, by pointing, tapping or
/// the Tab key, sees its window and the products that add up to it. On paper and in a file the chosen
/// cells are written out. Between input and kernel stands `⋆`, since the kernel slides as it is shown; `∗` would
/// turn it.
public struct ConvolutionExplainer: Figure {
  private let explainer: Explainer

  /// An explained convolution.
  ///
  ///     z[i, j] = b + Σ_{u,v} k[u, v] · x[i·s + u, j·s + v]
  ///
  /// - Parameters:
  ///   - input: a matrix.
  ///   - kernel: a matrix; it is not flipped.
  ///   - bias: is added to each sum. Default 0.
  ///   - stride: the step from window to window. Default 1.
  ///   - padding: rings of zeros around the input; they are drawn. Default 0.
  ///   - titles: of the input, the kernel and the result.
  ///   - chosen: the cells that are explained where none is picked; nil chooses the one with the largest
  ///     magnitude.
  ///   - animated: whether the cells are explained one after another until one is picked; still for
  ///     readers who prefer that, and on paper.
  /// - Precondition: `input` and `kernel` are matrices, and the kernel fits.
  public init(
    _ input: Tensor<Double>, kernel: Tensor<Double>, bias: Double = 0, stride: Int = 1,
    padding: Int = 0, titles: (input: String, kernel: String, result: String) = ("X", "K", "Z"),
    chosen: [(row: Int, column: Int)]? = nil, animated: Bool = false
  ) {
    let result = convolve(input, with: kernel, bias: bias, stride: stride, padding: padding)
    let padded = padding > 0 ? input.padded(by: padding) : input
    let (inputs, weights) = (ShownNumbers(padded.scalars), ShownNumbers(kernel.scalars))
    let products = ShownProducts(first: inputs, second: weights)
    let sums = ShownNumbers(result.scalars + [bias])
    let (height, width) = (kernel.rows, kernel.columns)
    let shown = Explainer.cells(
      of: result, chosen: chosen, in: "ConvolutionExplainer")
    let explanations = shown.cells.map { row, column in
      let rows = row * stride..<row * stride + height
      let columns = column * stride..<column * stride + width
      let window = padded[rows, columns]
      let value = result[row, column]
      var lines = products.lines(
        (0..<height).map { u in (0..<width).map { (window[u, $0], kernel[u, $0]) } },
        after: "\(titles.result)[\(row), \(column)] = ")
      let sign = ShownNumbers.equals(
        isExact: inputs.isExact(window.scalars) && weights.isExact(kernel.scalars)
          && sums.isExact([bias, value]))
      let end = "\(sign) \(sums.text(value))"
      lines.append(bias == 0 ? end : "+ \(sums.factor(bias)) \(end)")
      return Explanation(
        row: row, column: column,
        sources: [
          (0, .window(rows: rows, columns: columns)),
          (1, .window(rows: 0..<height, columns: 0..<width)),
        ],
        lines: lines)
    }
    explainer = Explainer(
      parts: [
        .figure(Heatmap(padded, title: titles.input)), .text("⋆"),
        .figure(Heatmap(kernel, title: titles.kernel)), .text("="),
        .figure(Heatmap(result, title: titles.result)),
      ], explanations: explanations, chosen: shown.chosen, isAnimated: animated,
      alternative: "Convolution of a \(padded.rows)×\(padded.columns) input with a "
        + "\(height)×\(width) kernel, stride \(stride): a \(result.rows)×\(result.columns) result."
        + " " + shown.chosen.map { explanations[$0].spoken }.joined(separator: " "))
  }

  /// The drawing.
  public var svg: SVG { explainer.svg }

  /// The panels as tables and the chosen calculations.
  public var plainText: String { explainer.plainText }
}

extension Explainer {
  /// The cells of a result that are explained, and which of them where none is picked.
  static func cells(
    of result: Tensor<Double>, chosen: [(row: Int, column: Int)]?, in figure: String
  ) -> (cells: [(row: Int, column: Int)], chosen: [Int]) {
    var choice = chosen ?? []
    if chosen == nil,
      let largest = result.scalars.indices.max(by: {
        result.scalars[$0].magnitude < result.scalars[$1].magnitude
      })
    {
      choice = [(largest / result.columns, largest % result.columns)]
    }
    for (row, column) in choice {
      require(
        (0..<result.rows).contains(row) && (0..<result.columns).contains(column),
        "\(figure): cell [\(row), \(column)] is to be explained; expected one of the "
          + "\(result.rows)×\(result.columns) result")
    }
    guard result.count <= mostCells else { return (choice, Array(choice.indices)) }
    let all = (0..<result.count).map { (row: $0 / result.columns, column: $0 % result.columns) }
    return (all, choice.map { $0.row * result.columns + $0.column })
  }
}
