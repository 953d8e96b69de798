import CNNCore
import Figures
import Testing

@Suite("Narrow pages") struct NarrowTests {
  private let slope = (0..<400).map { Double($0) }

  private func count(_ part: String, in text: String) -> Int {
    text.components(separatedBy: part).count - 1
  }

  @Test("charts are compressed, long names stand in a legend, ticks are left out")
  func charts() {
    let chart = LineChart(
      [.init("a long name for a line", slope), .init("another long name", slope.reversed())],
      title: "t")
    let text = chart.svg.text
    #expect(text.contains("nb-reflow"))
    #expect(text.contains("--w:340;"))
    #expect(count(">another long name ", in: text) == 2)
    #expect(text.contains("<g class=\"slim\">"))
    #expect(text.contains("<g class=\"wide\">"))
    #expect(FigureStyle.css.contains(".nb-reflow .slim{display:inline}"))
    // In a file the legend is hidden.
    #expect(chart.svg.standalone.contains(".nb-figure .slim{display:none}"))
    #expect(count("class=\"line", in: LineChart(slope).svg.text) == 1)
    #expect(!LineChart(slope, width: 340).svg.text.contains("nb-reflow"))
    #expect(BarChart(slope, labels: slope.map { "\($0)" }).svg.text.contains("nb-reflow"))
  }

  @Test("a picture grid has the columns that fit, in a narrow page fewer")
  func grid() {
    let pictures = (0..<10).map { _ in Tensor.ones(28, 28) }
    let svg = ImageGrid(pictures, titles: pictures.indices.map(String.init), columns: 10).svg
    #expect(svg.width <= 650)
    #expect(svg.height < 100)
    #expect(svg.text.contains("nb-reflow"))
    // Titles keep their size; they cost columns.
    let words = ImageGrid(
      pictures, titles: pictures.indices.map { "a title of some length \($0)" }, columns: 10)
    #expect(words.svg.width <= 650)
    #expect(words.svg.height > 200)
    #expect(ImageGrid(pictures, columns: 3).svg.width < 300)
  }

  @Test("maps of a tensor stand below each other")
  func maps() {
    #expect(Heatmap(Tensor.ones(4, 6, 6)).svg.text.contains("nb-reflow"))
    #expect(!Heatmap(Tensor.ones(4, 2, 2)).svg.text.contains("nb-reflow"))
  }

  @Test("a long list with its numbers stands in lines")
  func list() {
    let svg = Heatmap(Tensor.arange(21), values: true).svg
    #expect(count("<text class=\"r", in: svg.text) == 3)
    #expect(svg.width < 300)
  }

  @Test("a wide matrix is cut into pieces, whose rows have names too")
  func pieces() {
    let names = Heatmap.Labels(rows: ["first", "second"], columns: (0..<12).map { "c\($0)" })
    let text = Heatmap(Tensor.ones(2, 12) * 100.25, labels: names).svg.text
    #expect(text.contains("nb-reflow"))
    #expect(count("class=\"part\"", in: text) == 3)
    #expect(count(">first</tspan>", in: text) == 1)
    #expect(count(">c11<", in: text) == 1)
    let marked = Heatmap(Tensor.ones(2, 12) * 100.25, highlight: [.cell(0, 0)])
    #expect(!marked.svg.text.contains("nb-reflow"))
  }

  @Test("long rows are broken into lines of about one length, short ones shrink")
  func rows() {
    let map = Tensor.ones(6, 6) * 0.25
    let five = FigureRow(Array(repeating: map, count: 5)).html
    #expect(count("class=\"nb-row", in: five) == 2)
    let two = FigureRow(map, map).html
    #expect(count("<div class=\"nb-row nb-line nb-fit nb-snug\">", in: two) == 1)
    // Wide parts keep their narrow forms.
    #expect(count("nb-reflow", in: FigureRow(LineChart(slope), LineChart(slope)).html) == 2)
  }
}
