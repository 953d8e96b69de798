/// Handwritten digits of 8×8 pixels: the real ones where they are, else generated ones.
public enum Digits {
  /// The 1,797 digits of the UCI repository's test part, which scikit-learn's `load_digits` gives.
  ///
  /// The file is looked for in the folder that `NBRUN_DATA` names; to the cells of a notebook that is where
  /// `nbrun data get digits` puts it. Where it is not, as many are drawn by
  /// `Dataset.generatedDigits`, the same ones each time; `source` says so.
  ///
  /// - Shapes: `[N, 1, 8, 8]`, values k / 16 from 0 (paper) to 1 (ink).
  /// - Throws: `DataFileError` where the file is there and cannot be read.
  public static func load<Scalar: TensorScalar>(
    _ type: Scalar.Type = Double.self, count: Int? = nil
  ) throws -> Dataset<Scalar> {
    try load(type, from: .current, count: count)
  }

  static func load<Scalar: TensorScalar>(
    _ type: Scalar.Type, from folder: DataFolder, count: Int?
  ) throws -> Dataset<Scalar> {
    require(count ?? 0 >= 0, "Digits.load: the number of digits is negative: \(count ?? 0)")
    let names = ["digits.csv.gz", "digits.csv", "optdigits.tes"]
    guard let file = folder.first(of: names.map { "digits/\($0)" } + names) else {
      return .generatedDigits(count: count ?? 1797, size: 8, seed: 1797)
    }
    let digits = try Dataset<Scalar>(
      digitTable: folder.stream(file), limit: count ?? .max,
      source: "")
    return Dataset(
      images: digits.images, labels: digits.labels, classNames: digits.classNames,
      source: "\(Thousands.grouped(digits.count)) real handwritten digits from the UCI repository.")
  }
}
