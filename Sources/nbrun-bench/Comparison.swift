import Foundation

/// One line of the table: a work, our time and a peer's, taken in turn.
struct Comparison {
  /// What is done.
  var work: String
  /// Whom it is compared with.
  var peer: String
  /// The medians, in seconds; nil where the peer is missing.
  var ours: Double
  var theirs: Double?
  /// The largest ratio that we want.
  var goal: Double
  /// The rate of our operations as a part of the machine's peak; nil where it says nothing.
  var shareOfPeak: Double?
  /// What else is to be said: a rate, an accuracy, what is missing.
  var remark: String = ""

  /// Our time over theirs.
  var ratio: Double? { theirs.map { ours / $0 } }

  /// Runs both in turn and takes the medians; each has run once before.
  ///
  /// - Parameter isWarm: Whether each turn begins with a pause, for the other's threads to go to sleep (some
  ///   look for work for 0.1 s), and with a run that does not count.
  static func measure(
    _ work: String, peer: String, goal: Double, rounds: Int, remark: String = "",
    isWarm: Bool = false, ours: () -> Void, theirs: (() -> Double)?
  ) -> Comparison {
    var ourTimes: [Double] = []
    var theirTimes: [Double] = []
    ours()
    for _ in 0..<rounds {
      if isWarm {
        usleep(300_000)
        ours()
      }
      ourTimes.append(seconds(ours))
      if let theirs { theirTimes.append(theirs()) }
    }
    return Comparison(
      work: work, peer: peer, ours: median(ourTimes),
      theirs: theirTimes.isEmpty ? nil : median(theirTimes), goal: goal, remark: remark)
  }

  /// The wall time of a call.
  static func seconds(_ body: () -> Void) -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    body()
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
  }

  private static func median(_ times: [Double]) -> Double {
    let sorted = times.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

extension Comparison {
  /// The head of the table.
  static let tableHead = """
    | work | peer | ours | theirs | ratio | goal | of peak | |
    |---|---|--:|--:|--:|--:|--:|---|
    """

  /// The comparison as a line of the table.
  var tableRow: String {
    let verdict = ratio.map { $0 <= goal ? "" : "missed" } ?? "skipped"
    let cells = [
      work, peer, Self.text(ours), theirs.map(Self.text) ?? "–",
      ratio.map { Self.text($0, unit: "") } ?? "–", "≤ \(goal)",
      shareOfPeak.map { String(format: "%.0f %%", 100 * $0) } ?? "–",
      [verdict, remark].filter { !$0.isEmpty }.joined(separator: ", "),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private static func text(_ seconds: Double) -> String {
    seconds >= 1
      ? text(seconds, unit: " s")
      : seconds >= 1e-3 ? text(seconds * 1e3, unit: " ms") : text(seconds * 1e6, unit: " µs")
  }

  private static func text(_ value: Double, unit: String) -> String {
    let digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3
    return String(format: "%.\(digits)f", value) + unit
  }
}
