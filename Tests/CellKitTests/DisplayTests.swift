import CNNCore
import Testing

@testable import CellKit

@Suite("Displays") struct DisplayTests {
  /// The plain text of a value's display.
  private func text<Value>(_ value: Value, title: String? = nil, digits: Int? = nil) -> String? {
    bundle(for: value, title: title, digits: digits).items.first { $0.type == "text/plain" }?
      .content
  }

  @Test("a number has the shortest digits of its own type") func floats() {
    #expect(inlineText(of: Float(0.1), digits: nil) == "0.1")
    #expect(inlineText(of: Float?(0.1), digits: nil) == "0.1")
    #expect(inlineText(of: Tensor<Float>(0.1), digits: nil) == "0.1")
    #expect(inlineText(of: Float(0.1), digits: 12) == "0.100000001490")
    #expect(text(Float(0.1), title: "share") == "share = 0.1")
    #expect(text(0.1) == "0.1")
  }

  @Test("a pooling shows its output and where it came from") func pooling() {
    let pooled = maxPool(Tensor([[1, 3, 2, 0], [4, 0, 1, 5]]), size: 2)
    #expect(text(pooled) == "output (1×2)\n4  5\nfrom\nrow (1×2)\n1  1\nand\ncolumn (1×2)\n0  3")
    #expect(text(pooled, title: "p")?.hasPrefix("p: output") == true)
    #expect(bundle(for: pooled, title: nil).items.map(\.type).contains("image/svg+xml"))
  }

  @Test("factors, gradients and complex numbers show their parts") func parts() {
    #expect(
      text(svd(Tensor([[2, 0], [0, 1]])))
        == "left (2×2)\n1  0\n0  1\nvalues (2)\n2  1\nright (2×2)\n1  0\n0  1")
    #expect(text(ComplexTensor(Tensor([1, 2]))) == "real (2)\n1  2\n+ i ·\nimaginary (2)\n0  0")
    #expect(text(ComplexTensor(Tensor(2.5))) == "2.5+0.j")
    let gradients = convolutionGradients(
      input: Tensor([[1, 2], [3, 4]]), kernel: Tensor([[1, 0]]), outputGradient: Tensor([[1], [2]]))
    #expect(text(gradients) == "input (2×2)\n1  0\n2  0\nkernel (1×2)\n 7  10\nbias (1×1)\n3")
    #expect(text(averagePool(Tensor([[1, 3], [4, 0]]), size: 2)) == "(1×1)\n2")
  }

  @Test("answers have the digits by which one checks a calculation") func answers() {
    func answer<Value>(_ value: Value, digits: Int? = nil) -> String? {
      bundle(for: value, title: "a", digits: digits, isAnswer: true).items
        .first { $0.type == "text/plain" }?.content
    }
    #expect(answer(0.5) == "a = 0.5")
    #expect(answer(1.0 / 3) == "a ≈ 0.333333")
    #expect(answer(Float(0.1)) == "a = 0.1")
    #expect(answer(Tensor(-2.0 / 3)) == "a ≈ −0.666667")
    #expect(answer(1_234_567.0) == "a = 1234567")
    #expect(answer(1e-9) == "a = 1×10⁻⁹")
    #expect(answer(1.0 / 3, digits: 2) == "a = 0.33")
    #expect(answer(Tensor([[1.0 / 3, 0.5]])) == "a (1×2)\n0.3333  0.5000")
    #expect(answer([1.0 / 3, 2]) == "a ≈ [0.333333, 2]")
    #expect(answer([[0.5], [-1.0]]) == "a = [[0.5], [−1]]")
    #expect(answer([3, 2]) == "a = [3, 2]")
    #expect(answer(Tensor([[0.01 / 3]])) == "a (1×1)\n0.003333")
    #expect(answer(Tensor([[0.25, 0.5]])) == "a (1×2)\n0.25  0.50")
    #expect(answer(Tensor([[200.0 / 3, 2000.0 / 3]])) == "a (1×2)\n 66.7  666.7")
    let large = answer(Tensor.ones(20, 20) / 3)
    #expect(large?.hasPrefix("a: first 0.333333, last 0.333333, sum 133.333 (20×20)") == true)
  }
}
