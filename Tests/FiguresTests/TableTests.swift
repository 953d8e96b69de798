import CNNCore
import Figures
import Foundation
import FoundationXML
import Testing

@Suite("Tables") struct TableTests {
  @Test("a figure's numbers are in a table beside it")
  func data() {
    #expect(
      Heatmap(Tensor([[1.5, -2], [0, 4]])).html.contains(
        "<div class=\"nb-data\"><table><tr><td>1.5<td>−2.0<tr><td>0.0<td>4.0</table></div>"))
    #expect(
      BarChart([2.0], labels: ["a<b"], xLabel: "x").html.contains(
        "<tr><th>x<th><tr><td>a&lt;b<td>2</table>"))
    let line = LineChart((0..<100).map(Double.init), xLabel: "step")
    #expect(line.html.components(separatedBy: "<tr>").count == 14)
    #expect(line.html.contains("<tr><td><td>99<td>99</table>"))
    #expect(FigureRow(Tensor([[7.0]]), "=", Tensor([[8.0]])).html.contains("<td>8</table>"))
    #expect(!Heatmap(Tensor.ones(20, 20)).html.contains("<table"))
  }

  @Test("layers with their sum")
  func layers() {
    var random = NumPyRandom(seed: 1)
    let network = Sequential<Double>(
      inputShape: [1, 28, 28], [.conv2D(filters: 32, kernelSize: 3), .flatten, .dense(10)],
      using: &random)
    let table = LayerTable(network.layerSummaries)
    #expect(
      table.plainText == """
        layer    output    parameters
        Conv2D   32×26×26         320
        Flatten  21632              0
        Dense    10           216,330
        total                 216,650
        """)
    #expect(XMLParser(data: Data(table.svg.text.utf8)).parse())
  }

  @Test("what layers remember counts, and the sum of what they train stands below")
  func buffers() {
    var random = NumPyRandom(seed: 1)
    let network = Sequential<Double>(
      inputShape: [1, 4, 4], [.conv2D(filters: 2, kernelSize: 3), .batchNorm2D], using: &random)
    #expect(
      LayerTable(network.layerSummaries).plainText == """
        layer        output  parameters
        Conv2D       2×2×2           20
        BatchNorm2D  2×2×2            8
        total                        28
        trainable                    24
        """)
  }

  @Test("a matrix as a formula: MathML in a page, drawn in a file")
  func formula() async {
    let formula = MatrixFormula("K", Tensor([[1.0, -2.5]]), digits: 1)
    #expect(formula.plainText == "K = (1.0, −2.5)")
    #expect(formula.html.contains("<mtd><mn>−2.5</mn></mtd>"))
    #expect(XMLParser(data: Data(formula.svg.standalone.utf8)).parse())
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = MatrixFormula("T", Tensor.ones(2, 2, 2))
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      message.contains("MatrixFormula: 'T' has shape [2, 2, 2]; expected at most two axes"))
  }
}
