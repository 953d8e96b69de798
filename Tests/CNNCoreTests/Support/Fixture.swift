import CNNCore
import Foundation

/// A value in a JSON file beside the tests.
enum Fixture: Decodable, Sendable {
  case boolean(Bool)
  case number(Double)
  case text(String)
  case array([Fixture])
  case object([String: Fixture])
  case null

  /// Files that NumPy writes, `array-files.py`.
  static let arrayFiles = load("array-files")
  /// The crosses and rectangles that NumPy draws.
  static let crosses = load("crosses")
  /// Pictures by Pillow, `pictures.py`.
  static let pictures = load("pictures")
  /// Fourier transforms by NumPy, `fourier.py`.
  static let fourier = load("fourier")
  /// The decomposition of a picture by NumPy.
  static let svd = load("svd")
  /// Numbers of the elementary functions, `elementary.py`.
  static let elementary = load("elementary")
  /// What NumPy's `RandomState` and `default_rng` draw.
  static let numPyRandom = load("numpy-random")
  /// Calls on both in random order, `random-streams.py`.
  static let randomStreams = load("random-streams")
  /// Optimisers, costs, recurrent layers and gradient accuracy of the lecture and the assignment.
  static let lecture = load("lecture")
  /// The damped oscillator and the sine waves of the lecture, computed by NumPy.
  static let series = load("series")
  /// Operations on tensors of higher rank, `tensors.py`.
  static let tensors = load("tensors")
  /// Steps of PyTorch's optimisers, `torch-optimizers.py`.
  static let torchOptimizers = load("torch-optimizers")
  /// What scikit-image's `view_as_windows` returns.
  static let windows = load("windows")
  /// Convolution and pooling layers, computed by NumPy and checked by JAX.
  static let layers = load("layers")
  /// Filters, the lecture's own layers and its convolution arithmetic, by NumPy and SciPy.
  static let lectureLayers = load("lecture-layers")
  /// The layers of a network on channels-last images, computed by NumPy.
  static let lowLevel = load("low-level")
  /// The network that tells rectangles from crosses, computed by NumPy.
  static let rectangleVersusCross = load("rectangle-vs-cross")
  /// The 6×6 network, computed by NumPy.
  static let squareVersusNoise = load("square-vs-noise")

  // `JSONSerialization` would lose the last digit of some numbers.
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let boolean = try? container.decode(Bool.self) {
      self = .boolean(boolean)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let array = try? container.decode([Fixture].self) {
      self = .array(array)
    } else if container.decodeNil() {
      self = .null
    } else {
      self = .object(try container.decode([String: Fixture].self))
    }
  }

  private static func load(_ name: String, file: String = #filePath) -> Fixture {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures")
    do {
      let data = try Data(contentsOf: folder.appendingPathComponent("\(name).json"))
      return try JSONDecoder().decode(Fixture.self, from: data)
    } catch {
      fatalError("cannot read fixture \(name): \(error)")
    }
  }
}

extension Fixture {
  subscript(key: String) -> Fixture {
    guard case .object(let members) = self, let member = members[key] else {
      fatalError("the fixture has no key '\(key)'")
    }
    return member
  }

  subscript(index: Int) -> Fixture { array[index] }

  /// Whether an object has a member.
  func has(_ key: String) -> Bool {
    guard case .object(let members) = self else { return false }
    return members[key] != nil
  }

  var array: [Fixture] {
    guard case .array(let elements) = self else { fatalError("not an array: \(self)") }
    return elements
  }

  var number: Double {
    guard case .number(let number) = self else { fatalError("not a number: \(self)") }
    return number
  }

  var text: String {
    guard case .text(let text) = self else { fatalError("not a text: \(self)") }
    return text
  }

  /// A whole number; one that a double may not hold is a text.
  var integer: Int {
    if case .text(let text) = self, let integer = Int(text) { return integer }
    return Int(number)
  }

  var numbers: [Double] { array.map(\.number) }
  var integers: [Int] { array.map(\.integer) }

  var booleans: [Bool] { array.map(\.boolean) }

  var boolean: Bool {
    guard case .boolean(let boolean) = self else { fatalError("not a truth value: \(self)") }
    return boolean
  }

  /// The bytes of a text in base64.
  var bytes: [UInt8] {
    guard let data = Data(base64Encoded: text) else { fatalError("not base64: \(text)") }
    return Array(data)
  }

  /// A tensor given by its shape and its elements in row-major order.
  var shapedTensor: Tensor<Double> {
    Tensor(shape: self["shape"].integers, scalars: self["values"].numbers)
  }

  /// A number or a nested list of numbers.
  var tensor: Tensor<Double> {
    if case .array(let elements) = self { return Tensor(stacking: elements.map(\.tensor)) }
    return Tensor(number)
  }
}
