extension Tensor: ExpressibleByArrayLiteral {
  /// A part of a nested list of numbers.
  public enum Literal: ExpressibleByArrayLiteral, ExpressibleByFloatLiteral,
    ExpressibleByIntegerLiteral
  {
    /// A number.
    case number(Scalar)
    /// A list of parts.
    case list([Literal])

    /// A whole number.
    public init(integerLiteral value: Int) { self = .number(Scalar(value)) }

    /// A number with a point.
    public init(floatLiteral value: Double) { self = .number(Scalar(value)) }

    /// A list.
    public init(arrayLiteral elements: Literal...) { self = .list(elements) }

    var shape: [Int] {
      switch self {
      case .number: []
      case .list(let parts): [parts.count] + (parts.first?.shape ?? [])
      }
    }

    var scalars: [Scalar] {
      switch self {
      case .number(let value): [value]
      case .list(let parts): parts.flatMap(\.scalars)
      }
    }
  }

  /// A tensor from nested lists: `let x: Tensor<Double> = [[1, 2], [3, 4]]`.
  public init(arrayLiteral elements: Literal...) {
    let list = Literal.list(elements)
    for part in elements {
      require(
        part.shape == elements.first?.shape,
        "Tensor: the lists are of different lengths, \(part.shape.shapeText) "
          + "and \(elements.first?.shape.shapeText ?? "")")
    }
    self.init(shape: list.shape, scalars: list.scalars)
  }
}
