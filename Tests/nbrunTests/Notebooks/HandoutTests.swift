import Foundation
import Testing

/// What a handout must not hold: a line of a solution, or a number that a solution records.
@Suite("Handouts of the worked examples") struct HandoutTests {
  private static let formats = ["html", "md", "ipynb", "nb"]

  @Test("hold nothing of a solution, in any format", arguments: WorkedExampleTests.names)
  func leaks(name: String) throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let notebook = WorkedExampleTests.path(name)
    let environment = WorkedExampleTests.environment
    let outputs = Self.formats.flatMap { ["-o", "h.\($0)"] }
    let handout = try NotebookProgram.run(
      [notebook, "--variant", "handout"] + outputs, in: folder, environment: environment,
      build: .release)
    try #require(handout.code == 0, "\(handout.errors)")
    let key = try NotebookProgram.run(
      [notebook, "--variant", "key", "-o", "k.html", "--answers", "a.json"], in: folder,
      environment: environment, build: .release)
    try #require(key.code == 0, "\(key.errors)")

    let source = try Source(String(contentsOfFile: notebook, encoding: .utf8))
    try #require(source.solution.count > 5)
    let numbers = try JSONDecoder().decode(
      RecordedAnswers.self, from: Data(contentsOf: folder.appendingPathComponent("a.json"))
    ).answers.filter { source.recordsInSolution($0.key) }
    for format in Self.formats {
      let text = try String(
        contentsOf: folder.appendingPathComponent("h.\(format)"), encoding: .utf8)
      let plain = text.replacing(/<[^>]*>/, with: "")
      for line in source.solution {
        let forms = [line, Self.escaped(line), Self.quoted(line)]
        let leaks = forms.contains { text.contains($0) || plain.contains($0) }
        #expect(!leaks, "\(format): \(line)")
      }
      // The tables beside figures have numbers of four digits, which coincide by chance.
      let untabled = text.replacing(
        /<div class="nb-data"><table>.*?<\/table><\/div>/, with: "")
      let words = Set(untabled.split { !"0123456789.-−e".contains($0) }.map(String.init))
      for (answer, value) in numbers {
        // Whole numbers occur for other reasons.
        for number in value.values where number != number.rounded() {
          let leaks = Self.forms(of: number).filter(words.contains)
          #expect(leaks.isEmpty, "\(format): \(answer) \(leaks)")
        }
      }
    }
  }

  @Test(
    "run as they are, earn nothing, and the key earns everything",
    arguments: ["square-vs-noise", "optimisers", "convolution-arithmetic"])
  func grades(name: String) throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let key = WorkedExampleTests.path(name)
    #expect(
      try NotebookProgram.run(
        [key, "--variant", "handout", "-o", "student.nb"], in: folder, build: .release
      ).code == 0)
    let untouched = try Self.points("student.nb", key: key, in: folder)
    #expect(untouched.points == 0)
    let full = try Self.points(key, key: key, in: folder)
    #expect(full.points == full.possiblePoints)
    #expect(full.possiblePoints > 0)
  }

  @Test(
    "are found to earn nothing by a check of the lesson, which earns everything itself",
    arguments: [
      ("square-vs-noise", "20 answers in 5 exercises; the key earns 20 of 20 points"),
      ("rectangle-vs-cross", "20 answers in 4 exercises; the key earns 15 of 15 points"),
      ("convolution-arithmetic", "8 answers in 4 exercises; the key earns 17 of 17 points"),
      ("conv-and-pool-layers", "11 answers in 5 exercises; the key earns 25 of 25 points"),
      ("image-filtering", "7 answers in 3 exercises; the key earns 10 of 10 points"),
      ("optimisers", "5 answers in 3 exercises; the key earns 13 of 13 points"),
    ])
  func selfTest(name: String, summary: String) throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try NotebookProgram.run(
      ["check", WorkedExampleTests.path(name), "--grading"], in: folder, build: .release)
    #expect(result.code == 0, "\(result.errors)")
    #expect(
      result.output.contains(": \(summary), the untouched handout 0"), "\(result.output)")
  }
}

extension HandoutTests {
  private struct Points: Decodable {
    var points: Double
    var possiblePoints: Double
  }

  private static func points(_ student: String, key: String, in folder: URL) throws -> Points {
    let result = try NotebookProgram.run(
      ["grade", student, "--key", key, "-o", "f.html", "--json", "f.json"], in: folder,
      build: .release)
    try #require(result.code == 0, "\(result.errors)")
    return try JSONDecoder().decode(
      Points.self, from: Data(contentsOf: folder.appendingPathComponent("f.json")))
  }

  /// The lines of a notebook that stand in its solutions and nowhere else.
  private struct Source {
    var solution: [String] = []
    private var whole = ""

    init(_ text: String) {
      var blocks: [Bool] = []
      var others: [String] = []
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix(":::"), line.contains("{") {
          blocks.append(line.contains(".solution"))
        } else if line.hasPrefix(":::"), !blocks.isEmpty {
          blocks.removeLast()
        } else if blocks.contains(true) {
          solution.append(line.trimmingCharacters(in: .whitespaces))
        } else {
          others.append(String(line))
        }
      }
      whole = solution.joined(separator: "\n")
      let rest = others.joined(separator: "\n")
      solution = solution.filter { line in
        line.count >= 12 && !rest.contains(line)
          && !["//", "```", "$$"].contains { line.hasPrefix($0) }
      }
    }

    func recordsInSolution(_ answer: String) -> Bool { whole.contains("answer(\"\(answer)\"") }
  }

  private static func escaped(_ line: String) -> String {
    line.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private static func quoted(_ line: String) -> String {
    line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  /// The number as documents write it: in full, and with four to six decimals.
  private static func forms(of number: Double) -> [String] {
    let texts = ["\(number)"] + (4...6).map { String(format: "%.\($0)f", number) }
    let telling = texts.filter { $0.filter { $0.isNumber && $0 != "0" }.count >= 3 }
    return telling + telling.map { $0.replacing("-", with: "−") }
  }
}
