import CNNCore
import Figures
import Testing

@Suite("Heatmaps with more values than a page has room for")
struct CoarseHeatmapTests {
  @Test("a large map is drawn by the means of blocks, says so, and stays small")
  func largeMap() {
    var random = NumPyRandom(seed: 1)
    let map = Heatmap(random.uniform(low: -1, high: 1, shape: [1000, 1000]), title: "noise")
    #expect(map.svg.text.contains("each cell the mean of 8×8"))
    #expect(map.svg.text.utf8.count < 250_000)
    #expect(map.alternative.hasPrefix("noise: 1000×1000 matrix"))
    #expect(map.plainText.hasPrefix("noise (1000×1000)"))
  }

  @Test("the drawing is that of the means, with the indices of the first values")
  func means() {
    let fine = Tensor<Double>.linspace(0, 1, count: 300 * 300).reshaped(300, 300)
    let coarse = fine.reshaped(100, 3, 100, 3).mean(axes: [1, 3])
    let drawn = Heatmap(fine, range: 0...1).svg.text
    let expected = Heatmap(coarse, range: 0...1).svg.text
    func cells(_ text: String) -> Substring? {
      text.firstRange(of: "<g class=\"cells\"").flatMap { start in
        text[start.upperBound...].firstRange(of: "</g>").map {
          text[start.upperBound..<$0.lowerBound].drop { $0 != "<" }
        }
      }
    }
    #expect(cells(drawn) == cells(expected))
    #expect(cells(drawn) != nil)
    #expect(drawn.contains(">60<") && drawn.contains(">240<"))
  }

  @Test("an index that would stand out beyond the last column is left out")
  func lastIndex() {
    let text = Heatmap(Tensor.ones(1500, 1500)).svg.text
    let top = text.firstRange(of: "<text class=\"i\"").map { text[$0.upperBound...] } ?? ""
    let columns = top.split(separator: "</text>")[0]
    #expect(columns.contains(">1200<") && !columns.contains(">1440<"))
  }

  @Test("a short side keeps its cells, a vector its single row")
  func shortSides() {
    #expect(Heatmap(Tensor.ones(512, 10)).svg.text.contains("each cell the mean of 4×1"))
    #expect(Heatmap(Tensor.ones(100_000)).svg.text.contains("each cell the mean of 1×782"))
  }

  @Test("up to 256 rows and columns each value has its cell")
  func smallMap() {
    #expect(!Heatmap(Tensor.ones(256, 256)).svg.text.contains("each cell"))
  }

  @Test("a value that is not a number shows in the mean of its block")
  func notANumber() {
    var map = Tensor<Double>.ones(512, 512)
    map[100, 200] = .nan
    #expect(Heatmap(map).svg.text.contains("class=\"nan\""))
  }

  @Test("outlines enclose the blocks that they touch")
  func highlights() {
    let svg = Heatmap(Tensor.ones(512, 512), highlight: [.window(rows: 5..<9, columns: 0..<4)]).svg
    // Blocks of 4×4 are cells of 2 pixels: rows 1 and 2, column 0.
    #expect(svg.text.contains("M0 2h2v4H0z"))
    #expect(svg.alternative.contains("Outlined: rows 5 to 8, columns 0 to 3"))
  }
}
