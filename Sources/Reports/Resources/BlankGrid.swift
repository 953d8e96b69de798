/// Empty cells for the numbers of an answer that the reader is to write down.
struct BlankGrid: Hashable {
  /// Which part of the answer it is, such as `[0, 2, …]`; nil where it is the whole.
  var title: String?
  /// How many rows it has.
  var rows: Int
  /// How many columns it has.
  var columns: Int

  /// The most cells that are drawn; what is larger is not written down by hand.
  static let mostCells = 400

  /// The grids for an answer of the given shape: none for a single number or for too many of them, one
  /// for a list or a matrix, else one for each matrix in it.
  static func grids(of shape: [Int]) -> [BlankGrid] {
    let count = shape.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    guard !shape.isEmpty, shape.allSatisfy({ $0 > 0 }), (1...mostCells).contains(count),
      shape.count <= 6
    else { return [] }
    if shape.count == 1 { return [BlankGrid(title: nil, rows: 1, columns: shape[0])] }
    let (rows, columns) = (shape[shape.count - 2], shape[shape.count - 1])
    let outer = shape.dropLast(2)
    return (0..<outer.reduce(1, *)).map { number in
      var rest = number
      let index = outer.reversed().map { size in
        defer { rest /= size }
        return "\(rest % size)"
      }.reversed()
      return BlankGrid(
        title: outer.isEmpty ? nil : "[\(index.joined(separator: ", "))]", rows: rows,
        columns: columns)
    }
  }
}
