/// Handwritten digits of 28×28 pixels: the real ones where they are, else generated ones.
public enum MNIST {
  /// The digits for training and for testing.
  ///
  ///     let (training, test) = try MNIST.load()
  ///     print(training.source)
  ///
  /// The files of MNIST are looked for in the folder that `NBRUN_DATA` names; to the cells of a notebook that
  /// is where `nbrun data get mnist` puts them. Where there is none of them, the digits are those that
  /// `Dataset.generatedDigits` draws with seeds of their own, the same ones each time; `source` says so.
  ///
  /// - Parameters:
  ///   - type: The numbers of the images.
  ///   - training: How many digits for training; nil takes all 60,000 or generates 10,000.
  ///   - test: How many digits for testing; nil takes all 10,000 or generates 2,000.
  /// - Shapes: `[N, 1, 28, 28]`, values from 0 (paper) to 1 (ink).
  /// - Throws: `DataFileError` where the files are there and cannot be read.
  public static func load<Scalar: TensorScalar>(
    _ type: Scalar.Type = Float.self, training: Int? = nil, test: Int? = nil
  ) throws -> (training: Dataset<Scalar>, test: Dataset<Scalar>) {
    try load(type, from: .current, training: training, test: test)
  }

  static func load<Scalar: TensorScalar>(
    _ type: Scalar.Type, from folder: DataFolder, training: Int?, test: Int?
  ) throws -> (training: Dataset<Scalar>, test: Dataset<Scalar>) {
    for (count, use) in [(training, "training"), (test, "test")] {
      require(
        count ?? 0 >= 0, "MNIST.load: the number of \(use) digits is negative: \(count ?? 0)")
    }
    let parts = ["train", "t10k"].flatMap {
      ["\($0)-images-idx3-ubyte", "\($0)-labels-idx1-ubyte"]
    }
    let places = parts.map { ["mnist/\($0).gz", "mnist/\($0)", "\($0).gz", $0] }
    guard let files = try folder.all(places) else {
      return (
        .generatedDigits(count: training ?? 10_000, seed: 60_000, use: "training"),
        .generatedDigits(count: test ?? 2_000, seed: 10_000, use: "testing")
      )
    }
    return (
      try dataset(folder, files[0], files[1], training, "training"),
      try dataset(folder, files[2], files[3], test, "testing")
    )
  }

  private static func dataset<Scalar: TensorScalar>(
    _ folder: DataFolder, _ images: String, _ labels: String, _ limit: Int?, _ use: String
  ) throws -> Dataset<Scalar> {
    let images = try folder.idx(images)
    let count = min(limit ?? .max, images.shape.first ?? 0)
    return try Dataset(
      images, labels: folder.idx(labels), classNames: decimalDigits, limit: limit ?? .max,
      source: "\(Thousands.grouped(count)) real handwritten digits from MNIST for \(use).")
  }
}
