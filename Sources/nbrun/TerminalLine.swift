import Glibc

/// A line on a terminal that is written over and over; nothing is shown where standard error is none.
struct TerminalLine {
  private let isShown: Bool
  private var onScreen = ""

  init(isQuiet: Bool) {
    isShown = !isQuiet && isatty(2) == 1
  }

  /// Shows a text in place of the one before.
  mutating func show(_ text: String) {
    guard isShown, text != onScreen else { return }
    printError("\r\u{1B}[K\(text)")
    onScreen = text
  }

  /// Removes the line.
  mutating func clear() {
    if !onScreen.isEmpty { printError("\r\u{1B}[K") }
    onScreen = ""
  }
}
