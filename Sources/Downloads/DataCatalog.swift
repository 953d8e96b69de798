/// Data that belongs together, under the name that `nbrun data get` takes.
public struct DownloadableData: Sendable {
  /// The name, which is also that of its folder.
  public var name: String
  /// What it is.
  public var summary: String
  /// Whose it is, and under which terms.
  public var origin: String
  /// Its files.
  public var files: [RemoteFile]

  /// Data.
  public init(name: String, summary: String, origin: String, files: [RemoteFile]) {
    self.name = name
    self.summary = summary
    self.origin = origin
    self.files = files
  }

  /// How many bytes are downloaded.
  public var size: Int { files.reduce(0) { $0 + $1.size } }
}

/// The data that the notebooks know.
public enum DataCatalog {
  /// All of it.
  public static let all = [mnist, cifar10, digits]

  private static let mnist = DownloadableData(
    name: "mnist", summary: "70,000 handwritten digits, 28×28 pixels",
    origin: "Y. LeCun, C. Cortes, C. Burges; CC BY-SA 3.0",
    files: [
      mnistFile(
        "train-images-idx3", 9_912_422,
        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
        "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
      mnistFile(
        "train-labels-idx1", 28_881,
        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
      mnistFile(
        "t10k-images-idx3", 1_648_877,
        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
        "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
      mnistFile(
        "t10k-labels-idx1", 4_542,
        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
        "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
    ])

  private static func mnistFile(
    _ name: String, _ size: Int, _ sha256: String, _ contentSHA256: String
  ) -> RemoteFile {
    RemoteFile(
      name: "\(name)-ubyte.gz", size: size, sha256: sha256, contentSHA256: contentSHA256,
      folders: [
        "https://ossci-datasets.s3.amazonaws.com/mnist",
        "https://storage.googleapis.com/cvdf-datasets/mnist",
      ])
  }

  private static let cifar10 = DownloadableData(
    name: "cifar10", summary: "60,000 colored pictures of ten kinds, 32×32 pixels",
    origin: "A. Krizhevsky, V. Nair, G. Hinton",
    files: [
      RemoteFile(
        name: "cifar-10-binary.tar.gz", size: 170_052_171,
        sha256: "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
        md5: "c32a1d4ab5d03f1284b67883e8d87530",
        folders: ["https://www.cs.toronto.edu/~kriz"],
        members: ((1...5).map { "data_batch_\($0).bin" } + ["test_batch.bin"]).map {
          ArchiveMember(path: "cifar-10-batches-bin/\($0)", size: 30_730_000)
        })
    ])

  private static let digits = DownloadableData(
    name: "digits", summary: "1,797 handwritten digits, 8×8 pixels",
    origin: "E. Alpaydin, C. Kaynak, UCI repository; CC BY 4.0",
    files: [
      RemoteFile(
        name: "digits.csv.gz", size: 57_523,
        sha256: "09f66e6debdee2cd2b5ae59e0d6abbb73fc2b0e0185d2e1957e9ebb51e23aa22",
        contentSHA256: "6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8",
        folders: [
          "https://raw.githubusercontent.com/scikit-learn/scikit-learn/1.5.2/sklearn/datasets/data",
          "https://raw.githubusercontent.com/scikit-learn/scikit-learn/1.7.2/sklearn/datasets/data",
        ])
    ])
}
