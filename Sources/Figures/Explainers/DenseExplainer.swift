import CNNCore

/// A dense layer that shows for each output its weights, the inputs and their products.
///
///     show(DenseExplainer(w, input: a, bias: b))
public struct DenseExplainer: Figure {
  private let explainer: Explainer

  /// An explained dense layer for one sample.
  ///
  ///     z[i] = b[i] + Σ_k w[i, k] · a[k]
  ///
  /// - Shapes: weights `[outputs, inputs]`, input of `inputs` numbers in any shape, bias `[outputs]`.
  /// - Parameters:
  ///   - weights: a row for each output.
  ///   - input: the inputs.
  ///   - bias: one number for each output; nil is none.
  ///   - titles: of the weights, the input and the result.
  ///   - biasTitle: the bias's name.
  ///   - chosen: the outputs that are explained where none is picked; nil chooses the first.
  /// - Precondition: the shapes fit.
  public init(
    _ weights: Tensor<Double>, input: Tensor<Double>, bias: Tensor<Double>? = nil,
    titles: (weights: String, input: String, result: String) = ("w", "a", "z"),
    biasTitle: String = "b", chosen: [Int] = [0]
  ) {
    let a = input.asColumn()
    let bias = bias ?? Tensor(repeating: 0, shape: [weights.rows])
    require(
      bias.count == weights.rows,
      "DenseExplainer: \(bias.count) biases for \(weights.rows) outputs")
    let result = matmul(weights, a) + bias.asColumn()
    let (factors, inputs) = (ShownNumbers(weights.scalars), ShownNumbers(a.scalars))
    let products = ShownProducts(first: factors, second: inputs)
    let sums = ShownNumbers(result.scalars + bias.scalars)
    let shown = Explainer.cells(of: result, chosen: chosen.map { ($0, 0) }, in: "DenseExplainer")
    let explanations = shown.cells.map { row, column in
      let pairs = (0..<a.count).map { (weights[row, $0], a[$0, 0]) }
      let isExact =
        factors.isExact(pairs.map(\.0)) && inputs.isExact(pairs.map(\.1))
        && sums.isExact([bias.scalars[row], result[row, 0]])
      var lines = products.lines([pairs], after: "\(titles.result)[\(row)] = ")
      let end = "\(ShownNumbers.equals(isExact: isExact)) \(sums.text(result[row, 0]))"
      lines.append(bias.scalars[row] == 0 ? end : "+ \(sums.factor(bias.scalars[row])) \(end)")
      return Explanation(
        row: row, column: column,
        sources: [
          (0, .window(rows: row..<row + 1, columns: 0..<weights.columns)),
          (1, .window(rows: 0..<a.rows, columns: 0..<1)),
        ], lines: lines)
    }
    let hasBias = bias.scalars.contains { $0 != 0 }
    explainer = Explainer(
      parts: [
        .figure(Heatmap(weights, title: titles.weights)), .text("·"),
        .figure(Heatmap(a, title: titles.input)), .text(hasBias ? "+ \(biasTitle) =" : "="),
        .figure(Heatmap(result, title: titles.result)),
      ], explanations: explanations, chosen: shown.chosen,
      alternative: "Dense layer from \(a.count) inputs to \(weights.rows) outputs. "
        + shown.chosen.map { explanations[$0].spoken }.joined(separator: " "))
  }

  /// The drawing.
  public var svg: SVG { explainer.svg }

  /// The panels as tables and the chosen calculations.
  public var plainText: String { explainer.plainText }
}
