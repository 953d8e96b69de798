import CNNCore
import Testing

@Suite struct PaddingTests {
  /// TensorFlow's rule: ⌈n / s⌉ windows, an odd row of padding below, an odd column at the right.
  @Test(arguments: [(1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (2, 2), (3, 2), (4, 3), (1, 2), (7, 2)])
  func same(kernel: Int, stride: Int) {
    for length in 3..<9 {
      let x = Tensor.arange(length * length).reshaped(length, length) + 1
      let k = Tensor.arange(kernel * kernel).reshaped(kernel, kernel) + 1
      let windows = (length + stride - 1) / stride
      let total = max(0, (windows - 1) * stride + kernel - length)
      var surrounded = Tensor.zeros(length + total, length + total)
      let start = total / 2
      surrounded[start..<start + length, start..<start + length] = x
      let output = convolve(x, with: k, stride: stride, padding: .same)
      #expect(output.shape == [windows, windows])
      #expect(output == convolve(surrounded, with: k, stride: stride))
    }
  }

  @Test func waysToSayIt() {
    let x = Tensor([[1, 2, 3], [4, 5, 6]])
    let k = Tensor([[1, 2], [3, 4]])
    let sides = convolve(x, with: k, padding: [1, 1, 2, 2])
    #expect(sides == convolve(x, with: k, padding: [1, 2]))
    #expect(sides == convolve(x, with: k, padding: .sides(top: 1, bottom: 1, left: 2, right: 2)))
    #expect(convolve(x, with: k, padding: .valid) == convolve(x, with: k))
    #expect(
      convolve(x, with: k, padding: .same)
        == convolve(x, with: k, padding: .sides(top: 0, bottom: 1, left: 0, right: 1)))
    let step = Size2D(rows: 1, columns: 2)
    #expect(convolve(x, with: k, stride: step) == convolve(x, with: k, stride: [1, 2]))
  }

  /// A dilated kernel is one with zeros between its elements.
  @Test(arguments: [(1, 0), (2, 1), (1, 3), (3, 4)]) func dilation(stride: Int, padding: Int) {
    var random = NumPyRandom(seed: 3)
    let x = random.randn(9, 10)
    let k = random.randn(3, 2)
    var spread = Tensor.zeros(5, 4)
    for u in 0..<3 {
      for v in 0..<2 { spread[2 * u, 3 * v] = k[u, v] }
    }
    let output = convolve(x, with: k, stride: stride, padding: padding, dilation: [2, 3])
    #expect(output == convolve(x, with: spread, stride: stride, padding: padding))
  }
}
