import Foundation

/// What `--answers` writes.
struct RecordedAnswers: Decodable {
  var notebook: String
  var seed: Int
  var answers: [String: Numbers]
}

/// A number or nested lists of numbers, and their shape; a truth value is 1 or 0.
struct Numbers: Decodable {
  var values: [Double] = []
  var shape: [Int] = []

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      values = [number]
    } else if let truth = try? container.decode(Bool.self) {
      values = [truth ? 1 : 0]
    } else {
      let parts = try container.decode([Numbers].self)
      values = parts.flatMap(\.values)
      shape = [parts.count] + (parts.first?.shape ?? [])
    }
  }

  /// Whether all numbers agree, each relative to its own size.
  func agrees(with other: Numbers, tolerance: Double) -> Bool {
    shape == other.shape
      && zip(values, other.values).allSatisfy { abs($0 - $1) <= tolerance * abs($1) }
  }

  /// The largest difference, relative to the largest number; infinite where the shapes differ.
  ///
  /// Sums of terms of both signs keep fewer digits of their own than of their terms.
  func deviation(from other: Numbers) -> Double {
    guard shape == other.shape else { return .infinity }
    let scale = other.values.map(abs).max() ?? 0
    let difference = zip(values, other.values).map { abs($0 - $1) }.max() ?? 0
    return difference == 0 ? 0 : difference / scale
  }
}
