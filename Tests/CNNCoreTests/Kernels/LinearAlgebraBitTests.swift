import Testing

@testable import CNNCore

extension KernelTests {
  @Test(
    "a product into a part of a matrix",
    arguments: [(3, 5, 7), (9, 33, 257), (1, 70, 600), (130, 200, 20), (19, 40, 513)])
  func productOfParts(m: Int, n: Int, k: Int) {
    productOfParts(Float.self, m, n, k)
    productOfParts(Double.self, m, n, k)
  }

  private func productOfParts<Scalar: TensorScalar>(_: Scalar.Type, _ m: Int, _ n: Int, _ k: Int) {
    var random = NumPyRandom(seed: m + n + k)
    let a = Tensor<Scalar>(random.normal(shape: [m, k + 2]))
    let b = Tensor<Scalar>(random.normal(shape: [n + 1, k]))
    let c = Tensor<Scalar>(random.normal(shape: [m + 1, n + 4]))
    var (expected, sum) = (c, c)
    for i in 0..<m {
      for j in 0..<n {
        let products = (0..<k).map { (a[i, $0 + 2], b[j + 1, $0]) }
        expected[i + 1, j + 3] = blockSum(products)
        for start in stride(from: 0, to: k, by: 256) {
          sum[i + 1, j + 3] += blockSum(Array(products[start..<min(start + 256, k)]))
        }
      }
    }
    for (name, results) in inEachForm({
      [false, true].map { adds in
        var result = c.scalars
        Kernels.product(
          m, n, k, .init(numbers: a.scalars, start: 2, rowStep: k + 2),
          .init(numbers: b.scalars, start: k, rowStep: 1, columnStep: k), into: &result,
          start: n + 4 + 3, rowStep: n + 4, adds: adds)
        return result
      }
    }) {
      #expect(results == [expected.scalars, sum.scalars], "\(name)")
    }
  }

  @Test("a singular value decomposition", arguments: [[30, 90], [150, 70], [301, 300]])
  func decomposition(shape: [Int]) {
    var random = NumPyRandom(seed: 8)
    let matrix = random.normal(shape: shape)
    let results = inEachForm {
      let parts = svd(matrix)
      return [parts.left, parts.values, parts.right]
    }
    for (name, result) in results { #expect(result == results[0].result, "\(name)") }
  }
}
