/// The candidate nearest to a mistyped word, or nil where none is near.
///
/// - Parameters:
///   - word: What was written.
///   - candidates: What could have been meant; the first of equally near ones is taken.
/// - Returns: The candidate with the fewest edits, if these are at most two
///   (one for words of up to four letters).
public func nearest<Candidates: Sequence>(to word: String, among candidates: Candidates) -> String?
where Candidates.Element == String {
  let limit = word.count <= 4 ? 1 : 2
  let near = candidates.filter { abs($0.count - word.count) <= limit }
  let ranked = near.map { ($0, editDistance(word.lowercased(), $0.lowercased())) }
  guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= limit else { return nil }
  return best.0
}

/// The sentence `Did you mean '…'?` with the candidate nearest to a mistyped word, or nil where none is near.
public func suggestion<Candidates: Sequence>(
  for word: String, among candidates: Candidates
) -> String? where Candidates.Element == String {
  nearest(to: word, among: candidates).map { "Did you mean '\($0)'?" }
}

/// The end of a message that has no full stop: `. Did you mean '…'?` where a candidate is near.
public func trailingSuggestion<Candidates: Sequence>(
  for word: String, among candidates: Candidates
) -> String where Candidates.Element == String {
  suggestion(for: word, among: candidates).map { ". \($0)" } ?? ""
}

/// The number of edits that turn `a` into `b`: a character inserted, deleted, replaced, or swapped with
/// its neighbour (optimal string alignment).
private func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a), Array(b))
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      let cost = a[i] == b[j] ? 0 : 1
      var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + cost)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        distance = min(distance, beforeLast[j - 1] + 1)
      }
      row.append(distance)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
