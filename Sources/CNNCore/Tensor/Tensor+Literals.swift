extension Tensor {
  /// A single number as a tensor of rank 0.
  public init(_ value: Scalar) {
    self.init(unchecked: [], [value])
  }

  /// A vector.
  public init(_ elements: [Scalar]) {
    self.init(unchecked: [elements.count], elements)
  }

  /// A matrix from its rows: `Tensor([[1, 2], [3, 4]])`.
  ///
  /// - Precondition: All rows have the same length.
  public init(_ rows: [[Scalar]]) {
    self = Tensor.matrix(rows)
  }

  /// A tensor of rank 3 from its matrices.
  public init(_ matrices: [[[Scalar]]]) {
    self.init(stacking: matrices.map { Tensor($0) })
  }

  /// A tensor of rank 4, such as a bank of filters `[O, C, KH, KW]`.
  public init(_ blocks: [[[[Scalar]]]]) {
    self.init(stacking: blocks.map { Tensor($0) })
  }
}

extension Tensor: ExpressibleByArrayLiteral {
  /// A number or a nested list of numbers in source code.
  public struct LiteralElement: ExpressibleByArrayLiteral, ExpressibleByFloatLiteral,
    ExpressibleByIntegerLiteral
  {
    let tensor: Tensor

    /// A nested list.
    public init(arrayLiteral elements: LiteralElement...) {
      self.init(elements)
    }

    fileprivate init(_ elements: [LiteralElement]) {
      tensor = elements.isEmpty ? Tensor([Scalar]()) : Tensor(stacking: elements.map(\.tensor))
    }

    /// A number.
    public init(floatLiteral value: Double) {
      tensor = Tensor(Scalar(value))
    }

    /// A whole number.
    public init(integerLiteral value: Int) {
      tensor = Tensor(Scalar(value))
    }
  }

  /// A tensor of any rank: `let kernel: Tensor<Double> = [[1, 0], [0, -1]]`.
  ///
  /// - Precondition: Lists at the same depth have the same length.
  public init(arrayLiteral elements: LiteralElement...) {
    self = LiteralElement(elements).tensor
  }
}

extension Tensor {
  static func matrix(_ rows: [[Scalar]]) -> Tensor {
    let columns = rows.first?.count ?? 0
    for (index, row) in rows.enumerated() {
      require(
        row.count == columns,
        "Tensor: row \(index) has \(row.count) elements, row 0 has \(columns)")
    }
    return Tensor(unchecked: [rows.count, columns], Array(rows.joined()))
  }
}
