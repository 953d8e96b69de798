import Testing

@testable import CNNCore

/// The inner loops: by definition, and alike in each form and with any number of threads.
@Suite("Kernels", .serialized) struct KernelTests {
  @Test(
    "a matrix product",
    arguments: [
      (1, 1, 1), (3, 5, 7), (8, 32, 256), (9, 33, 257), (1, 70, 600), (70, 1, 600), (19, 40, 513),
      (130, 200, 20), (16, 400, 20),
    ])
  func product(m: Int, n: Int, k: Int) {
    product(Float.self, m, n, k)
    product(Double.self, m, n, k)
  }

  private func product<Scalar: TensorScalar>(_: Scalar.Type, _ m: Int, _ n: Int, _ k: Int) {
    var random = NumPyRandom(seed: m + n + k)
    let a = Tensor<Scalar>(random.normal(shape: [m, k]))
    let b = Tensor<Scalar>(random.normal(shape: [k, n]))
    let expected = (0..<m * n).map { place in
      blockSum((0..<k).map { (a[place / n, $0], b[$0, place % n]) })
    }
    let (aT, bT) = (a.transposed().scalars, b.transposed().scalars)
    for (name, results) in inEachForm({
      [
        CNNCore.product(a.scalars, rows: m, columns: k, b.scalars, columns: n),
        CNNCore.product(aT, rows: m, columns: k, transposesLeft: true, b.scalars, columns: n),
        CNNCore.product(a.scalars, rows: m, columns: k, bT, columns: n, transposesRight: true),
        CNNCore.product(
          aT, rows: m, columns: k, transposesLeft: true, bT, columns: n, transposesRight: true),
      ]
    }) {
      for (turn, result) in results.enumerated() {
        #expect(result == expected, "\(name), way \(turn)")
      }
    }
  }

  @Test(
    "a convolution and its gradients",
    arguments: [
      (samples: 1, channels: 1, filters: 1, kernel: 1, stride: 1, padding: 0),
      (3, 2, 5, 3, 1, 1), (2, 3, 9, 3, 2, 0), (2, 40, 8, 3, 1, 1), (1, 2, 33, 2, 3, 1),
      (20, 3, 8, 5, 1, 2),
    ])
  func convolution(
    samples: Int, channels: Int, filters: Int, kernel: Int, stride: Int, padding: Int
  ) {
    var random = NumPyRandom(seed: channels * filters)
    let x = random.normal(shape: [samples, channels, 9, 8])
    let w = random.normal(shape: [filters, channels, kernel, kernel])
    let b = random.normal(shape: [filters])
    func pixel(_ n: Int, _ c: Int, _ row: Int, _ column: Int) -> Double {
      (0..<9).contains(row) && (0..<8).contains(column) ? x[n, c, row, column] : 0
    }
    let results = inEachForm {
      var layer = Conv2D(weight: w, bias: b, stride: stride, padding: padding)
      let y = layer.forward(x)
      var random = NumPyRandom(seed: 1)
      let g = random.normal(shape: y.shape)
      let dx = layer.backward(g)
      return [y, g, dx, layer.weightGradient, layer.biasGradient]
    }
    for (name, result) in results { #expect(result == results[0].result, "\(name)") }
    let (y, g, dw) = (results[0].result[0], results[0].result[1], results[0].result[3])
    for place in Swift.stride(from: 0, to: y.count, by: 7) {
      let (rows, columns) = (y.shape[2], y.shape[3])
      let (i, j) = (place / columns % rows, place % columns)
      let (n, o) = (place / (rows * columns * filters), place / (rows * columns) % filters)
      var products: [(Double, Double)] = []
      for c in 0..<channels {
        for u in 0..<kernel {
          for v in 0..<kernel {
            products.append(
              (w[o, c, u, v], pixel(n, c, i * stride + u - padding, j * stride + v - padding)))
          }
        }
      }
      #expect(y.scalars[place] == blockSum(products) + b[o], "output \(place)")
    }
    for place in Swift.stride(from: 0, to: dw.count, by: 5) {
      let (u, v) = (place / kernel % kernel, place % kernel)
      let (o, c) = (place / (kernel * kernel * channels), place / (kernel * kernel) % channels)
      var total = 0.0
      for n in 0..<samples {
        var image = 0.0
        for i in 0..<y.shape[2] {
          for j in 0..<y.shape[3] {
            image.addProduct(
              g[n, o, i, j], pixel(n, c, i * stride + u - padding, j * stride + v - padding))
          }
        }
        total = n == 0 ? image : total + image
      }
      #expect(dw.scalars[place] == total, "weight \(place)")
    }
  }

  /// Few filters go by lines, and a large image in bands.
  @Test(
    "a large image",
    arguments: [
      (channels: 1, filters: 1, kernel: 15, stride: 1), (1, 2, 3, 2), (30, 1, 3, 1), (2, 4, 5, 3),
      (3, 3, 5, 1),
    ])
  func largeImage(channels: Int, filters: Int, kernel: Int, stride: Int) {
    var random = NumPyRandom(seed: kernel)
    let x = random.normal(shape: [1, channels, 70, 301])
    let w = random.normal(shape: [filters, channels, kernel, kernel])
    let conv = Conv2D(weight: w, stride: stride, padding: 1)
    let results = inEachForm { conv.predict(x) }
    for (name, result) in results { #expect(result == results[0].result, "\(name)") }
    let y = results[0].result
    for place in Swift.stride(from: 0, to: y.count, by: 97) {
      let (rows, columns) = (y.shape[2], y.shape[3])
      let (i, j) = (place / columns % rows, place % columns)
      var products: [(Double, Double)] = []
      for c in 0..<channels {
        for u in 0..<kernel {
          for v in 0..<kernel {
            let (row, column) = (i * stride + u - 1, j * stride + v - 1)
            let isInside = (0..<70).contains(row) && (0..<301).contains(column)
            products.append(
              (w[place / (rows * columns), c, u, v], isInside ? x[0, c, row, column] : 0))
          }
        }
      }
      #expect(y.scalars[place] == blockSum(products), "output \(place)")
    }
  }

  @Test("rectified linear units") func relu() {
    let x: [Float] = [-1, 0, -0.0, 2, .nan, -.infinity, .infinity]
    for (name, result) in inEachForm({ Kernels.relu(x) }) {
      #expect(
        result.map(\.description) == ["0.0", "0.0", "0.0", "2.0", "nan", "0.0", "inf"], "\(name)")
    }
    for (name, result) in inEachForm({ Kernels.reluGradient(x, [1, 2, 3, 4, 5, 6, 7]) }) {
      #expect(result == [0, 0, 0, 4, 0, 0, 7], "\(name)")
    }
  }
}
