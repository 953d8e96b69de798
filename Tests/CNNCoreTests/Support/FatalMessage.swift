import Testing

/// The message with which a process of an exit test ended.
func fatalMessage(_ result: ExitTest.Result?) -> String? {
  guard let bytes = result?.standardErrorContent else { return nil }
  let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  let marker = "Fatal error: "
  guard let line = lines.first(where: { $0.contains(marker) }) else { return nil }
  return line.split(separator: marker, maxSplits: 1).last.map(String.init)
}
