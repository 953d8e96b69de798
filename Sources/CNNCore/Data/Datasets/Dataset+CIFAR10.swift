extension Dataset {
  /// The pictures in CIFAR-10's binary batches, one after another, plain or compressed by gzip.
  ///
  /// A batch has records of 3,073 bytes: the label, then 1,024 values of red, green and blue each,
  /// row by row.
  ///
  /// Source: A. Krizhevsky, *Learning Multiple Layers of Features from Tiny Images* (2009),
  /// https://www.cs.toronto.edu/~kriz/cifar.html.
  ///
  /// - Shapes: `[N, 3, 32, 32]`, the stored bytes divided by 255.
  /// - Throws: `DataFileError` where a file cannot be read, is cut off or has an unknown label.
  public init(cifar10Batches paths: [String], source: String) throws {
    try self.init(cifar10: paths.map { try DataStream($0) }, source: source)
  }

  init(cifar10 streams: [DataStream], limit: Int = .max, source: String) throws {
    var labels: [Int] = []
    var pixels: [UInt8] = []
    for stream in streams where labels.count < limit {
      let (batchLabels, batchPixels) = try cifar10Records(in: stream)
      labels += batchLabels
      pixels += batchPixels
    }
    let count = Swift.min(limit, labels.count)
    self.init(
      images: Tensor(
        unchecked: [count, 3, 32, 32], scaled(Array(pixels.prefix(count * 3072)), by: 255)),
      labels: Array(labels.prefix(count)), classNames: cifar10Classes, source: source)
  }
}

/// The classes of CIFAR-10.
public let cifar10Classes = [
  "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
]

private func cifar10Records(in stream: DataStream) throws -> (labels: [Int], pixels: [UInt8]) {
  let record = 3073
  // The batches have 10,000 records; nothing that calls itself one needs more than this.
  let limit = Swift.min(stream.largestContent, 100_000 * record)
  let bytes = try stream.read(limit)
  guard !bytes.isEmpty, bytes.count % record == 0, try stream.isAtEnd() else {
    throw stream.error(.noWholeRecords(length: bytes.count, record: record))
  }
  let labels = stride(from: 0, to: bytes.count, by: record).map { Int(bytes[$0]) }
  if let position = labels.firstIndex(where: { $0 >= 10 }) {
    throw stream.error(
      .labelOutOfRange(label: labels[position], position: position, classes: 10))
  }
  var pixels: [UInt8] = []
  pixels.reserveCapacity(labels.count * (record - 1))
  for start in stride(from: 1, to: bytes.count, by: record) {
    pixels += bytes[start..<start + record - 1]
  }
  return (labels, pixels)
}
