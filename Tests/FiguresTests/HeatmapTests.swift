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

  @Test("the numbers of several maps are written as long as they are to be read")
  func manyValues() {
    let row = "<text class=\"r\""
    #expect(Heatmap(Tensor.ones(2, 10, 10)).svg.text.contains(row))
    #expect(!Heatmap(Tensor.ones(3, 10, 10)).svg.text.contains(row))
    #expect(Heatmap(Tensor.ones(3, 10, 10), values: true).svg.text.contains(row))
  }

  @Test("a cell that is outlined twice is outlined once")
  func equalHighlights() {
    let once = Heatmap(noise, highlight: [.cell(1, 1), .cell(2, 0)])
    let twice = Heatmap(noise, highlight: [.cell(1, 1), .cell(2, 0), .cell(1, 1)])
    #expect(twice.svg == once.svg)
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

  @Test("what is zero at the shown digits has no sign")
  func noSignOfZero() {
    let map = Heatmap(Tensor([[-0.004, 0.51234]]), digits: 2)
    #expect(map.svg.text.contains(">0.00<"))
    #expect(!map.html.contains("−0.00"))
    #expect(NumberFormat.fixed(2).string(-0.006) == "−0.01")
    #expect(NumberFormat.scientific(1).string(-2e-9) == "−2.0×10⁻⁹")
  }

  @Test("few numbers of very different sizes each have their power of ten")
  func powers() {
    let few = Heatmap(Tensor([9.3e-10, 0.0424, 1, 17.45, 191_751])).plainText
    let numbers = few.split(whereSeparator: \.isWhitespace).dropFirst()
    #expect(numbers == ["9.30×10⁻¹⁰", "4.24×10⁻²", "1.00×10⁰", "1.74×10¹", "1.92×10⁵"])
    let close = Heatmap(Tensor([1e-5, 0, 3e-5])).plainText
    #expect(close.contains("×10⁻⁵") && close.contains("3.00"))
  }

  @Test("signs are marked where they matter")
  func marks() {
    func marks(_ values: [Double]) -> Int {
      let text = Heatmap(Tensor([values, values]), values: false).svg.text
      return text.components(separatedBy: "class=\"mark").count - 1
    }
    #expect(marks([-0.5, 1]) == 1)
    #expect(marks([-0.001, 1]) == 0)
    #expect(marks([-.infinity, 1]) == 1)
  }

  @Test("outlines of one label, or without one, look alike")
  func looks() {
    func dashes(_ highlights: [Heatmap.Highlight]) -> Int {
      Heatmap(noise, highlight: highlights).svg.text.components(separatedBy: "class=\"box d").count
        - 1
    }
    #expect(dashes([.cell(0, 0), .cell(2, 2), .cell(4, 4)]) == 0)
    #expect(dashes([.cell(0, 0, label: "a"), .cell(2, 2, label: "a")]) == 0)
    // The map and the legend.
    #expect(dashes([.cell(0, 0, label: "a"), .cell(2, 2, label: "b")]) == 2)
    // Without dashes, outlines that overlap could not be told apart.
    #expect(
      dashes([.window(rows: 0..<3, columns: 0..<3), .window(rows: 2..<5, columns: 0..<3)]) == 1)
  }

  @Test("the lowest label of a color bar is not cut off")
  func colorBar() throws {
    let svg = Heatmap(Tensor.ones(4, 4), colorBar: true, range: 0...100).svg
    let match = try #require(svg.text.firstMatch(of: /y="([0-9.]+)">0<\/text>/))
    // The title's and the maps' offset, 2 px, comes to the label's baseline.
    #expect(Double(match.1)! + 2 < svg.height)
  }

  @Test("far from zero has the least as its palest, unless a map beside it has zero there")
  func farFromZero() {
    let far = Tensor([[8.0, 9.0, 10.0]])
    func isDark(_ figures: any FigureRowPart...) -> Bool {
      !FigureRow(figures).svg.text.contains("class=\"p1\"")
    }
    #expect(!isDark(Heatmap(far)))
    #expect(!isDark(Heatmap(far), Heatmap(far)))
    #expect(isDark(Heatmap(far), "→", Heatmap(Tensor([[0.0, 10]]))))
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
