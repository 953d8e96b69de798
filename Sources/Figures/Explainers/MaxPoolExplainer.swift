import CNNCore

/// Max pooling that shows for each result its window and which of its numbers won.
///
///     show(MaxPoolExplainer(a1, size: 2))
public struct MaxPoolExplainer: Figure {
  private let explainer: Explainer

  /// Explained max pooling.
  ///
  /// - Parameters:
  ///   - input: a matrix.
  ///   - size: the side of a window.
  ///   - stride: the step from window to window; nil is the window's side.
  ///   - titles: of the input and the result.
  ///   - chosen: the cells that are explained where none is picked; nil chooses the largest.
  ///   - animated: whether the cells are explained one after another until one is picked.
  /// - Precondition: `input` is a matrix, and the window fits.
  public init(
    _ input: Tensor<Double>, size: Int = 2, stride: Int? = nil,
    titles: (input: String, result: String) = ("A", "P"),
    chosen: [(row: Int, column: Int)]? = nil, animated: Bool = false
  ) {
    let step = stride ?? size
    let pooling = maxPool(input, size: size, stride: step)
    let result = pooling.output
    let numbers = ShownNumbers(input.scalars)
    let shown = Explainer.cells(of: result, chosen: chosen, in: "MaxPoolExplainer")
    let explanations = shown.cells.map { row, column in
      let rows = row * step..<row * step + size
      let columns = column * step..<column * step + size
      let winner = pooling.positions[row * result.columns + column]
      let values = input[rows, columns].scalars
      let largest = values.count { $0 == result[row, column] }
      return Explanation(
        row: row, column: column,
        sources: [
          (0, .window(rows: rows, columns: columns)), (0, .cell(winner.row, winner.column)),
        ],
        lines: [
          "\(titles.result)[\(row), \(column)] = max(\(values.map(numbers.text).joined(separator: ", ")))",
          "= \(numbers.text(result[row, column])), from \(titles.input)[\(winner.row), \(winner.column)]"
            + (largest > 1 ? ", the first of \(largest) equal ones" : ""),
        ])
    }
    explainer = Explainer(
      parts: [
        .figure(Heatmap(input, title: titles.input)), .text("→"),
        .figure(Heatmap(result, title: titles.result)),
      ], explanations: explanations, chosen: shown.chosen, isAnimated: animated,
      alternative: "Max pooling of a \(input.rows)×\(input.columns) input with windows of "
        + "\(size)×\(size), stride \(step): a \(result.rows)×\(result.columns) result. "
        + shown.chosen.map { explanations[$0].spoken }.joined(separator: " "))
  }

  /// The drawing.
  public var svg: SVG { explainer.svg }

  /// The panels as tables and the chosen calculations.
  public var plainText: String { explainer.plainText }
}
