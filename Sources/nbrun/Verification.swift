import Receipts
import Reports

/// What of a report a repeated run confirms, and how that is told.
struct Verification {
  private let receipt: Receipt
  private let repetition: Repetition
  private let answers: ReceiptComparison
  private var documentLines: [String] = []
  private var documentHolds = true

  init(receipt: Receipt, repetition: Repetition) {
    self.receipt = receipt
    self.repetition = repetition
    answers = ReceiptComparison(receipt, with: repetition.receipt)
  }

  /// Whether nothing differs.
  var holds: Bool { answers.holds && documentHolds }

  /// Compares the whole document, and the files that go with it.
  mutating func compare(document: [UInt8], files: [DocumentFile]) {
    let expected = repetition.document
    if document != expected.content {
      documentLines += Self.firstDifference(document, expected.content)
    }
    let found = Dictionary(files.map { ($0.name, $0.content) }, uniquingKeysWith: { $1 })
    for file in expected.files where found[file.name] != file.content {
      documentLines.append(
        "The file '\(file.name)' beside it \(found[file.name] == nil ? "is missing" : "differs").")
    }
    documentHolds = documentLines.isEmpty
    if documentHolds {
      documentLines = ["The document is the same, byte for byte (\(document.count) bytes)."]
    } else if repetition.receipt.source != receipt.source {
      documentLines.append(
        "The notebook's text is not the one that the report was made from; '--answers-only' "
          + "compares the answers alone.")
    } else if receipt.program != Version.current {
      documentLines.append("Other versions of nbrun lay documents out differently.")
    }
  }

  /// What is printed.
  func text(report: String) -> String {
    var lines = [
      "\(report): \(receipt.variant) of \(receipt.notebook), seed \(receipt.seed), by nbrun "
        + "\(receipt.program) and \(receipt.compiler)"
    ]
    let here = "nbrun \(Version.current) and \(repetition.compiler)"
    if here != "nbrun \(receipt.program) and \(receipt.compiler)" {
      lines.append("Repeated by \(here).")
    }
    let width = answers.lines.map(\.name.count).max() ?? 0
    lines += answers.lines.map { line in
      let padding = String(repeating: " ", count: width - line.name.count)
      return "  \(line.name)\(padding)  \(Self.words(for: line.verdict))"
    }
    lines.append(summary)
    lines += documentLines
    if receipt.notebook != repetition.receipt.notebook {
      lines.insert("The notebook here is '\(repetition.receipt.notebook)'.", at: 1)
    }
    // What a report says of itself may hold anything.
    return lines.map { $0.filter { $0.isASCII ? $0 >= " " && $0 != "\u{7F}" : true } + "\n" }
      .joined()
  }
}

extension Verification {
  private var summary: String {
    let count = answers.lines.count
    let wrong = answers.lines.filter { $0.verdict != .same && $0.verdict != .sealed }.count
    let sealed = answers.lines.filter { $0.verdict == .sealed }.count
    let noun = count == 1 ? "answer" : "answers"
    if count == 0 { return "The notebook records no answers." }
    if wrong > 0 { return "\(wrong) of \(count) \(noun) \(wrong == 1 ? "differs" : "differ")." }
    if sealed == count {
      return "The handout holds no digests of its \(count) \(noun): the notebook has no 'salt:'."
    }
    return count == 1
      ? "The answer is the same, bit for bit." : "All \(count) answers are the same, bit for bit."
  }

  private static func words(for verdict: ReceiptComparison.Verdict) -> String {
    switch verdict {
    case .same: "same"
    case .different: "DIFFERENT: another value than in the report"
    case .missing: "MISSING: the notebook records it no longer"
    case .added: "ADDED: the report does not have it"
    case .sealed: "not compared"
    }
  }

  /// Where two texts part: the line, and what stands there in each.
  private static func firstDifference(_ found: [UInt8], _ expected: [UInt8]) -> [String] {
    let same = zip(found, expected).prefix { $0 == $1 }.count
    let line = found[..<same].count { $0 == UInt8(ascii: "\n") } + 1
    let start = found[..<same].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let from = max(start, same - 30)
    func excerpt(_ text: [UInt8]) -> String {
      let rest = text[min(from, text.count)...].prefix { $0 != UInt8(ascii: "\n") }
      let visible = rest.prefix(72).map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "?") : $0 }
      return visible.isEmpty ? "(the line ends)" : String(decoding: visible, as: UTF8.self)
    }
    return [
      "The document DIFFERS from what the notebook renders, first at line \(line):",
      "  report:   \(excerpt(found))", "  notebook: \(excerpt(expected))",
    ]
  }
}
