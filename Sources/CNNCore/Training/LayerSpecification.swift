/// A layer of a network that is still to be made: its kind, and the sizes that do not follow from what
/// comes before it.
///
///     let layers: [LayerSpecification] = [
///       .conv2D(filters: 32, kernelSize: 3, padding: .same), .relu, .maxPool2D(2), .flatten, .dense(10)
///     ]
public struct LayerSpecification: Hashable, Sendable {
  /// The kinds with their sizes.
  enum Kind: Hashable, Sendable {
    case conv2D(
      filters: Int, size: Size2D, stride: Size2D, padding: Padding2D, dilation: Size2D,
      usesBias: Bool, Initializer)
    case maxPool2D(Pool)
    case averagePool2D(Pool)
    case batchNorm2D
    case normalization(NormalizationMethod)
    case flatten
    case dense(Int, usesBias: Bool, Initializer)
    case dropout(Double)
    case identity, relu, sigmoid, tanh, softmax, logSoftmax
    case leakyReLU(slope: Double)
    case recurrent(Cell, units: Int, returnsSequence: Bool, Initializer)
  }

  /// What a pooling layer is given.
  struct Pool: Hashable, Sendable {
    var size: Size2D
    var stride: Size2D
    var padding: Padding2D
    var ceilMode: Bool
  }

  /// The kinds of recurrent layers.
  enum Cell: Hashable, Sendable {
    case simple(SimpleRNNActivation)
    case lstm
    case gru(resetsAfterProduct: Bool)

    /// How many gates a step has.
    var gates: Int {
      switch self {
      case .simple: 1
      case .lstm: 4
      case .gru: 3
      }
    }
  }

  let kind: Kind

  /// The kind, in the words of the layers' types.
  public var name: String {
    switch kind {
    case .conv2D: "Conv2D"
    case .maxPool2D: "MaxPool2D"
    case .averagePool2D: "AveragePool2D"
    case .batchNorm2D: "BatchNorm2D"
    case .normalization: "Normalization"
    case .flatten: "Flatten"
    case .dense: "Dense"
    case .dropout: "Dropout"
    case .identity: "Identity"
    case .relu: "ReLU"
    case .sigmoid: "Sigmoid"
    case .tanh: "Tanh"
    case .softmax: "Softmax"
    case .logSoftmax: "LogSoftmax"
    case .leakyReLU: "LeakyReLU"
    case .recurrent(.simple, _, _, _): "SimpleRNN"
    case .recurrent(.lstm, _, _, _): "LSTM"
    case .recurrent(.gru, _, _, _): "GRU"
    }
  }
}
