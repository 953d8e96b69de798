import Testing

@testable import CNNCore

extension KernelTests {
  /// Extents that a seed draws: strides, dilation, padding on four sides, and kernels that fit.
  private struct Extents {
    let x: Tensor<Double>
    let w: Tensor<Double>
    let stride: Size2D
    let dilation: Size2D
    let padding: Padding2D

    init(_ random: inout NumPyRandom, large: Bool) {
      func draw(_ low: Int, _ high: Int) -> Int { random.randint(low: low, high: high + 1) }
      let kernel = Size2D(rows: draw(1, 4), columns: draw(1, 4))
      stride = Size2D(rows: draw(1, 3), columns: draw(1, 3))
      dilation = Size2D(rows: draw(1, 2), columns: draw(1, 2))
      padding = .sides(top: draw(0, 2), bottom: draw(0, 2), left: draw(0, 2), right: draw(0, 2))
      let channels = large ? draw(8, 34) : draw(1, 4)
      let rows = (kernel.rows - 1) * dilation.rows + draw(1, large ? 18 : 12)
      let columns = (kernel.columns - 1) * dilation.columns + draw(1, large ? 18 : 12)
      x = random.normal(shape: [draw(1, 5), channels, rows, columns])
      w = random.normal(shape: [
        large ? draw(8, 40) : draw(1, 9), channels, kernel.rows, kernel.columns,
      ])
    }
  }

  @Test("convolutions of random extents", arguments: 0..<18) func randomConvolution(seed: Int) {
    var random = NumPyRandom(seed: seed)
    let extents = Extents(&random, large: seed % 3 == 0)
    randomConvolution(Float.self, extents, seed)
    randomConvolution(Double.self, extents, seed)
  }

  private func randomConvolution<Scalar: TensorScalar>(
    _: Scalar.Type, _ extents: Extents, _ seed: Int
  ) {
    let (x, w) = (Tensor<Scalar>(extents.x), Tensor<Scalar>(extents.w))
    let layer = Conv2D<Scalar>(
      weight: w, bias: Tensor<Scalar>(NumPyRandom.normals(w.shape[0], seed: seed)),
      stride: extents.stride, padding: extents.padding, dilation: extents.dilation)
    let g = Tensor<Scalar>(
      shape: layer.predict(x).shape,
      scalars: NumPyRandom.normals(layer.predict(x).count, seed: seed + 1).scalars.map {
        Scalar($0)
      })
    let results = inEachForm {
      var layer = layer
      let y = layer.forward(x)
      let dx = layer.backward(g)
      return [y, dx, layer.weightGradient, layer.biasGradient].map { bits($0.scalars) }
    }
    let expected = reference(layer, x, g)
    for (name, result) in results {
      for (part, which) in ["output", "input gradient", "weight gradient"].enumerated() {
        #expect(agrees(result[part], expected[part]), "\(which), \(name), seed \(seed)")
      }
      #expect(result[3] == results[0].result[3], "bias gradient, \(name), seed \(seed)")
    }
  }

  private func agrees<Scalar: TensorScalar>(
    _ result: [UInt64], _ expected: [(place: Int, value: Scalar)]
  ) -> Bool {
    expected.allSatisfy { result[$0.place] == bits([$0.value])[0] }
  }

  private func upperLeft(_ padding: Padding2D) -> (Int, Int) {
    guard case .sides(let top, _, let left, _) = padding.kind else { return (0, 0) }
    return (top, left)
  }

  /// Elements of output, gradient for the input and gradient for the weight by their definition, padding
  /// and spread-out zeros included; all of them if they are few, else so many that it does not last.
  private func reference<Scalar: TensorScalar>(
    _ layer: Conv2D<Scalar>, _ x: Tensor<Scalar>, _ g: Tensor<Scalar>
  ) -> [[(place: Int, value: Scalar)]] {
    let (w, stride, dilation) = (layer.weight, layer.stride, layer.dilation)
    let (top, left) = upperLeft(layer.padding)
    let (filters, channels) = (w.shape[0], w.shape[1])
    let (height, width) = (w.shape[2], w.shape[3])
    let (rows, columns) = (g.shape[2], g.shape[3])
    func element(_ t: Tensor<Scalar>, _ n: Int, _ c: Int, _ i: Int, _ j: Int) -> Scalar {
      let shape = t.shape
      guard i >= 0 && j >= 0 && i < shape[2] && j < shape[3] else { return 0 }
      return t.scalars[((n * shape[1] + c) * shape[2] + i) * shape[3] + j]
    }
    func pixel(_ n: Int, _ c: Int, _ u: Int, _ v: Int, _ i: Int, _ j: Int) -> Scalar {
      element(
        x, n, c, i * stride.rows + u * dilation.rows - top,
        j * stride.columns + v * dilation.columns - left)
    }
    /// The gradient spread out by the stride.
    func spread(_ n: Int, _ o: Int, _ k: Int, _ l: Int) -> Scalar {
      k % stride.rows != 0 || l % stride.columns != 0
        ? 0 : element(g, n, o, k / stride.rows, l / stride.columns)
    }
    /// Values at the places of a shape.
    func values(
      _ shape: [Int], terms: Int, _ value: (_ i: [Int]) -> Scalar
    ) -> [(place: Int, value: Scalar)] {
      let count = shape.reduce(1, *)
      return Swift.stride(from: 0, to: count, by: 1 + count * terms / 15_000).map { place in
        var rest = place
        let index = shape.reversed().map { length -> Int in
          defer { rest /= length }
          return rest % length
        }
        return (place, value(index.reversed()))
      }
    }
    let window = height * width
    let y = values(g.shape, terms: channels * window) { at in
      let products = (0..<channels * window).map { p in
        let (c, u, v) = (p / window, p / width % height, p % width)
        return (
          w.scalars[at[1] * channels * window + p], pixel(at[0], c, u, v, at[2], at[3])
        )
      }
      return blockSum(products) + layer.bias.scalars[at[1]]
    }
    let dx = values(x.shape, terms: filters * window) { at in
      let products = (0..<filters * window).map { p in
        let o = p / window
        let (u, v) = (height - 1 - p / width % height, width - 1 - p % width)
        return (
          element(w, o, at[1], u, v),
          spread(
            at[0], o, at[2] + top - u * dilation.rows, at[3] + left - v * dilation.columns)
        )
      }
      return blockSum(products)
    }
    let dw = values(w.shape, terms: x.shape[0] * rows * columns) { at in
      var total: Scalar = 0
      for n in 0..<x.shape[0] {
        for start in Swift.stride(from: 0, to: rows * columns, by: 256) {
          var block: Scalar = 0
          for q in start..<min(start + 256, rows * columns) {
            let (i, j) = (q / columns, q % columns)
            block.addProduct(element(g, n, at[0], i, j), pixel(n, at[1], at[2], at[3], i, j))
          }
          total = n == 0 && start == 0 ? block : total + block
        }
      }
      return total
    }
    return [y, dx, dw]
  }

  @Test("matrix products of random lengths", arguments: 0..<20) func randomProduct(seed: Int) {
    var random = NumPyRandom(seed: 100 + seed)
    func draw(_ most: Int) -> Int { random.randint(low: 1, high: most + 1) }
    let (m, n, k) = (draw(seed < 10 ? 20 : 90), draw(seed < 10 ? 20 : 500), draw(700))
    randomProduct(Float.self, m, n, k, &random)
    randomProduct(Double.self, m, n, k, &random)
  }

  private func randomProduct<Scalar: TensorScalar>(
    _: Scalar.Type, _ m: Int, _ n: Int, _ k: Int, _ random: inout NumPyRandom
  ) {
    let a = Tensor<Scalar>(random.normal(shape: [m, k]))
    let b = Tensor<Scalar>(random.normal(shape: [k, n]))
    let (aT, bT) = (a.transposed(), b.transposed())
    let results = inEachForm {
      [false, true].flatMap { left in
        [false, true].map { right in
          bits(
            CNNCore.product(
              (left ? aT : a).scalars, rows: m, columns: k, transposesLeft: left,
              (right ? bT : b).scalars, columns: n, transposesRight: right))
        }
      }
    }
    for (name, result) in results {
      for way in 0..<4 {
        #expect(result[way] == results[0].result[0], "\(m)×\(k) · \(k)×\(n), \(name), way \(way)")
      }
    }
    for place in Swift.stride(from: 0, to: m * n, by: 1 + m * n / 20) {
      let products = (0..<k).map { (a[place / n, $0], b[$0, place % n]) }
      #expect(results[0].result[0][place] == bits([blockSum(products)])[0], "element \(place)")
    }
  }

  @Test("infinities, NaN, zeros of either sign and products below the smallest number")
  func unusualNumbers() {
    let unusual: [Float] = [.infinity, -.infinity, .nan, 0, -0.0, 1e-30, -1e-30, 3e38, -3e38]
    var random = NumPyRandom(seed: 8)
    func numbers(_ shape: [Int]) -> Tensor<Float> {
      let normal = random.normal(shape: shape)
      return Tensor(
        shape: shape,
        scalars: normal.scalars.map {
          random.randint(12) == 0 ? unusual[random.randint(unusual.count)] : Float($0) * 1e-22
        })
    }
    for filters in [2, 6, 40] {
      let x = numbers([2, 3, 7, 6])
      var layer = Conv2D<Float>(weight: numbers([filters, 3, 3, 3]), padding: 1)
      let g = numbers(layer.forward(x).shape)
      let expected = reference(layer, x, g)
      for (name, result) in inEachForm({
        var layer = layer
        let y = layer.forward(x)
        let dx = layer.backward(g)
        return [y, dx, layer.weightGradient].map { bits($0.scalars) }
      }) {
        for part in 0..<3 { #expect(agrees(result[part], expected[part]), "\(name), part \(part)") }
      }
    }
  }
}

extension NumPyRandom {
  fileprivate static func normals(_ count: Int, seed: Int) -> Tensor<Double> {
    var random = NumPyRandom(seed: seed)
    return random.normal(shape: [count])
  }
}
