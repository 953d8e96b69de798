/// The space for an answer that the reader is to find.
enum AnswerBlank: Hashable {
  /// A line, for one value.
  case line
  /// Empty cells, for a list, a matrix or the matrices of something of a higher rank.
  case grids([BlankGrid])
  /// A word about its size, for what nobody writes down by hand.
  case remark

  /// The most numbers that are written down by hand.
  static let mostNumbers = 40
  /// The most columns of a matrix that leave enough room to write in.
  static let mostColumns = 16
  /// The most cells of a list in one row.
  static let longestRow = 10

  /// The space for an answer of the given shape.
  init(shape: [Int]) {
    guard !shape.isEmpty, shape.allSatisfy({ $0 > 0 }) else {
      self = .line
      return
    }
    let (count, overflows) = shape.reduce((1, false)) { product, size in
      let (value, overflow) = product.0.multipliedReportingOverflow(by: size)
      return (value, product.1 || overflow)
    }
    let isList = shape.count == 1 || (shape.count == 2 && shape.contains(1))
    guard !overflows, count <= Self.mostNumbers, isList || shape.last! <= Self.mostColumns else {
      self = .remark
      return
    }
    if shape.count == 1 || (isList && count > Self.longestRow) {
      self = .grids([BlankGrid(listOf: count, longestRow: Self.longestRow)])
      return
    }
    let (rows, columns) = (shape[shape.count - 2], shape[shape.count - 1])
    let outer = shape.dropLast(2)
    self = .grids(
      (0..<outer.reduce(1, *)).map { number in
        var rest = number
        let index = outer.reversed().map { size in
          defer { rest /= size }
          return "\(rest % size)"
        }.reversed()
        return BlankGrid(
          title: outer.isEmpty ? nil : "[\(index.joined(separator: ", "))]",
          rowLengths: Array(repeating: columns, count: rows))
      })
  }
}
