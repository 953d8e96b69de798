/// Places for labels that would overlap at their natural positions.
enum LabelSpread {
  /// Positions at least a gap apart and inside the bounds, near the given ascending ones.
  static func spread(
    _ positions: [Double], gap: Double, within bounds: ClosedRange<Double>
  ) -> [Double] {
    var places = positions
    for index in places.indices.dropFirst() {
      places[index] = max(places[index], places[index - 1] + gap)
    }
    if let last = places.indices.last, places[last] > bounds.upperBound {
      places[last] = bounds.upperBound
      for index in places.indices.dropLast().reversed() {
        places[index] = min(places[index], places[index + 1] - gap)
      }
    }
    return places
  }
}
