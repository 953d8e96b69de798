import Downloads

/// One line on a terminal that tells how much of a file has come.
final class DownloadLine {
  private var line: TerminalLine

  init(isQuiet: Bool) {
    line = TerminalLine(isQuiet: isQuiet)
  }

  /// Shows how many bytes of a file have come.
  func show(_ file: RemoteFile, came count: Int) {
    let share = count * 100 / max(1, file.size)
    line.show("\(file.name) \(megabytes(count)) of \(megabytes(file.size)) (\(share) %)")
  }

  /// Removes the line.
  func clear() {
    line.clear()
  }
}

/// Bytes as megabytes with a decimal.
func megabytes(_ bytes: Int) -> String {
  let tenths = (bytes + 50_000) / 100_000
  return "\(tenths / 10).\(tenths % 10) MB"
}
