import CNNCore
import Foundation

/// Numbers that NumPy or mpmath computed, from a JSON file beside the tests.
///
/// `JSONDecoder` reads each to the nearest double; `JSONSerialization` does not.
enum Fixture: Decodable {
  case mapping([String: Fixture])
  case list([Fixture])
  case value(Double)
  case text(String)

  init(_ name: String, file: String = #filePath) throws {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    let path = folder.appendingPathComponent("Fixtures/\(name).json")
    self = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: path))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .value(number)
    } else if let list = try? container.decode([Fixture].self) {
      self = .list(list)
    } else if let mapping = try? container.decode([String: Fixture].self) {
      self = .mapping(mapping)
    } else if let flag = try? container.decode(Bool.self) {
      self = .value(flag ? 1 : 0)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  subscript(key: String) -> Fixture {
    guard case .mapping(let mapping) = self, let part = mapping[key] else {
      preconditionFailure("the fixture has no '\(key)'")
    }
    return part
  }

  var list: [Fixture] {
    if case .list(let list) = self { list } else { [] }
  }

  var number: Double {
    if case .value(let number) = self { number } else { .nan }
  }

  var integer: Int { Int(number) }
  var numbers: [Double] { list.map(\.number) }
  var integers: [Int] { list.map(\.integer) }

  /// Nested lists as a tensor.
  var tensor: Tensor<Double> {
    var shape: [Int] = []
    var part = self
    while case .list = part {
      shape.append(part.list.count)
      guard let first = part.list.first else { break }
      part = first
    }
    return Tensor(shape: shape, scalars: leaves)
  }

  private var leaves: [Double] {
    if case .list(let list) = self { list.flatMap(\.leaves) } else { [number] }
  }
}

/// The largest relative deviation of two tensors of one shape.
func deviation(_ value: Tensor<Double>, _ expected: Tensor<Double>) -> Double {
  precondition(value.shape == expected.shape, "\(value.shape) is not \(expected.shape)")
  return zip(value.scalars, expected.scalars).map { value, expected in
    value == expected ? 0 : abs(value - expected) / max(abs(expected), .leastNormalMagnitude)
  }.max() ?? 0
}
