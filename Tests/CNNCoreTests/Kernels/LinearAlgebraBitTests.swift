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

  @Test(
    "a step of bidiagonalisation",
    arguments: [(1, 8, 0), (6, 16, 3), (131, 24, 7), (700, 104, 5)])
  func reflection(rows: Int, columns: Int, lead: Int) {
    var random = NumPyRandom(seed: rows)
    let start = random.normal(shape: [rows, columns]).scalars
    let v = random.normal(shape: [rows]).scalars
    let y = random.normal(shape: [columns]).scalars
    let p = random.normal(shape: [columns]).scalars
    let expected = reflected(start, v, y, p, lead)
    for (name, result) in inEachForm({
      var (a, column) = (start, [Double](repeating: 0, count: rows))
      var sums = [Double](repeating: 0, count: columns)
      a.withUnsafeMutableBufferPointer { a in
        Kernels.reflect(
          rows: rows, columns: columns, stride: columns, v: v, y: y, p: p, factor: 0.3,
          lead: lead, rowsAt: a.baseAddress!, column: &column, sums: &sums)
      }
      return [a, column, sums]
    }) {
      #expect(result == expected, "\(name)")
    }
  }

  /// The formulas of `ck_reflect_double` as CoreKernels.h states them.
  private func reflected(
    _ start: [Double], _ v: [Double], _ y: [Double], _ p: [Double], _ lead: Int
  ) -> [[Double]] {
    var (a, column) = (start, [Double]())
    let columns = y.count
    var (sums, block) = ([Double](repeating: 0, count: columns), [Double]())
    for i in v.indices {
      if i % 64 == 0 { block = [Double](repeating: 0, count: columns) }
      let row = i * columns
      var s = [Double](repeating: 0, count: 8)
      for j in 0..<columns {
        a[row + j].addProduct(-v[i], y[j])
        s[j % 8].addProduct(a[row + j], p[j])
      }
      let x = 0.3 * (((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7])))
      for j in 0..<columns { a[row + j].addProduct(-x, p[j]) }
      column.append(a[row + lead])
      for j in 0..<columns where i > 0 { block[j].addProduct(column[i], a[row + j]) }
      if i % 64 == 63 || i + 1 == v.count {
        for j in 0..<columns { sums[j] += block[j] }
      }
    }
    return [a, column, sums]
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
