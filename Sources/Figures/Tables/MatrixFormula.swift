import CNNCore

/// A matrix as it stands in a formula: a name, an equals sign, and the numbers in parentheses.
///
///     MatrixFormula("K", K, digits: 2)
///
/// In a page it is MathML; in a file it is drawn.
public struct MatrixFormula: Figure {
  private let name: String
  private let cells: [[String]]

  /// A formula of a matrix, a vector (as a row) or a number.
  ///
  /// - Parameters:
  ///   - name: what stands before the equals sign.
  ///   - tensor: the values, of at most two axes.
  ///   - digits: decimals of the values; nil chooses them by ``NumberFormat/uniform(for:)``.
  /// - Precondition: the tensor has at most two axes and 16 rows and columns, and is not empty.
  public init(_ name: String, _ tensor: Tensor<some TensorScalar>, digits: Int? = nil) {
    require(
      tensor.rank <= 2 && tensor.count > 0 && tensor.shape.allSatisfy { $0 <= 16 },
      "MatrixFormula: '\(name)' has shape \(tensor.shape); expected at most two axes of 1 to 16")
    self.name = name
    let values = tensor.scalars.map { Double($0) }
    let format = digits.map(NumberFormat.fixed) ?? .uniform(for: values)
    let columns = tensor.shape.last ?? 1
    cells = stride(from: 0, to: values.count, by: columns).map { start in
      values[start..<start + columns].map(format.string)
    }
  }

  /// The formula as MathML.
  public var html: String {
    let rows = cells.map { row in
      "<mtr>" + row.map { "<mtd><mn>\($0)</mn></mtd>" }.joined() + "</mtr>"
    }.joined()
    return
      "<div class=\"nb-figures\"><math display=\"block\"><mi>\(Markup.escaped(name))</mi><mo>=</mo>"
      + "<mrow><mo stretchy=\"true\">(</mo><mtable>\(rows)</mtable><mo stretchy=\"true\">)</mo></mrow>"
      + "</math></div>"
  }

  /// The formula, drawn.
  public var svg: SVG {
    let widest = cells.joined().map { TextWidth.of($0, size: 13) }.max() ?? 0
    let cell = (width: widest + 14, height: 20.0)
    let head = TextWidth.of("\(name) =", size: 13) + 12
    let (width, height) = (
      Double(cells[0].count) * cell.width, Double(cells.count) * cell.height
    )
    let number = Markup.number
    var content = Markup.text(
      "\(name) =", x: 2, y: height / 2 + 9, class: "start")
    for (row, numbers) in cells.enumerated() {
      for (column, text) in numbers.enumerated() {
        content += Markup.text(
          text, x: head + 8 + (Double(column) + 1) * cell.width - 7,
          y: Double(row) * cell.height + 19, class: "end")
      }
    }
    let right = head + width + 14
    content += Markup.path(
      "M\(number(head + 8)) 4q-8 \(number(height / 2)) 0 \(number(height))", class: "arrow")
    content += Markup.path(
      "M\(number(right - 6)) 4q8 \(number(height / 2)) 0 \(number(height))", class: "arrow")
    return SVG(width: right + 4, height: height + 8, alternative: plainText, content: content)
  }

  /// The name and the rows: `K = (1, 2; 3, 4)`.
  public var plainText: String {
    "\(name) = (" + cells.map { $0.joined(separator: ", ") }.joined(separator: "; ") + ")"
  }
}
