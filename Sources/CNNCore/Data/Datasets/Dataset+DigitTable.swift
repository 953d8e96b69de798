extension Dataset {
  /// The digits in a table of the UCI repository, `optdigits.tra`, `optdigits.tes` or scikit-learn's
  /// `digits.csv.gz`: a line for each digit, its 64 pixels row by row and its label, between commas.
  ///
  /// Source: E. Alpaydin, C. Kaynak, *Optical Recognition of Handwritten Digits* (1998),
  /// https://doi.org/10.24432/C50P49.
  ///
  /// - Shapes: `[N, 1, 8, 8]`, the stored numbers 0 … 16 divided by 16.
  /// - Throws: `DataFileError` where the file cannot be read, or naming the first wrong line.
  public init(digitTable path: String, source: String) throws {
    try self.init(digitTable: DataStream(path), source: source)
  }

  init(digitTable stream: DataStream, limit: Int = .max, source: String) throws {
    var lines = LineReader(stream)
    var pixels: [UInt8] = []
    var labels: [Int] = []
    while labels.count < limit, let line = try lines.next() {
      let values = try digitValues(of: line, number: lines.number, in: stream)
      pixels += values.dropLast().map { UInt8($0) }
      labels.append(values[64])
    }
    guard !labels.isEmpty || limit == 0 else {
      throw stream.error(.empty(expected: "lines of 65 numbers"))
    }
    self.init(
      images: Tensor(unchecked: [labels.count, 1, 8, 8], scaled(pixels, by: 16)), labels: labels,
      classNames: decimalDigits, source: source)
  }
}

/// The 64 pixels and the label that a line holds.
private func digitValues(
  of line: ArraySlice<UInt8>, number: Int, in stream: DataStream
) throws -> [Int] {
  let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
  guard fields.count == 65 else {
    throw stream.error(.wrongFieldCount(line: number, found: fields.count, expected: 65))
  }
  let values = try fields.enumerated().map { index, field in
    let text = String(decoding: field.prefix(20), as: UTF8.self)
    guard let value = Int(text) else {
      throw stream.error(.noNumber(line: number, field: index + 1, text: text))
    }
    return value
  }
  if let wrong = values.dropLast().firstIndex(where: { !(0...16).contains($0) }) {
    throw stream.error(
      .pixelOutOfRange(line: number, field: wrong + 1, value: values[wrong], largest: 16))
  }
  guard (0...9).contains(values[64]) else {
    throw stream.error(.labelOutOfTable(line: number, label: values[64], classes: 10))
  }
  return values
}
