import CellEvents
import Diagnostics
import NotebookFormat
import Receipts
import Testing

@Suite("Receipts") struct ReceiptTests {
  private static let lesson = """
    ---
    seed: 7
    params:
      rate: 0.5
      note: "two\\nlines \\\\ = x"
    ---
    Text.

    """

  private static func receipt(
    _ answers: [(String, String)], seal: Seal = .open, recipient: String? = nil
  ) throws -> Receipt {
    let source = SourceText(name: "lesson.nb", text: lesson)
    return Receipt(
      of: try NotebookReader().read(source), source: lesson, variant: "key", paper: "a4",
      recipient: recipient, allowsErrors: false, program: "1.2.3", compiler: "Swift 6.3",
      answers: answers.map { ExecutionLog.Answer(name: $0.0, json: $0.1) }, seal: seal)
  }

  @Test("are a fact on each line") func text() throws {
    // The digests by `printf '1:z3:0.5' | sha256sum` and of the notebook's bytes.
    #expect(
      try Self.receipt([("z", "0.5")]).text == """
        nbrun receipt 1
        notebook: lesson.nb
        source: sha256:a0ef32bc20ac1ae03a8b2b7440e95136002e08fac2464e5da9bac2d8127a2177
        variant: key
        paper: a4
        seed: 7
        parameter: rate = 0.5
        parameter: note = two\\nlines \\\\ = x
        program: nbrun 1.2.3
        compiler: Swift 6.3
        answer: z = sha256:8479f731ff7d9361e0cb15af2191da07a8243325b9d336cf8101d81f8fc02417

        """)
  }

  @Test("are read as they were written, whatever the names hold") func roundTrip() throws {
    let receipt = try Self.receipt(
      [("a = b", "1"), ("back\\slash\nline", "[1]"), ("ü", "\"x\"")], recipient: "Zoë <z@x.org>")
    #expect(try Receipt(text: receipt.text) == receipt)
  }

  @Test("of handouts hold no digest, or one that needs the salt") func seals() throws {
    let open = try Self.receipt([("z", "0.5")]).answers[0].digest
    let salted = try Self.receipt([("z", "0.5")], seal: .sealed(salt: "s")).answers[0].digest
    let other = try Self.receipt([("z", "0.5")], seal: .sealed(salt: "t")).answers[0].digest
    #expect(Set([open, salted, other]).count == 3)
    let sealed = try Self.receipt([("z", "0.5")], seal: .sealed(salt: nil))
    #expect(sealed.answers[0].digest == nil)
    #expect(sealed.text.hasSuffix("answer: z = sealed\n"))
  }

  @Test(
    "say what is wrong with them",
    arguments: [
      ("", "it does not begin with 'nbrun receipt 1'"),
      ("nbrun receipt 1\nnotebook lesson.nb\n", "it has the line 'notebook lesson.nb'"),
      ("nbrun receipt 1\nmoon: full\n", "it has the line 'moon: full'"),
      ("nbrun receipt 1\nseed: 1\nseed: 2\n", "it has 'seed' twice"),
      ("nbrun receipt 1\nnotebook: x.nb\n", "its line 'source' is missing"),
      ("nbrun receipt 1\nanswer: z\n", "it has 'z' without ' = '"),
    ])
  func errors(text: String, reason: String) {
    let error = #expect(throws: ReceiptError.self) { try Receipt(text: text) }
    #expect(error?.description == reason)
  }

  @Test("are found in each kind of document") func documents() throws {
    let receipt = try Self.receipt([("a < b & c", "1")])
    let markup = receipt.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let html = "<pre id=\"nbrun-receipt\">no</pre><pre id=\"nbrun-receipt\">\(markup)</pre>"
    #expect(try DocumentReceipt.read(in: html) == receipt)
    let markdown = "```text\nnbrun receipt 1\n```\n\n```text\n\(receipt.text)```\n</details>\n"
    #expect(try DocumentReceipt.read(in: markdown) == receipt)
    let lines = receipt.text.split(separator: "\n").map {
      "\"" + $0.replacing("\\", with: "\\\\") + "\\n\""
    }
    let jupyter = "{\"metadata\": {\"nbrun\": {\"receipt\": [\(lines.joined(separator: ","))]}}}"
    #expect(try DocumentReceipt.read(in: jupyter) == receipt)
    #expect(throws: ReceiptError.self) { try DocumentReceipt.read(in: "<p>nothing</p>") }
  }

  @Test("compare answer by answer") func comparison() throws {
    let told = try Self.receipt([("a", "1"), ("b", "2"), ("c", "3")])
    let repeated = try Self.receipt([("b", "2.0000000000000004"), ("a", "1"), ("d", "4")])
    let comparison = ReceiptComparison(told, with: repeated)
    #expect(comparison.lines.map(\.name) == ["a", "b", "c", "d"])
    #expect(comparison.lines.map(\.verdict) == [.same, .different, .missing, .added])
    #expect(!comparison.holds)
    #expect(ReceiptComparison(told, with: told).holds)
  }
}
