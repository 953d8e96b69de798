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
    // The kernel is not turned.
    #expect(count(">⋆<", in: text) == 1 && !text.contains("∗"))
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
    // Large sums that one decimal does not write in full have none.
    let large = ConvolutionExplainer(Tensor([[2001.0]]), kernel: Tensor([[0.5]]))
    #expect(large.plainText.hasSuffix("= 2001·0.5\n= 1000.5"))
    let cut = ConvolutionExplainer(Tensor([[2000.25]]), kernel: Tensor([[0.53]]))
    #expect(cut.plainText.hasSuffix("= 2000.25·0.53\n≈ 1060"))
    // The bias is rounded, whatever the sum is.
    let bias = ConvolutionExplainer(Tensor([[1.0]]), kernel: Tensor([[2.0]]), bias: 1.0 / 3)
    #expect(bias.plainText.hasSuffix("= 1·2\n+ 0.33 ≈ 2.33"))
  }

  @Test("factors are written as the panels write them, their power of ten once")
  func scaled() {
    let figure = ConvolutionExplainer(
      Tensor([[0.0002, -0.0003]]), kernel: Tensor([[0.5, 2]]), bias: 0.0001)
    #expect(figure.plainText.hasSuffix("= (2.00·0.5 + (−3.00)·2.0)·10⁻⁴\n+ 1.00×10⁻⁴ = −4.00×10⁻⁴"))
    let dense = DenseExplainer(Tensor([[2e6, 3e6]]), input: Tensor([0.0001, 0.0003]))
    #expect(dense.plainText.hasSuffix("= (0.67·1.00 + 1.00·3.00)·10²\n= 1100") == false)
    #expect(dense.plainText.contains(")·10"))
  }

  @Test("long sums are broken into lines that a phone has room for")
  func longSums() {
    let figure = DenseExplainer(Tensor.ones(1, 20), input: Tensor.ones(20))
    let lines = figure.plainText.split(separator: "\n").suffix(4)
    #expect(lines.first?.hasPrefix("z[0] = 1·1 + ") == true)
    #expect(lines.allSatisfy { $0.count < 70 })
    #expect(count("1·1", in: lines.joined()) == 20)
    #expect(lines.last == "= 20")
  }

  @Test("a narrow page moves the panels under each other; a file has no need to")
  func narrow() {
    let figure = ConvolutionExplainer(Tensor.ones(8, 8), kernel: ones)
    #expect(figure.svg.text.contains("class=\"nb-figure nb-wide nb-reflow\""))
    #expect(figure.svg.text.contains("--m1:translate("))
    #expect(!figure.svg.standalone.contains("nb-reflow"))
    #expect(!ConvolutionExplainer(ones, kernel: ones).svg.text.contains("nb-reflow"))
    #expect(FigureStyle.css.contains(".nb-reflow .m1{transform:var(--m1)}"))
  }

  @Test("calculations grow with what a page shrinks")
  func readableCalculations() {
    let enlarged = #/class="t" transform="translate\([^)]*\)scale\(1\.[0-9]+\)"/#
    let large = ConvolutionExplainer(Tensor.ones(8, 8) * 1.25, kernel: Tensor.ones(3, 3) * 0.25)
    #expect(large.svg.text.contains(enlarged))
    #expect(!ConvolutionExplainer(x, kernel: ones).svg.text.contains(enlarged))
  }

  @Test("an explainer of a 6×6 input stays small")
  func size() {
    let input = (Tensor<Double>.arange(36) * 0.37 - 5).reshaped(6, 6)
    let kernel = Tensor([[0.25, -1, 0.5], [2, 0, -2], [1, -0.75, -1]])
    #expect(ConvolutionExplainer(input, kernel: kernel).html.utf8.count < 40_000)
  }

  @Test("stride and padding move the window")
  func strideAndPadding() {
    let figure = ConvolutionExplainer(x, kernel: ones, stride: 2, padding: 1, chosen: [(1, 1)])
    #expect(figure.plainText.contains("Z[1, 1] = 5·1 + 6·1\n+ 8·1 + 9·1\n= 28"))
  }

  @Test("a pooling names the winner")
  func pooling() {
    let figure = MaxPoolExplainer(x, size: 2, stride: 1, chosen: [(0, 1)])
    #expect(figure.plainText.hasSuffix("P[0, 1] = max(2, 3, 5, 6)\n= 6, from A[1, 2]"))
    #expect(isWellFormed(figure.svg.text))
    let tie = MaxPoolExplainer(Tensor([[1.0, 4], [4, 2]]))
    #expect(tie.plainText.hasSuffix("= 4, from A[0, 1], the first of 2 equal ones"))
  }

  @Test("the gradient of the input is the full convolution with the turned kernel")
  func gradient() {
    let figure = ConvolutionGradientExplainer(
      Tensor([[1.0, -1], [2, 0.5]]), kernel: Tensor([[1.0, 2], [3, 4]]), chosen: [(1, 1)])
    #expect(figure.plainText.hasSuffix("= 5.5"))
    #expect(figure.plainText.contains("∂L/∂X[1, 1] = "))
  }

  @Test(
    "the explained gradient is the one that the layer computes",
    arguments: [(1, 2, 2), (1, 2, 3), (2, 3, 3), (2, 3, 2)])
  func gradientOfStride(stride: Int, rows: Int, columns: Int) {
    let kernel = (Tensor<Double>.arange(rows * columns) - 2).reshaped(rows, columns)
    let gradient = Tensor([[1.0, -1], [2, 0.5]])
    // Each output's gradient, spread over its window by the kernel.
    var expected = Tensor<Double>(repeating: 0, shape: [stride + rows, stride + columns])
    for (i, j) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
      for u in 0..<rows {
        for v in 0..<columns {
          expected[i * stride + u, j * stride + v] += gradient[i, j] * kernel[u, v]
        }
      }
    }
    let figure = ConvolutionGradientExplainer(gradient, kernel: kernel, stride: stride)
    let table = Heatmap(expected, title: "∂L/∂X").plainText
    #expect(figure.plainText.contains(table))
  }

  @Test("a gradient that is no matrix")
  func gradientShape() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = ConvolutionGradientExplainer(Tensor([1.0]), kernel: Tensor<Double>.ones(2, 2))
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      message.contains(
        "ConvolutionGradientExplainer: expected matrices, got a gradient of shape [1] and a kernel "
          + "of shape [2, 2]"), "\(message)")
  }

  @Test("a dense layer adds up its products and the bias")
  func dense() {
    let figure = DenseExplainer(
      Tensor([[1.0, -2], [3, 4]]), input: Tensor([5.0, 6]), bias: Tensor([7.0, 8]), chosen: [1])
    #expect(figure.plainText.hasSuffix("z[1] = 3·5 + 4·6\n+ 8 = 47"))
    // The result keeps its decimals, though the factors have fewer.
    let fine = DenseExplainer(Tensor([[0.1, 0.2]]), input: Tensor([0.3, 0.4]))
    #expect(fine.plainText.hasSuffix("= 0.11"))
  }

  @Test("an animation stops for readers who prefer that, and on paper")
  func animation() {
    let svg = ConvolutionExplainer(x, kernel: ones, animated: true).svg
    #expect(isWellFormed(svg.standalone))
    #expect(count("<animate ", in: svg.text) == 4)
    // One thirty-sixth of a round, so that no two pictures are seen at once.
    let long = ConvolutionExplainer(Tensor.ones(7, 7), kernel: ones, animated: true).svg
    #expect(count("keyTimes=\"0;0.027777777777777776\"", in: long.text) == 36)
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
      message.contains(
        "ConvolutionExplainer: cell [2, 0] is to be explained; expected one of the 2×2 result"),
      "\(message)")
  }

  @Test("the sliding product's star is drawn as large as other signs")
  func star() {
    let row = FigureRow(Heatmap(Tensor.ones(2, 2)), "⋆", Heatmap(Tensor.ones(1, 1)), "=", "?")
    #expect(row.svg.text.contains("<text class=\"operator star\""))
    #expect(row.svg.text.contains(">=</text>"))
    #expect(FigureStyle.css.contains(".nb-figure .star{font-size:34px}"))
  }
}
