import Diagnostics

extension StudentText {
  /// Removes comments, which are the author's own notes; a line that was a comment stays as an empty one,
  /// so that what stands around it does not become one paragraph.
  mutating func removeComments() {
    // From the end, so that what stands before keeps its column.
    for start in notebook.comments.reversed() {
      guard let line = edits.line(start.line), line.utf8.count >= start.column else { continue }
      let before = String(decoding: line.utf8.prefix(start.column - 1), as: UTF8.self)
      var rest = line.utf8.dropFirst(start.column - 1)
      var last = start.line
      while rest.firstRange(of: "-->".utf8) == nil, let next = edits.line(last + 1) {
        rest = next.utf8[...]
        last += 1
      }
      guard let end = rest.firstRange(of: "-->".utf8) else { continue }
      let after = String(decoding: rest[end.upperBound...], as: UTF8.self)
      edits.replace(start.line...last, with: [before + after])
    }
  }
}
