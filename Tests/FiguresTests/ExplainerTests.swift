import CNNCore
import Figures
import Foundation
import FoundationXML
import Testing

@Suite("Explainers") struct ExplainerTests {
  private let x = Tensor([[1.0, 2, 3], [4, 5, 6], [7, 8, 9]])
  private let ones = Tensor.ones(2, 2)

  private func isWellFormed(_ text: String) -> Bool {
    XMLParser(data: Data(text.utf8)).parse()
  }

  private func count(_ part: String, in text: String) -> Int {
    text.components(separatedBy: part).count - 1
  }

  @Test("each result can be picked and tells its sum")
  func convolution() {
    let figure = ConvolutionExplainer(x, kernel: ones, bias: -1)
    let text = figure.svg.text
    #expect(isWellFormed(text))
    #expect(isWellFormed(figure.svg.standalone))
    #expect(count("class=\"pick\" tabindex=\"0\"", in: text) == 4)
    #expect(text.contains("aria-label=\"Z[0, 1] = 2·1 + 3·1 + 5·1 + 6·1 + (−1) = 15\""))
    #expect(text.contains("role=\"group\""))
    // The largest magnitude is chosen where nothing is picked, on paper and in a file.
    #expect(figure.plainText.contains("Z[1, 1] = 5·1 + 6·1"))
    #expect(figure.plainText.hasSuffix("= 27"))
  }

  @Test("what is rounded is said to be so")
  func rounding() {
    let third = Tensor([[1.0 / 3]])
    let figure = ConvolutionExplainer(third, kernel: Tensor([[1.0 / 3]]))
    #expect(figure.plainText.contains("≈"))
    #expect(!ConvolutionExplainer(x, kernel: ones).plainText.contains("≈"))
  }

  @Test("stride and padding move the window")
  func strideAndPadding() {
    let figure = ConvolutionExplainer(x, kernel: ones, stride: 2, padding: 1, chosen: [(1, 1)])
    #expect(figure.plainText.contains("Z[1, 1] = 5·1 + 6·1\n+ 8·1 + 9·1\n= 28"))
  }

  @Test("a pooling names the winner")
  func pooling() {
    let figure = MaxPoolExplainer(x, size: 2, stride: 1, chosen: [(0, 1)])
    #expect(figure.plainText.hasSuffix("P[0, 1] = max(2, 3, 5, 6) = 6, from A[1, 2]"))
    #expect(isWellFormed(figure.svg.text))
  }

  @Test("the gradient of the input is the full convolution with the turned kernel")
  func gradient() {
    let figure = ConvolutionGradientExplainer(
      Tensor([[1.0, -1], [2, 0.5]]), kernel: Tensor([[1.0, 2], [3, 4]]), chosen: [(1, 1)])
    #expect(figure.plainText.hasSuffix("= 5.5"))
    #expect(figure.plainText.contains("∂L/∂X[1, 1] = "))
  }

  @Test("a dense layer adds up its products and the bias")
  func dense() {
    let figure = DenseExplainer(
      Tensor([[1.0, -2], [3, 4]]), input: Tensor([5.0, 6]), bias: Tensor([7.0, 8]), chosen: [1])
    #expect(figure.plainText.hasSuffix("z[1] = 3·5 + 4·6\n+ 8 = 47"))
  }

  @Test("an animation stops for readers who prefer that, and on paper")
  func animation() {
    let svg = ConvolutionExplainer(x, kernel: ones, animated: true).svg
    #expect(isWellFormed(svg.standalone))
    #expect(count("<animate ", in: svg.text) == 4)
    #expect(svg.standalone.contains("prefers-reduced-motion:reduce"))
    #expect(svg.standalone.contains("@media print"))
    #expect(!svg.text.contains("<script"))
  }

  @Test("large results explain the chosen cells alone")
  func large() {
    let figure = ConvolutionExplainer(Tensor.ones(20, 20), kernel: ones, chosen: [(3, 4)])
    #expect(count("class=\"pick\"", in: figure.svg.text) == 1)
  }

  @Test("a cell that is not there")
  func missing() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = ConvolutionExplainer(Tensor.ones(3, 3), kernel: .ones(2, 2), chosen: [(2, 0)])
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      message.contains("an explained cell [2, 0] does not lie in the 2×2 result"), "\(message)")
  }
}
