/// What another run has brought forth, answer by answer, against what a document's receipt says.
public struct ReceiptComparison: Hashable, Sendable {
  /// How an answer compares.
  public enum Verdict: Hashable, Sendable {
    /// Bit for bit the same.
    case same
    /// Another value.
    case different
    /// The receipt has it, the run has not.
    case missing
    /// The run has it, the receipt has not.
    case added
    /// Both have it; the receipt holds no digest of its value.
    case sealed
  }

  /// An answer and how it compares.
  public struct Line: Hashable, Sendable {
    /// The answer's name.
    public var name: String
    /// How it compares.
    public var verdict: Verdict
  }

  /// The answers in the receipt's order, and behind them those that only the run has.
  public let lines: [Line]

  /// Compares the receipt of a document with that of another run.
  public init(_ receipt: Receipt, with repeated: Receipt) {
    let found = Dictionary(
      repeated.answers.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
    let known = Set(receipt.answers.map(\.name))
    lines =
      receipt.answers.map { answer in
        guard let digest = found[answer.name] else {
          return Line(name: answer.name, verdict: .missing)
        }
        if answer.digest == nil && digest == nil {
          return Line(name: answer.name, verdict: .sealed)
        }
        return Line(name: answer.name, verdict: answer.digest == digest ? .same : .different)
      }
      + repeated.answers.filter { !known.contains($0.name) }.map {
        Line(name: $0.name, verdict: .added)
      }
  }

  /// Whether no answer differs.
  public var holds: Bool {
    lines.allSatisfy { $0.verdict == .same || $0.verdict == .sealed }
  }
}
