extension Dataset {
  /// Images and labels in two IDX files, the format of MNIST, plain or compressed by gzip.
  ///
  /// - Shapes: `[N, 1, H, W]`, the stored bytes divided by 255.
  /// - Throws: `DataFileError` where a file cannot be read, is none, is cut off, or the two do not
  ///   belong together.
  public init(
    idxImages: String, labels: String, classNames: [String] = decimalDigits, source: String
  ) throws {
    try self.init(
      IDXFile(idxImages), labels: IDXFile(labels), classNames: classNames, source: source)
  }

  /// The first images of a file and their labels.
  init(
    _ images: IDXFile, labels: IDXFile, classNames: [String], limit: Int = .max, source: String
  ) throws {
    guard images.shape.count == 3 else { throw images.error(.noImages(shape: images.shape)) }
    guard labels.shape.count == 1 else { throw labels.error(.noLabels(shape: labels.shape)) }
    for file in [images, labels] where file.element != .unsignedByte {
      throw file.error(.noBytes(found: file.element.name))
    }
    guard labels.bytes.count == images.shape[0] else {
      throw labels.error(
        .differentCounts(
          labels: labels.bytes.count, images: images.shape[0], imageFile: images.name))
    }
    if let position = labels.bytes.firstIndex(where: { $0 >= classNames.count }) {
      throw labels.error(
        .labelOutOfRange(
          label: Int(labels.bytes[position]), position: position, classes: classNames.count))
    }
    let count = Swift.min(limit, labels.bytes.count)
    let size = images.shape[1] * images.shape[2]
    let pixels =
      count == labels.bytes.count ? images.bytes : Array(images.bytes.prefix(count * size))
    self.init(
      images: Tensor(unchecked: [count, 1] + images.shape.dropFirst(), scaled(pixels, by: 255)),
      labels: labels.bytes.prefix(count).map(Int.init), classNames: classNames, source: source)
  }
}

/// The names of ten classes of digits.
public let decimalDigits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]

extension IDXFile {
  func error(_ problem: DataFileError.Problem) -> DataFileError {
    DataFileError(file: name, problem: problem)
  }
}

extension IDXFile.Element {
  /// What the type is called in messages.
  var name: String {
    switch self {
    case .unsignedByte: "unsigned byte"
    case .signedByte: "signed byte"
    case .short: "16-bit integer"
    case .integer: "32-bit integer"
    case .float: "float"
    case .double: "double"
    }
  }
}
