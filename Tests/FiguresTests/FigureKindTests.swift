import CNNCore
import Figures
import Foundation
import FoundationXML
import Testing

@Suite("Figures") struct FigureKindTests {
  private func isWellFormed(_ text: String) -> Bool {
    XMLParser(data: Data(text.utf8)).parse()
  }

  private func message(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }

  @Test("the line of a bowl at height 1 is the circle of radius 1")
  func contour() throws {
    let chart = ContourChart(
      of: { x, y in x * x + y * y }, x: -2...2, y: -2...2, levels: [1], width: 440, height: 440)
    let text = chart.svg.text
    #expect(isWellFormed(text))
    // The ends of the pieces, back from pixels to the ranges by the frame's corners.
    let frame = try #require(
      text.firstMatch(of: /class="axis" d="M([0-9.]+) ([0-9.]+)H([0-9.]+)V([0-9.]+)H/))
    let (left, top) = (Double(frame.1)!, Double(frame.2)!)
    let (right, bottom) = (Double(frame.3)!, Double(frame.4)!)
    let path = try #require(text.firstMatch(of: /class="g3" d="([^"]*)"/)).1
    let points = path.matches(of: /[ML]([0-9.]+) ([0-9.]+)/)
    #expect(points.count > 100)
    for point in points {
      let x = -2 + 4 * (Double(point.1)! - left) / (right - left)
      let y = 2 - 4 * (Double(point.2)! - top) / (bottom - top)
      // The function bends within a cell of 1/22, and pixels are rounded to tenths.
      #expect(abs((x * x + y * y).squareRoot() - 1) < 0.005)
    }
  }

  @Test("paths are named and say where they end")
  func paths() {
    let chart = ContourChart(
      of: { x, _ in x }, x: 0...1, y: 0...1,
      paths: [.init("descent", x: [0.9, 0.1], y: [0.5, 0.25])])
    #expect(chart.plainText.contains("descent: 2 points from (0.9, 0.5) to (0.1, 0.25)"))
    #expect(chart.svg.text.contains(">descent<"))
  }

  @Test("labels stand in place of indices, and the extremes are told by them")
  func labels() {
    let map = Heatmap(
      Tensor([[1.0, 2], [3, 4]]),
      labels: .init(
        rows: ["1e-3", "1e-2"], columns: ["a<b", "c"], rowTitle: "rate", columnTitle: "size"))
    #expect(isWellFormed(map.svg.text))
    #expect(map.svg.text.contains(">↓ rate   → size<"))
    #expect(map.svg.text.contains("a&lt;b"))
    #expect(map.alternative.contains("to 4 (row 1e-2, column c)"))
  }

  @Test("labels that are too few")
  func fewLabels() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Heatmap(Tensor.ones(2, 2), labels: .init(rows: ["a"], columns: ["b", "c"]))
    }
    #expect(
      message(result).contains("Heatmap: 1 row labels and 2 column labels for a 2×2 map"))
  }

  @Test("a picture carries its pixels as PNG")
  func picture() throws {
    let pixels = Tensor([[0.0, 1], [0.5, 0.25]])
    let picture = Picture(pixels, title: "four")
    let text = picture.svg.text
    #expect(isWellFormed(text))
    let match = try #require(text.firstMatch(of: /data:image\/png;base64,([A-Za-z0-9+\/=]*)/))
    let data = try #require(Data(base64Encoded: String(match.1)))
    #expect(Array(data) == pngData(of: pixels))
    #expect(picture.plainText == "four: gray picture of 2×2 pixels")
    #expect(text.contains("class=\"pixels\""))
    #expect(
      !Picture(Tensor<Double>.landscape(height: 200, width: 300)).svg.text.contains("pixels\""))
  }

  @Test("a tensor that is no picture")
  func noPicture() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Picture(Tensor.ones(2, 3, 4))
    }
    #expect(
      message(result).contains(
        "Picture: expected a picture [H, W], [1, H, W] or [3, H, W], got shape [2, 3, 4]"))
  }

  @Test("a network names its stages, shapes and operations, and wraps")
  func network() {
    let diagram = NetworkDiagram([
      .init("X", Tensor.ones(6, 6)),
      .init("z", Tensor.ones(4, 4), by: "convolution", gradient: Tensor.zeros(4, 4)),
      .init("c", Tensor.ones(6, 3, 3), by: "six filters"),
    ])
    #expect(isWellFormed(diagram.svg.standalone))
    #expect(
      diagram.plainText.split(separator: "\n") == [
        "X (6×6): 1", "→ convolution → z (4×4): 1, gradient 0", "→ six filters → c (6×3×3): 1",
      ])
    #expect(diagram.svg.text.contains("∂L/∂z"))
    #expect(diagram.svg.text.contains("and 3 more"))
    let many = NetworkDiagram(
      (0..<30).map { .init("s\($0)", Tensor.ones(4, 4), by: "layer") })
    #expect(many.svg.width < 740)
    // On a phone the rows are broken anew: each part knows its place there.
    #expect(many.svg.text.contains("nb-reflow"))
    #expect(many.svg.text.contains("class=\"part\" style=\"--at:translate(2px,"))
    #expect(isWellFormed(many.svg.text))
  }

  @Test("arrows lead back to gradients alone, rows are balanced, long vectors are folded")
  func networkLooks() {
    let one = Tensor.ones(4, 4)
    func arrows(_ stages: [NetworkDiagram.Stage]) -> Int {
      NetworkDiagram(stages).svg.text.components(separatedBy: "class=\"arrow\"").count - 1
    }
    #expect(arrows([.init("x", one), .init("y", one, by: "f", gradient: one)]) == 1)
    #expect(
      arrows([.init("x", one, gradient: one), .init("y", one, by: "f", gradient: one)]) == 2)
    func width(_ count: Int) -> Double {
      NetworkDiagram((0..<count).map { .init("s\($0)", Tensor.ones(6, 6), by: "layer") }).svg.width
    }
    #expect(width(7) < 600)
    let vector = NetworkDiagram([.init("v", Tensor.ones(50))])
    #expect(vector.svg.height > 60)
    #expect(vector.svg.width < 100)
    // Short ones stand upright.
    let short = NetworkDiagram([.init("v", Tensor.ones(10))])
    #expect(short.svg.height > 150)
    #expect(short.svg.width < 40)
    // Thirteen are folded into three rows of four and one more.
    let odd = NetworkDiagram([.init("v", Tensor.ones(13))]).svg.text
    #expect(odd.components(separatedBy: "class=\"cells\"").count == 3)
  }

  @Test("a network's values are a table")
  func networkTable() {
    let diagram = NetworkDiagram([
      .init("x", Tensor([[1.0, -2], [0.5, 3]])),
      .init("L", Tensor(0.25), by: "loss", gradient: Tensor(1)),
    ])
    #expect(diagram.html.contains("<tr><td>x<td><td>2×2<td>1 −2; 0.5 3<td>"))
    #expect(diagram.html.contains("<tr><td>L<td>loss<td>number<td>0.25<td>1"))
  }

  @Test("a gradient of another shape")
  func wrongGradient() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = NetworkDiagram.Stage("z", Tensor.ones(2, 2), gradient: Tensor.ones(3))
    }
    #expect(message(result).contains("NetworkDiagram: 'z' has shape [2, 2], its gradient [3]"))
  }
}

@Suite("Charts") struct ChartTests {
  private func isWellFormed(_ text: String) -> Bool {
    XMLParser(data: Data(text.utf8)).parse()
  }

  @Test("points are marks of different forms, bands lie below lines")
  func styles() {
    let chart = LineChart([
      .band("±", x: [1.0, 2, 3], from: [0.0, 1, 2], to: [2.0, 3, 4]),
      .points("a", x: [1.0, 2], y: [1.0, 2]), .points("b", x: [1.0, 3], y: [2.0, 1]),
      .init("mean", x: [1.0, 2, 3], y: [1.0, 2, 3]),
    ])
    let text = chart.svg.text
    #expect(isWellFormed(text))
    #expect(text.contains("class=\"band b1\""))
    #expect(text.components(separatedBy: "class=\"e2\" d=\"M").count == 3)
    #expect(text.components(separatedBy: "class=\"e3\" d=\"M").count == 3)
    let band = text.range(of: "class=\"band")!.lowerBound
    #expect(band < text.range(of: "class=\"line")!.lowerBound)
  }

  @Test("the value at a line's end is that of its rightmost point, rounded and grouped")
  func ends() {
    let chart = LineChart([
      .init("back", x: [2.0, 1, 0], y: [191_751.0, 0, 5]),
      .init("sine", x: [0.0, 1, 2], y: [0.0, 1, -4.9e-16]),
    ])
    #expect(chart.svg.text.contains(">192,000<"))
    #expect(chart.svg.text.contains(">200,000<"))
    #expect(chart.svg.text.contains(">sine <tspan class=\"note\">0<"))
    #expect(chart.alternative.contains("sine: 3 values, from 0 to 0"))
  }

  @Test("a logarithmic axis puts equal ratios at equal distances")
  func logarithmic() throws {
    let chart = LineChart(
      [.points("", x: [1.0, 10, 100], y: [1.0, 1, 1])], logarithmicX: true)
    let places = chart.svg.text.matches(of: /cx="([0-9.]+)"/).map { Double($0.1)! }
    try #require(places.count == 3)
    #expect(abs((places[1] - places[0]) - (places[2] - places[1])) < 0.2)
  }

  @Test("a histogram counts, the largest value in the last interval")
  func histogram() {
    let chart = BarChart.histogram(of: [0.0, 0.1, 0.5, 0.9, 1], bins: 2, range: 0...1)
    #expect(chart.plainText == "0: 2\n0.5: 3")
    #expect(isWellFormed(chart.svg.text))
  }

  @Test("a histogram without a range has round edges around all values")
  func roundEdges() {
    let values = [0.031, 0.3, 0.7, 0.7001, 1.193]
    let chart = BarChart.histogram(of: values, bins: 7)
    #expect(chart.plainText == "0: 1\n0.2: 1\n0.4: 0\n0.6: 2\n0.8: 0\n1: 1")
    #expect(BarChart.histogram(of: [3.0, 3.0], bins: 5).plainText == "3: 2")
    #expect(
      BarChart.histogram(of: [-2.0, 2.0], bins: 4).plainText == "−2: 1\n−1: 0\n0: 0\n1: 1")
  }

  @Test("a histogram of numbers that lie as near as numbers can")
  func extremeEdges() {
    #expect(BarChart.histogram(of: [1e20, 1e20]).plainText == "1×10²⁰: 2")
    #expect(BarChart.histogram(of: [-1e300]).plainText == "−1×10³⁰⁰: 1")
    let near = BarChart.histogram(of: [1.0, 1.0.nextUp], bins: 5000)
    #expect(near.svg.text.utf8.count > 0)
  }

  @Test("a histogram says that its edges would be too large")
  func edgesWithoutEnd() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = BarChart.histogram(of: [-1.7e308, 1.7e308], bins: 2)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      message.contains(
        "BarChart: the intervals of a histogram from -1.7e+308 to 1.7e+308 have edges beyond all "
          + "finite numbers"))
  }

  @Test("a histogram says which number it cannot count")
  func infiniteValue() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = BarChart.histogram(of: [1, 2, .infinity])
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      message.contains("BarChart: value 2 of the histogram is inf; all must be finite"))
  }

  @Test("bars begin at zero, downwards where they are negative")
  func bars() {
    let chart = BarChart([2.0, -1], labels: ["up", "down"], title: "t")
    #expect(chart.plainText == "t\nup: 2\ndown: −1")
    #expect(isWellFormed(chart.svg.standalone))
  }

  @Test("labels that are too few for the bars")
  func fewLabels() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = BarChart([1.0, 2], labels: ["a"])
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("BarChart: 1 labels for 2 values"))
  }
}
