import Diagnostics
import NotebookFormat
import Testing

@testable import Engine

@Suite("Calls that no seed repeats")
struct UnrepeatableCallsTests {
  private func warnings(for code: String, options: String = "") throws -> [String] {
    let notebook = try NotebookReader().read(
      SourceText(name: "a.nb", text: "```{swift}\n\(options)\(code)\n```\n"))
    let calls = UnrepeatableCalls(in: notebook.cells.map(CellState.init), of: notebook)
    return calls.warnings.map { "\($0.position!.line):\($0.position!.column): \($0.message)" }
  }

  @Test(
    "are told with their place",
    arguments: [
      (
        "let x = Int.random(in: 0..<6)",
        "2:13: 'random(in:)' draws from the system, other values in every run"
      ),
      ("Bool.random()", "2:6: 'random()' draws from the system, other values in every run"),
      ("[1, 2].shuffled()", "2:8: 'shuffled()' draws from the system, other values in every run"),
      (
        "let one = [1, 2].randomElement()!",
        "2:18: 'randomElement()' draws from the system, other values in every run"
      ),
      (
        "var own = SystemRandomNumberGenerator()",
        "2:11: 'SystemRandomNumberGenerator' draws other values in every run"
      ),
      ("ContinuousClock.now", "2:1: 'ContinuousClock.now' is another one in every run"),
      ("import Foundation\nprint(Date())", "3:7: 'Date()' is another time in every run"),
      (
        "import FoundationEssentials\nprint(Date())", "3:7: 'Date()' is another time in every run"
      ),
      ("import Foundation\nUUID()", "3:1: 'UUID()' is another one in every run"),
      (
        "import Glibc\ntime(nil)", "3:1: 'time' is the C library's: another value in every run"
      ),
      (
        "import Foundation\nlet up = ProcessInfo.processInfo.systemUptime",
        "3:10: 'ProcessInfo.processInfo.systemUptime' is another one in every run"
      ),
      (
        "import Glibc\nGlibc.tan(1.0)",
        "3:7: 'tan' is the C library's: its last digits differ from machine to machine"
      ),
      (
        "import Foundation\natan2(1, 2)",
        "3:1: 'atan2' is the C library's: its last digits differ from machine to machine"
      ),
    ])
  func told(code: String, warning: String) throws {
    #expect(try warnings(for: code) == [warning])
  }

  @Test(
    "are not seen where a generator is given, or where the name is the notebook's own",
    arguments: [
      "let x = Int.random(in: 0..<6, using: &random)", "[1, 2].shuffled(using: &random)",
      "random.uniform(low: 0, high: 1)", "let random = 1\nrandom",
      "func tan(_ x: Double) {}\ntan(1)",
      "struct Date {}\nDate()", "sqrt(2)", "// Int.random(in: 0..<6)", "\"Date()\"",
    ])
  func repeatable(code: String) throws {
    #expect(try warnings(for: code).isEmpty)
  }

  @Test("are not told of a cell that wants no warnings")
  func silenced() throws {
    #expect(try warnings(for: "Bool.random()", options: "//| warning: false\n").isEmpty)
  }
}
