// Without a context that says otherwise, new tensors hold doubles.
extension Tensor where Scalar == Double {
  /// A vector: `Tensor([1, 2, 3])`.
  public init(_ elements: [Double]) {
    self.init(unchecked: [elements.count], elements)
  }

  /// A matrix from its rows: `Tensor([[1, 2], [3, 4]])`.
  public init(_ rows: [[Double]]) {
    self = Tensor.matrix(rows)
  }

  /// A tensor of rank 3 from its matrices.
  public init(_ matrices: [[[Double]]]) {
    self.init(stacking: matrices.map { Tensor($0) })
  }

  /// A tensor of rank 4, such as a bank of filters `[O, C, KH, KW]`.
  public init(_ blocks: [[[[Double]]]]) {
    self.init(stacking: blocks.map { Tensor($0) })
  }

  /// A tensor of zeros: `Tensor.zeros(4, 4)`.
  public static func zeros(_ shape: Int...) -> Tensor { Tensor(repeating: 0, shape: shape) }

  /// A tensor of zeros of the given shape.
  public static func zeros(shape: [Int]) -> Tensor { Tensor(repeating: 0, shape: shape) }

  /// A tensor of ones: `Tensor.ones(4, 4)`.
  public static func ones(_ shape: Int...) -> Tensor { Tensor(repeating: 1, shape: shape) }

  /// A tensor of ones of the given shape.
  public static func ones(shape: [Int]) -> Tensor { Tensor(repeating: 1, shape: shape) }

  /// A tensor that holds the same value everywhere.
  public init(repeating value: Double, shape: [Int]) {
    self.init(
      unchecked: shape, [Double](repeating: value, count: elementCount(of: shape)))
  }

  /// The numbers 0, 1, … `count` − 1 as a vector.
  public static func arange(_ count: Int) -> Tensor { Tensor<Double>.numbers(count) }

  /// The numbers from `start` on, a step apart, that lie before `stop`, as a vector; NumPy's bits.
  public static func arange(_ start: Double, _ stop: Double, step: Double = 1) -> Tensor {
    Tensor<Double>.stepped(start, stop, step)
  }

  /// Equally spaced numbers from `start` to `end`, both included, as a vector; of one the start.
  public static func linspace(_ start: Double, _ end: Double, count: Int) -> Tensor {
    Tensor<Double>.spaced(start, end, count)
  }
}
