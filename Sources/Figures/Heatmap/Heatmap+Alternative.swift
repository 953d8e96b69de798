extension Heatmap {
  /// The shape as it is written in a title: `6×6`.
  var shapeText: String { shape.map(String.init).joined(separator: "×") }

  /// The leading indices of one of the maps: `[0]` or `[2, 1]`.
  func panelLabel(_ index: Int) -> String {
    var rest = index
    var indices: [Int] = []
    for length in shape.dropLast(2).reversed() {
      indices.append(rest % length)
      rest /= length
    }
    let place = indices.reversed().map(String.init).joined(separator: ", ")
    return "\(title ?? "")[\(place)]"
  }

  /// Shape, range, and what stands out.
  var textAlternative: String {
    var sentences = [kind]
    if values.count == 1 {
      sentences.append("Value \(spoken(values[0]))")
    } else if !values.isEmpty {
      sentences += [extent, signs, unusual].compactMap { $0 }
    }
    sentences += highlights.map { highlight in
      "Outlined: \(highlight.place)\(highlight.label.map { " (\($0))" } ?? "")"
    }
    return (title.map { $0 + ": " } ?? "") + sentences.joined(separator: ". ") + "."
  }
}

extension Heatmap {
  private var kind: String {
    switch shape.count {
    case 0: "single value"
    case 1: "vector of \(shape[0])"
    case 2: "\(shapeText) matrix"
    default: "\(shapeText) tensor"
    }
  }

  private func spoken(_ value: Double) -> String {
    (digits.map(NumberFormat.fixed) ?? NumberFormat.significant(3)).string(value)
  }

  /// The range and where its ends are.
  private var extent: String? {
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return nil }
    if least == greatest { return "All \(spoken(least))" }
    return
      "From \(spoken(least)) \(places(of: least)) to \(spoken(greatest)) \(places(of: greatest))"
  }

  private func places(of value: Double) -> String {
    let indices = values.indices.filter { values[$0] == value }
    guard indices.count == 1, let index = indices.first else { return "(\(indices.count) times)" }
    switch shape.count {
    case 1: return "(at \(index))"
    case 2:
      return "(row \(rowName(index / columns)), column \(columnName(index % columns)))"
    default:
      let within = index % (rows * columns)
      let leading = panelLabel(index / (rows * columns)).drop { $0 != "[" }.dropFirst().dropLast()
      return "(at [\(leading), \(within / columns), \(within % columns)])"
    }
  }

  /// How many values are negative, zero, positive, where there is more than one kind.
  private var signs: String? {
    let counts = [
      (values.count { $0 < 0 }, "negative"), (values.count { $0 == 0 }, "zero"),
      (values.count { $0 > 0 }, "positive"),
    ].filter { $0.0 > 0 }
    guard counts.count > 1 else { return nil }
    return counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  private var unusual: String? {
    let counts = [
      (values.count(where: \.isNaN), "not a number"),
      (values.count { $0 == .infinity }, "infinite"),
      (values.count { $0 == -.infinity }, "minus infinite"),
    ].filter { $0.0 > 0 }
    return counts.isEmpty ? nil : counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}
