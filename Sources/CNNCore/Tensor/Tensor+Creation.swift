extension Tensor {
  /// A tensor that holds the same value everywhere.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public init(repeating value: Scalar, shape: [Int]) {
    let count = elementCount(of: shape)
    self.init(unchecked: shape, [Scalar](count: count) { $0.initialize(repeating: value) })
  }

  /// A tensor of zeros: `.zeros(4, 4)`.
  public static func zeros(_ shape: Int...) -> Tensor { Tensor(repeating: 0, shape: shape) }

  /// A tensor of zeros of the given shape.
  public static func zeros(shape: [Int]) -> Tensor { Tensor(repeating: 0, shape: shape) }

  /// A tensor of ones: `.ones(4, 4)`.
  public static func ones(_ shape: Int...) -> Tensor { Tensor(repeating: 1, shape: shape) }

  /// A tensor of ones of the given shape.
  public static func ones(shape: [Int]) -> Tensor { Tensor(repeating: 1, shape: shape) }

  /// The numbers 0, 1, … `count` − 1 as a vector.
  public static func arange(_ count: Int) -> Tensor { numbers(count) }

  /// The numbers from `start` on, a step apart, that lie before `stop`, as a vector; NumPy's bits.
  ///
  ///     x[i] = start + i · ((start + step) − start),   ⌈(stop − start) / step⌉ numbers
  ///
  /// - Precondition: The numbers are finite, and the step is not 0.
  public static func arange(_ start: Scalar, _ stop: Scalar, step: Scalar = 1) -> Tensor {
    stepped(start, stop, step)
  }

  /// Equally spaced numbers from `start` to `end`, both included, as a vector; of one the start.
  ///
  ///     x[i] = start + i · (end − start) / (count − 1)
  public static func linspace(_ start: Scalar, _ end: Scalar, count: Int) -> Tensor {
    spaced(start, end, count)
  }

  /// The same numbers in another precision, rounded to nearest.
  @_specialize(where Scalar == Float, Other == Double)
  @_specialize(where Scalar == Double, Other == Float)
  public init<Other: TensorScalar>(_ other: Tensor<Other>) {
    self.init(unchecked: other.shape, other.scalars.map { Scalar($0) })
  }

  /// Tensors of equal shape, laid one after another along a new first axis.
  ///
  /// - Shapes: n tensors of `[…]` give `[n, …]`: images `[C, H, W]` give a batch `[N, C, H, W]`.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public init(stacking tensors: [Tensor]) {
    guard let first = tensors.first else { fail("stacking: there is no tensor to stack") }
    var scalars: [Scalar] = []
    scalars.reserveCapacity(tensors.count * first.count)
    for (position, tensor) in tensors.enumerated() {
      require(
        tensor.shape == first.shape,
        "stacking: tensor \(position) has shape \(tensor.shape), the first has \(first.shape)")
      scalars += tensor.scalars
    }
    self.init(unchecked: [tensors.count] + first.shape, scalars)
  }
}

extension Tensor {
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  static func numbers(_ count: Int) -> Tensor {
    require(count >= 0, "arange: the count is negative: \(count)")
    return Tensor(unchecked: [count], (0..<count).map { Scalar($0) })
  }

  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  static func stepped(_ start: Scalar, _ stop: Scalar, _ step: Scalar) -> Tensor {
    require(
      start.isFinite && stop.isFinite && step.isFinite && step != 0,
      "arange: from \(start) to \(stop) by \(step) are no finite steps")
    // In double precision and before rounding, as NumPy counts.
    let length = ((Double(stop) - Double(start)) / Double(step)).rounded(.up)
    require(length < 0x1p40, "arange: from \(start) to \(stop) by \(step) are too many numbers")
    let (count, width) = (Swift.max(0, Int(length)), (start + step) - start)
    return Tensor(unchecked: [count], (0..<count).map { start + Scalar($0) * width })
  }

  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  static func spaced(_ start: Scalar, _ end: Scalar, _ count: Int) -> Tensor {
    require(count >= 0, "linspace: the count is negative: \(count)")
    if count < 2 { return Tensor(repeating: start, shape: [count]) }
    let step = (end - start) / Scalar(count - 1)
    var scalars = (0..<count).map { start + Scalar($0) * step }
    scalars[count - 1] = end
    return Tensor(unchecked: [count], scalars)
  }
}
