import CellEvents
import Platform

/// Builds the log from events and from what the cells print, in the order in which it came.
struct LogRecorder {
  private(set) var log = ExecutionLog()
  /// The cell that is running.
  private(set) var currentCell: Int?
  /// The cell that was started last.
  private(set) var latestCell: Int?
  /// Whether the program said that all cells have ended.
  private(set) var hasFinished = false
  /// How the program said that it broke.
  private(set) var broken: (reason: String, addresses: String, throwAddresses: String)?

  /// The cells that are not kept for later runs though they ask for that, and why.
  private(set) var notKept: [(cell: Int, reason: String)] = []

  private let printed: MemoryFile
  private let printedErrors: MemoryFile
  private var printedTaken = 0
  private var errorsTaken = 0
  private var cellStart = (printed: 0, errors: 0)

  private let cellCount: Int

  init(printed: MemoryFile, printedErrors: MemoryFile, cellCount: Int) {
    self.printed = printed
    self.printedErrors = printedErrors
    self.cellCount = cellCount
  }

  /// How many bytes the running cell has printed.
  var bytesPrintedInCell: Int {
    max(printed.size - cellStart.printed, printedErrors.size - cellStart.errors)
  }

  /// Records an event, and before it what was printed before it.
  ///
  /// A cell can write events of its own making: what cannot be so is put right or passed over.
  mutating func take(_ event: StampedEvent) {
    var stamped = event
    stamped.printed = min(stamped.printed, printed.size)
    stamped.printedErrors = min(stamped.printedErrors, printedErrors.size)
    takePrinted(
      upTo: stamped.printed, errors: broken(stamped) ? errorsTaken : stamped.printedErrors)
    switch stamped.event {
    case .started(let cell):
      guard cell > latestCell ?? -1, cell < cellCount else { return }
      currentCell = cell
      latestCell = cell
      cellStart = (stamped.printed, stamped.printedErrors)
    case .ended: currentCell = nil
    case .display(let bundle): append(.display(bundle))
    case .answer(let name, let json, let tolerance, let bundle):
      log.answers.append(
        ExecutionLog.Answer(name: name, json: json, tolerance: tolerance, cell: currentCell))
      append(.answer(name: name, bundle))
    case .mistake(let answer, let words, let json):
      log.mistakes.append(ExecutionLog.Mistake(answer: answer, words: words, json: json))
    case .inlineValue(let index, let text): log.inlineValues[index] = text
    case .figureStyle(let style): log.figureStyle = style
    case .progress: break
    case .notKept(let reason):
      if let currentCell { notKept.append((currentCell, reason)) }
    case .finished: hasFinished = true
    case .broken(let reason, let addresses, let throwAddresses):
      // Every program leaves by `exit`; before the end that is the cell's doing.
      if hasFinished && reason.hasPrefix("exit ") { return }
      broken = (reason, addresses, throwAddresses)
    }
  }

  /// Takes what was printed after the latest event.
  mutating func takeRest() {
    takePrinted(upTo: printed.size, errors: printedErrors.size)
  }

  /// By what the runtime's last words begin.
  private static let lastWords = ["Fatal error: ", "Precondition failed: ", "Assertion failed: "]

  /// Takes the runtime's last words out of standard error: what it says when a program breaks.
  mutating func takeFailureText() -> String {
    let range = errorsTaken..<max(errorsTaken, printedErrors.size)
    let text = printedErrors.text(range.suffix(1 << 16))
    guard
      let start = Self.lastWords.compactMap(text.lastRange).max(by: {
        $0.lowerBound < $1.lowerBound
      })
    else {
      errorsTaken = range.upperBound
      if !text.isEmpty { append(.printedError(text)) }
      return ""
    }
    let line = text[..<start.lowerBound].lastIndex(of: "\n").map { text.index(after: $0) }
    let before = text[..<(line ?? text.startIndex)]
    if !before.isEmpty { append(.printedError(String(before))) }
    errorsTaken = range.upperBound
    let words = text[start.upperBound...]
    let trace = words.firstRange(of: "\nCurrent stack trace:")?.lowerBound ?? words.endIndex
    return String(words[..<trace]).trimmingNewlines()
  }
}

extension LogRecorder {
  private func broken(_ stamped: StampedEvent) -> Bool {
    if case .broken = stamped.event { return true }
    return false
  }

  private mutating func append(_ output: CellOutput) {
    guard let cell = currentCell ?? latestCell else { return }
    log.outputs[cell, default: []].append(output)
  }

  private mutating func takePrinted(upTo end: Int, errors errorsEnd: Int) {
    if end > printedTaken {
      append(.printed(printed.text(printedTaken..<end).withoutSignsOfNaN))
      printedTaken = end
    }
    if errorsEnd > errorsTaken {
      append(.printedError(printedErrors.text(errorsTaken..<errorsEnd).withoutSignsOfNaN))
      errorsTaken = errorsEnd
    }
  }
}

extension String {
  fileprivate func trimmingNewlines() -> String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }

  fileprivate func lastRange(of other: String) -> Range<String.Index>? {
    ranges(of: other).last
  }
}
