extension Heatmap {
  /// Maps with a longer side are drawn coarser.
  private static let longestSide = 256
  /// About how many cells the longer side of a coarse map has.
  private static let coarseSide = 128
  /// A shorter side with fewer cells than this would be left stays as it is.
  private static let leastSide = 16

  /// How many rows and columns of values one drawn cell stands for.
  struct Block: Hashable, Sendable {
    var rows: Int
    var columns: Int

    /// The size as it is written: `8×8`.
    var text: String { "\(rows)×\(columns)" }
  }

  /// The block of values for each cell of a large map; nil where each value has a cell of its own, as it
  /// has where its numbers or names are to be read.
  private var blockToDraw: Block? {
    let longest = max(rows, columns)
    guard longest > Self.longestSide, labels == nil, showsValues != true else { return nil }
    let side = (longest + Self.coarseSide - 1) / Self.coarseSide
    func length(_ count: Int) -> Int {
      count > Self.longestSide || count / side >= Self.leastSide ? side : 1
    }
    return Block(rows: length(rows), columns: length(columns))
  }

  /// The map as it is drawn: the means of blocks where there are more values than a page has room for. A
  /// block with a value that is not a number shows that.
  var drawn: Heatmap {
    guard let block = blockToDraw else { return self }
    let size = rows * columns
    var coarse = self
    coarse.block = block
    coarse.values = stride(from: 0, to: size * drawnMaps, by: size).flatMap { start in
      blockMeans(block, of: values[start..<start + size])
    }
    coarse.shape =
      shape.dropLast(2)
      + (shape.count > 1 ? [Self.blocks(rows, block.rows)] : [])
      + [Self.blocks(columns, block.columns)]
    coarse.highlights = highlights.map { highlight in
      var result = highlight
      result.rows = Self.blocks(highlight.rows, block.rows)
      result.columns = Self.blocks(highlight.columns, block.columns)
      return result
    }
    return coarse
  }

  /// Says what a cell stands for; nil where it is one value.
  var blockNote: String? {
    block.map { "each cell the mean of \($0.text)" }
  }

  private static func blocks(_ count: Int, _ length: Int) -> Int {
    (count + length - 1) / length
  }

  private static func blocks(_ range: Range<Int>, _ length: Int) -> Range<Int> {
    range.lowerBound / length..<blocks(range.upperBound, length)
  }

  private func blockMeans(_ block: Block, of map: ArraySlice<Double>) -> [Double] {
    var means: [Double] = []
    for top in stride(from: 0, to: rows, by: block.rows) {
      for left in stride(from: 0, to: columns, by: block.columns) {
        let right = min(left + block.columns, columns)
        var (sum, count) = (0.0, 0)
        for row in top..<min(top + block.rows, rows) {
          let first = map.startIndex + row * columns
          for index in first + left..<first + right { sum += map[index] }
          count += right - left
        }
        means.append(sum / Double(count))
      }
    }
    return means
  }
}
