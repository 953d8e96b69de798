/// Empty cells for the numbers of a list or a matrix.
struct BlankGrid: Hashable {
  /// Which part of the answer it is, such as `[0, 2]`; nil where it is the whole.
  var title: String?
  /// How many cells each row has.
  var rowLengths: [Int]
  /// Whether it is a list, whose rows may be broken elsewhere.
  var isList = false

  /// How many cells the longest row has.
  var columns: Int { rowLengths.max() ?? 0 }
}

extension BlankGrid {
  /// A list in rows of about the same length.
  init(listOf count: Int, longestRow: Int) {
    let rows = (count + longestRow - 1) / longestRow
    let columns = (count + rows - 1) / rows
    self.init(
      title: nil,
      rowLengths: (0..<rows).map { min(columns, count - $0 * columns) }, isList: true)
  }
}
