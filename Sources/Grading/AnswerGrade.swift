import CellEvents

/// How well one recorded answer agrees with the key's.
public struct AnswerGrade: Hashable, Sendable {
  /// What became of an answer.
  public enum Verdict: Hashable, Sendable {
    /// Every number is right.
    case right
    /// So many of the numbers are right.
    case partlyRight(count: Int, of: Int)
    /// Nothing is right.
    case wrong
    /// The value has another shape than it should.
    case otherShape(given: [Int], expected: [Int])
    /// It is a text where numbers should be, or the other way round.
    case otherKind
    /// The notebook recorded nothing under the name.
    case missing
  }

  /// The answer's name.
  public var name: String
  /// What became of it.
  public var verdict: Verdict
  /// The places of the first wrong numbers, counted from 0, each with what the student has there.
  public var wrongPlaces: [WrongPlace]
  /// What the student seems to have done, where the key knows the value that comes of it.
  public var mistake: String?
  /// The points earned.
  public var points: Double
  /// The points to be had.
  public var possiblePoints: Double

  /// A number that is wrong.
  public struct WrongPlace: Hashable, Sendable {
    /// Its place along each axis.
    public var indices: [Int]
    /// What the student has.
    public var value: Double
  }

  /// How many wrong places are told.
  private static let toldPlaces = 5

  /// How far a value may be away where the key says nothing, relative to the larger of 1 and the value.
  private static let usualTolerance = 1e-6

  /// Grades one answer.
  ///
  /// - Parameters:
  ///   - answer: The key's.
  ///   - given: The student's, or nil.
  ///   - mistakes: What the key knows of wrong values.
  init(
    _ answer: ExecutionLog.Answer, given: ExecutionLog.Answer?,
    mistakes: [ExecutionLog.Mistake], possiblePoints: Double
  ) {
    name = answer.name
    self.possiblePoints = possiblePoints
    wrongPlaces = []
    let tolerance = answer.tolerance ?? Self.usualTolerance
    var share = 0.0
    switch (AnswerContent(json: answer.json), given.map { AnswerContent(json: $0.json) }) {
    case (_, nil): verdict = .missing
    case (.other(let expected), .other(let text)):
      verdict = expected == text ? .right : .wrong
      share = expected == text ? 1 : 0
    case (.numbers(let shape, let expected), .numbers(let givenShape, let numbers)):
      guard shape == givenShape else {
        verdict = .otherShape(given: givenShape, expected: shape)
        break
      }
      let wrong = expected.indices.filter {
        !Self.isClose(numbers[$0], to: expected[$0], tolerance: tolerance)
      }
      let count = expected.count - wrong.count
      share = expected.isEmpty ? 1 : Double(count) / Double(expected.count)
      verdict =
        wrong.isEmpty
        ? .right : count == 0 ? .wrong : .partlyRight(count: count, of: expected.count)
      wrongPlaces = wrong.prefix(Self.toldPlaces).map {
        WrongPlace(indices: Self.indices(of: $0, shape: shape), value: numbers[$0])
      }
    default: verdict = .otherKind
    }
    points = possiblePoints * share
    mistake =
      verdict == .right
      ? nil
      : given.flatMap { given in
        mistakes.first {
          $0.answer == answer.name
            && Self.agrees(given.json, with: $0.json, tolerance: tolerance)
        }?.words
      }
  }
}

extension AnswerGrade {
  private static func isClose(_ value: Double, to expected: Double, tolerance: Double) -> Bool {
    if value.isNaN || expected.isNaN { return value.isNaN && expected.isNaN }
    if value == expected { return true }
    guard value.isFinite, expected.isFinite else { return false }
    return (value - expected).magnitude <= tolerance * max(1, expected.magnitude)
  }

  private static func agrees(_ json: String, with other: String, tolerance: Double) -> Bool {
    guard case .numbers(let shape, let numbers) = AnswerContent(json: json),
      case .numbers(shape, let expected) = AnswerContent(json: other)
    else { return json == other }
    return zip(numbers, expected).allSatisfy { isClose($0, to: $1, tolerance: tolerance) }
  }

  private static func indices(of place: Int, shape: [Int]) -> [Int] {
    var rest = place
    var indices: [Int] = []
    for length in shape.reversed() {
      indices.append(rest % length)
      rest /= length
    }
    return indices.reversed()
  }
}
