extension PCG64Random {
  /// A standard normal number, as `standard_normal()`, by the ziggurat method.
  public mutating func standardNormal() -> Double {
    while true {
      let bits = next()
      let layer = Int(bits & 0xff)
      let isNegative = bits >> 8 & 1 == 1
      let steps = bits >> 9 & (1 << 52 - 1)
      let magnitude = Double(steps) * NormalZiggurat.widths[layer]
      let number = isNegative ? -magnitude : magnitude
      if steps < NormalZiggurat.limits[layer] { return number }
      if layer == 0 {
        let magnitude = normalTail()
        return steps >> 8 & 1 == 1 ? -magnitude : magnitude
      }
      let (above, below) = (NormalZiggurat.heights[layer - 1], NormalZiggurat.heights[layer])
      if (above - below) * random() + below < Double.exp(-0.5 * number * number) { return number }
    }
  }

  /// A standard normal number in single precision, as `standard_normal(dtype=np.float32)`.
  public mutating func standardNormal(as type: Float.Type) -> Float {
    while true {
      let bits = nextWord()
      let layer = Int(bits & 0xff)
      let isNegative = bits >> 8 & 1 == 1
      let steps = bits >> 9
      let magnitude = Float(steps) * NormalZiggurat.floatWidths[layer]
      let number = isNegative ? -magnitude : magnitude
      if steps < NormalZiggurat.floatLimits[layer] { return number }
      if layer == 0 {
        let magnitude = floatNormalTail()
        return steps >> 8 & 1 == 1 ? -magnitude : magnitude
      }
      let above = NormalZiggurat.floatHeights[layer - 1]
      let below = NormalZiggurat.floatHeights[layer]
      let height = Double((above - below) * random(as: Float.self) + below)
      if height < Double.exp(-0.5 * Double(number) * Double(number)) { return number }
    }
  }

  /// Standard normal numbers in single precision, as `standard_normal(shape, dtype=np.float32)`.
  public mutating func standardNormal(shape: [Int], as type: Float.Type) -> Tensor<Float> {
    Tensor(unchecked: shape, (0..<elementCount(of: shape)).map { _ in standardNormal(as: type) })
  }

  /// A number beyond the last layer, by Marsaglia's method of 1964.
  private mutating func normalTail() -> Double {
    while true {
      let x = -NormalZiggurat.tailReciprocal * Double.log1p(-random())
      let y = -Double.log1p(-random())
      if y + y > x * x { return NormalZiggurat.tail + x }
    }
  }

  private mutating func floatNormalTail() -> Float {
    while true {
      let x = -Float(NormalZiggurat.tailReciprocal) * Float.log1p(-random(as: Float.self))
      let y = -Float.log1p(-random(as: Float.self))
      if y + y > x * x { return Float(NormalZiggurat.tail) + x }
    }
  }
}

extension PCG64Random {
  /// An exponential number of mean 1, as `standard_exponential()`, by the ziggurat method.
  public mutating func standardExponential() -> Double {
    while true {
      let bits = next() >> 3
      let layer = Int(bits & 0xff)
      let steps = bits >> 8
      let number = Double(steps) * ExponentialZiggurat.widths[layer]
      if steps < ExponentialZiggurat.limits[layer] { return number }
      if layer == 0 { return ExponentialZiggurat.tail - Double.log1p(-random()) }
      let above = ExponentialZiggurat.heights[layer - 1]
      let below = ExponentialZiggurat.heights[layer]
      if (above - below) * random() + below < Double.exp(-number) { return number }
    }
  }
}
