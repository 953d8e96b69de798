extension LineChart {
  private static let format = NumberFormat.significant(3)

  /// Start, end and extremes of each line.
  var textAlternative: String { sentences.joined(separator: ". ") + "." }

  /// The sentences of the text alternative, one below the other.
  public var plainText: String { sentences.joined(separator: "\n") }

  private var sentences: [String] {
    let labels = [yLabel.map { " of " + $0 }, xLabel.map { " over " + $0 }]
      .compactMap { $0 }.joined()
    let scale = logarithmicX || logarithmicY ? ", logarithmic" : ""
    let heading = [title, "Line chart\(labels)\(scale)"]
      .compactMap { $0 }.joined(separator: ": ")
    return [heading] + series.map(summary)
  }

  private func summary(_ line: Series) -> String {
    let name = line.name.isEmpty ? "" : line.name + ": "
    let finite = line.y.indices.filter { line.y[$0].isFinite && line.x[$0].isFinite }
    guard let first = finite.first, let last = finite.last,
      let least = finite.min(by: { line.y[$0] < line.y[$1] }),
      let greatest = finite.max(by: { line.y[$0] < line.y[$1] })
    else { return name + "no values" }
    func text(_ value: Double) -> String { Self.format.string(value) }
    // Rounding errors of zero are told as zero, as beside the line.
    let negligible = logarithmicY ? 0 : (line.y[greatest] - line.y[least]) * 1e-6
    func end(_ value: Double) -> String { text(value.magnitude < negligible ? 0 : value) }
    var parts =
      "\(name)\(line.y.count) values, from \(end(line.y[first])) to \(end(line.y[last]))"
    parts += "; minimum \(text(line.y[least])) at \(text(line.x[least]))"
    parts += ", maximum \(text(line.y[greatest])) at \(text(line.x[greatest]))"
    let missing = line.y.count - finite.count
    if missing > 0 { parts += "; \(missing) not finite" }
    let hidden = logarithmicY ? finite.count { line.y[$0] <= 0 } : 0
    if hidden > 0 { parts += "; \(hidden) not positive and left out" }
    return parts
  }
}
