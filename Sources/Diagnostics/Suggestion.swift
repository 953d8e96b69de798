/// The candidate nearest to a mistyped word, or nil where none is near.
///
/// - Parameters:
///   - word: What was written.
///   - candidates: What could have been meant; the first of equally near ones is taken.
/// - Returns: The candidate with the smallest Levenshtein distance, if that is at most two edits
///   (one for words of up to three letters).
public func nearest<Candidates: Sequence>(to word: String, among candidates: Candidates) -> String?
where Candidates.Element == String {
  let limit = word.count <= 3 ? 1 : 2
  let ranked = candidates.map { ($0, editDistance(word.lowercased(), $0.lowercased())) }
  guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= limit else { return nil }
  return best.0
}

/// The number of characters to insert, delete or replace to turn `a` into `b` (Levenshtein).
private func editDistance(_ a: String, _ b: String) -> Int {
  let b = Array(b)
  var row = Array(0...b.count)
  for (i, character) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in b.enumerated() {
      let cost = min(row[j] + 1, row[j + 1] + 1, diagonal + (character == other ? 0 : 1))
      diagonal = row[j + 1]
      row[j + 1] = cost
    }
  }
  return row[b.count]
}
