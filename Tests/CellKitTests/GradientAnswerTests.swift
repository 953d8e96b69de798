import CNNCore
import Testing

@testable import CellKit

@Suite("Gradients as answers") struct GradientAnswerTests {
  private let x = Tensor([[1.0, -2.0], [0.5, 3.0]])
  private func loss(_ x: Tensor<Double>) -> Double { (x * x * x).sum() }

  @Test("the gradient passes") func right() {
    #expect(gradientFault("g", 3 * x * x, of: loss, at: x) == nil)
    #expect(gradientFault("g", Tensor.zeros(2, 2), of: { _ in 7 }, at: x) == nil)
  }

  @Test("what is wrong in one number is told with its place") func wrong() {
    var gradient = 3 * x * x
    gradient[1, 0] += 0.01
    #expect(
      gradientFault("g", gradient, of: loss, at: x)
        == "the answer 'g' is not the gradient: it is 0.76 at [1, 0], where central differences "
        + "give 0.75")
  }

  @Test("a number that is none is wrong") func notANumber() {
    #expect(
      gradientFault("g", 0 * x / 0, of: loss, at: x)
        == "the answer 'g' is not the gradient: it is nan at [0, 0], where central differences "
        + "give 3")
  }

  @Test("a shape that is not the input's is told") func shape() {
    #expect(
      gradientFault("g", Tensor([1.0, 2.0]), of: loss, at: x)
        == "the answer 'g' has shape [2], but what it is the gradient for has [2, 2]")
  }

  @Test("of a single number no place is told") func single() {
    #expect(
      gradientFault("g", Tensor(5.0), of: { $0.item * $0.item }, at: Tensor(2.0))
        == "the answer 'g' is not the gradient: it is 5, where central differences give 4")
  }
}
