/// Max pooling over a batch of images: the largest number of each window.
///
///     y[n, c, i, j] = max_{u,v} x[n, c, i·s + u, j·s + v]
///
/// Of equal numbers the first in row-major order counts, as in NumPy's `argmax`.
///
/// - Shapes: input `[N, C, H, W]`, output `[N, C, (H − size)/s + 1, (W − size)/s + 1]`, rounded
///   down.
public struct MaxPool2D<Scalar: TensorScalar>: Layer, Sendable {
  /// The height and width of the window.
  public let size: Int
  /// How far the window moves along both axes.
  public let stride: Int
  private var memory: Memory?

  private struct Memory {
    let inputShape: [Int]
    let outputShape: [Int]
    /// The place in the input of each output element.
    let places: [Int]
  }

  /// Max pooling with a square window; the stride is the window's size if not given.
  public init(size: Int, stride: Int? = nil) {
    self.init(size: size, stride: stride ?? size, memory: nil)
  }

  private init(size: Int, stride: Int, memory: Memory?) {
    self.size = size
    self.stride = stride
    self.memory = memory
  }

  /// The largest number of each window.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    require(
      input.rank == 4, "MaxPool2D: expected a batch [N, C, H, W], got shape \(input.shape)")
    let (rows, columns) = (input.shape[2], input.shape[3])
    let window = Window2D("MaxPool2D", height: size, width: size, stride: stride, padding: 0)
    let outputSize = window.outputSize("MaxPool2D", "window", rows: rows, columns: columns)
    let planes = input.shape[0] * input.shape[1]
    var places: [Int] = []
    places.reserveCapacity(planes * outputSize.rows * outputSize.columns)
    input.scalars.withUnsafeBufferPointer { scalars in
      for plane in 0..<planes {
        let start = plane * rows * columns
        window.maxima(
          of: scalars, from: start, rows: rows, columns: columns, outputRows: outputSize.rows,
          outputColumns: outputSize.columns
        ) { places.append(start + $0) }
      }
    }
    let outputShape = [input.shape[0], input.shape[1], outputSize.rows, outputSize.columns]
    memory = Memory(inputShape: input.shape, outputShape: outputShape, places: places)
    return Tensor(unchecked: outputShape, places.map { input.scalars[$0] })
  }

  /// The gradient for the input: each number goes to where the maximum stood; they add up where
  /// windows overlap.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let memory = remembered(memory)
    requireGradient(outputGradient, outputShape: memory.outputShape)
    var result = Tensor<Scalar>(repeating: 0, shape: memory.inputShape)
    for (place, gradient) in zip(memory.places, outputGradient.scalars) {
      result.scalars[place] += gradient
    }
    return result
  }

  /// `[C, OH, OW]` for a sample `[C, H, W]`.
  public func outputShape(forSample shape: [Int]) -> [Int] {
    require(shape.count == 3, "MaxPool2D: expected a sample [C, H, W], got shape \(shape)")
    let window = Window2D("MaxPool2D", height: size, width: size, stride: stride, padding: 0)
    let output = window.outputSize("MaxPool2D", "window", rows: shape[1], columns: shape[2])
    return [shape[0], output.rows, output.columns]
  }
}

// Without a context that says otherwise, layers take doubles.
extension MaxPool2D where Scalar == Double {
  /// Max pooling with a square window; the stride is the window's size if not given.
  public init(size: Int, stride: Int? = nil) {
    self.init(size: size, stride: stride ?? size, memory: nil)
  }
}
