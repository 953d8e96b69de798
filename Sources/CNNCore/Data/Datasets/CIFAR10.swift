/// Small colored pictures of ten classes, where they were downloaded.
public enum CIFAR10 {
  /// The pictures for training and for testing.
  ///
  /// The files are looked for in the folder that `NBRUN_DATA` names; to the cells of a notebook that is where
  /// `nbrun data get cifar10` puts them.
  ///
  /// - Parameters:
  ///   - type: The numbers of the pictures.
  ///   - training: How many pictures for training; nil takes all 50,000.
  ///   - test: How many pictures for testing; nil takes all 10,000.
  /// - Shapes: `[N, 3, 32, 32]`, values from 0 to 1.
  /// - Throws: `DataFileError` where the files are not there or cannot be read.
  public static func load<Scalar: TensorScalar>(
    _ type: Scalar.Type = Float.self, training: Int? = nil, test: Int? = nil
  ) throws -> (training: Dataset<Scalar>, test: Dataset<Scalar>) {
    try load(type, from: .current, training: training, test: test)
  }

  static func load<Scalar: TensorScalar>(
    _ type: Scalar.Type, from folder: DataFolder, training: Int?, test: Int?
  ) throws -> (training: Dataset<Scalar>, test: Dataset<Scalar>) {
    let batches = (1...5).map { "data_batch_\($0).bin" } + ["test_batch.bin"]
    let places = batches.map { name in
      ["cifar10/", "cifar-10-batches-bin/", ""].map { $0 + name }
    }
    guard let files = try folder.all(places) else {
      throw DataFileError(file: places[0][0], problem: .notDownloaded(name: "cifar10"))
    }
    func dataset(_ files: ArraySlice<String>, _ limit: Int?, _ use: String) throws
      -> Dataset<Scalar>
    {
      let data = try Dataset<Scalar>(
        cifar10: files.map { try folder.stream($0) }, limit: limit ?? .max, source: "")
      return Dataset(
        images: data.images, labels: data.labels, classNames: data.classNames,
        source: "\(Thousands.grouped(data.count)) real pictures from CIFAR-10 for \(use).")
    }
    return (
      try dataset(files[..<5], training, "training"), try dataset(files[5...], test, "testing")
    )
  }
}
