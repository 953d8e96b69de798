extension Tensor {
  /// A sine wave at evenly spaced times.
  ///
  ///     x[i] = sin(t[i]),   t = linspace(start, end, count)
  ///
  /// - Shapes: `[count]`.
  /// - Parameter end: In radians; two periods by default.
  public static func sineSeries(
    count: Int, from start: Double = 0, to end: Double = 4 * .pi
  ) -> Tensor {
    Tensor(sin(Tensor<Double>.linspace(start, end, count: count)))
  }

  /// A slow sine wave under uniform noise, whose mean is the wave raised by half the noise.
  ///
  ///     x[i] = sin(frequency · i) + noise · u[i],   u[i] uniform in [0, 1)
  ///
  /// - Shapes: `[count]`.
  /// - Parameters:
  ///   - frequency: In radians a step; a period of 314 steps by default.
  ///   - noise: The width of the noise; 2 by default, as wide as the wave itself.
  public static func noisySineSeries(
    count: Int, frequency: Double = 0.02, noise: Double = 2,
    using generator: inout some NumPyGenerator
  ) -> Tensor {
    require(count >= 0, "noisySineSeries: the count is negative: \(count)")
    let values = (0..<count).map { step in
      Double.sin(frequency * Double(step)) + noise * generator.uniform()
    }
    return Tensor(Tensor<Double>(shape: [count], scalars: values))
  }

  /// The windows of a series, each with the value that follows it: what a network learns to forecast from.
  ///
  ///     inputs[i, t, 0] = x[i + t],   targets[i, 0] = x[i + length]
  ///
  /// - Shapes: series `[N]`; inputs `[N − length, length, 1]`, targets `[N − length, 1]`.
  /// - Precondition: The series has more values than a window.
  public func forecastingWindows(length: Int) -> (inputs: Tensor, targets: Tensor) {
    require(rank == 1, "forecastingWindows: expected a series [N], got shape \(shape)")
    require(length > 0, "forecastingWindows: the length must be at least 1, not \(length)")
    require(
      count > length,
      "forecastingWindows: a series of \(count) values has no window of \(length) and a value after it"
    )
    let windows = count - length
    var inputs: [Scalar] = []
    inputs.reserveCapacity(windows * length)
    for start in 0..<windows { inputs += scalars[start..<start + length] }
    return (
      Tensor(unchecked: [windows, length, 1], inputs),
      Tensor(unchecked: [windows, 1], Array(scalars[length...]))
    )
  }
}
