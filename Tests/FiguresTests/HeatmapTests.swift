import CNNCore
import Figures
import Foundation
import FoundationXML
import Testing

@Suite struct HeatmapTests {
  private let noise: Tensor<Double> = {
    var random = NumPyRandom(seed: 1)
    return random.uniform(low: -1, high: 1, shape: [6, 6])
  }()

  private func isWellFormed(_ text: String) -> Bool {
    XMLParser(data: Data(text.utf8)).parse()
  }

  @Test func aSixBySixHeatmapIsSmall() {
    let svg = Heatmap(noise, title: "X").svg
    #expect(svg.text.utf8.count < 3_000)
    #expect(isWellFormed(svg.text))
    #expect(isWellFormed(svg.standalone))
  }

  @Test("every value is written, with a true minus sign")
  func valuesAreWritten() {
    let text = Heatmap(Tensor([[1.25, -3.5], [0.0, 10.0]])).svg.text
    for value in ["1.25", "−3.50", "0.00", "10.00"] { #expect(text.contains(">\(value)<")) }
    #expect(Heatmap(Tensor([[1.0, 2.0]])).svg.text.contains(">2<"))
  }

  @Test func theAlternativeTellsShapeRangeAndExtremes() {
    let alternative = Heatmap(Tensor([[1.0, -2.0, 0.0], [0.0, 5.0, 3.0]]), title: "z").alternative
    for word in ["z", "2", "3", "−2", "5"] { #expect(alternative.contains(word), "\(alternative)") }
  }

  @Test func whatIsNoNumberIsMarked() {
    let map = Heatmap(Tensor([[.nan, .infinity], [-.infinity, 1.0]]))
    #expect(map.svg.text.contains("NaN"))
    #expect(map.svg.text.contains(">∞<"))
    #expect(map.svg.text.contains(">−∞<"))
    #expect(isWellFormed(map.svg.text))
  }

  @Test("large maps carry no text in their cells and stay small")
  func largeMaps() {
    var random = NumPyRandom(seed: 2)
    let svg = Heatmap(random.uniform(shape: [28, 28])).svg
    #expect(svg.text.components(separatedBy: "<text").count < 60)
    #expect(svg.text.utf8.count < 20_000)
  }

  @Test(
    "every shape has a drawing", arguments: [[1, 5], [5, 1], [4], [], [2, 3, 3], [1, 2, 3, 3]])
  func everyShape(shape: [Int]) {
    let svg = Heatmap(Tensor(repeating: 0.5, shape: shape)).svg
    #expect(isWellFormed(svg.text))
    #expect(svg.width > 0 && svg.height > 0)
  }

  @Test func markupInATitleIsText() {
    let svg = Heatmap(noise, title: "<script>&\"").svg
    #expect(isWellFormed(svg.text))
    #expect(!svg.text.contains("<script"))
  }

  @Test func aRowHasItsOperators() {
    let row = FigureRow(Heatmap(noise, title: "X"), "∗", Heatmap(noise), "=", noise)
    #expect(isWellFormed(row.svg.text))
    #expect(row.svg.text.contains(">∗<"))
    #expect(row.html.components(separatedBy: "<svg").count == 6)
  }

  @Test func aLineChart() {
    let chart = LineChart([4.0, 2.0, 1.0, 0.5], title: "loss", xLabel: "step")
    #expect(isWellFormed(chart.svg.text))
    #expect(chart.alternative.contains("4"))
    #expect(chart.alternative.contains("0.5"))
  }
}
