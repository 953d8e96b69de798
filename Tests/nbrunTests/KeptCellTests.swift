import Foundation
import Testing

/// Cells with `cache: true`. What they print of chance tells whether they were run again.
@Suite("Kept cells") struct KeptCellTests {
  private let folder: URL
  private static let lesson = """
    ---
    title: Kept
    seed: 1
    params:
      size: 2
    ---

    ```{swift}
    //| warning: false
    func chance() -> UInt64 { UInt64.random(in: 0...UInt64.max) }
    var random = NumPyRandom(seed: seed)
    func scaled(_ x: Double) -> Double { 2 * x }
    struct Pair: Equatable { var left: Double; var right: Double }
    let aside = 1
    ```

    ```{swift}
    //| cache: true
    let pair = Pair(left: scaled(random.uniform()), right: random.uniform())
    var (sum, words) = (0.0, ["none": 0])
    sum += pair.left + Double(size)
    for i in 0..<20 { words["w\\(i)"] = i }
    print("chance \\(chance())")
    answer("pair", pair.left)
    Tensor([[sum]])
    ```

    The sum `{swift} sum` and `{swift} random.uniform()`.

    ```{swift}
    print(words, pair)
    ```

    """

  init() throws {
    folder = try NotebookProgram.folder()
  }

  private func render(_ text: String, _ arguments: [String] = []) throws -> (
    chance: String, html: String, errors: String
  ) {
    try text.write(to: folder.appendingPathComponent("a.nb"), atomically: true, encoding: .utf8)
    let result = try NotebookProgram.run(
      ["a.nb", "-o", "a.html"] + arguments, in: folder,
      environment: ["NBRUN_CACHE": folder.appendingPathComponent("cache").path])
    let html = try? String(contentsOf: folder.appendingPathComponent("a.html"), encoding: .utf8)
    let chance = html?.firstMatch(of: /chance (\d+)/)?.1
    return (chance.map(String.init) ?? "", html ?? "", result.errors)
  }

  @Test("an edit that such a cell cannot see does not run it again")
  func editsElsewhere() throws {
    let first = try render(Self.lesson)
    #expect(first.errors == "" && first.chance != "")
    let edited = try render(
      Self.lesson.replacing("print(words, pair)", with: "print(words, pair, \"more\")")
        .replacing("let aside = 1", with: "let aside = 2"))
    #expect(edited.chance == first.chance)
    #expect(edited.html.contains("more"))
    // Had it not given its variables back, these would be others.
    let back = try render(Self.lesson + "\n", ["--no-cache"])
    #expect(back.chance != first.chance)
    func body(_ html: String) -> String {
      html.replacing(/chance \d+/, with: "chance")
        .replacing(/(?s)<footer.*/, with: "").replacing(" more", with: "")
        .replacing("aside = <span class=\"n\">2", with: "aside = <span class=\"n\">1")
        .replacing(/, <span class="s">.*?<\/span>/, with: "")
    }
    #expect(body(edited.html) == body(back.html))
  }

  @Test(
    "an edit of what it can see does",
    arguments: [
      ("{ 2 * x }", "{ 3 * x }"), ("seed: 1", "seed: 2"), ("size: 2", "size: 3"),
      ("struct Pair: Equatable {", "struct Pair: Equatable { var more = 0;"),
      ("sum += pair.left", "sum += pair.right"),
    ])
  func editsThatMatter(old: String, new: String) throws {
    let first = try render(Self.lesson)
    let edited = try render(Self.lesson.replacing(old, with: new))
    #expect(edited.errors == "")
    #expect(edited.chance != first.chance)
    #expect(try render(Self.lesson + "\nMore.\n```{swift}\n```").chance == first.chance)
  }

  @Test("a later cell's error does not cost it")
  func laterErrors() throws {
    let first = try render(Self.lesson + "\n```{swift}\nlet no = [1][aside]\n```\n")
    #expect(first.html == "" && first.errors.contains("error"))
    let mended = try render(Self.lesson)
    let again = try render(Self.lesson + "\n```{swift}\nlet yes = [1, 2][aside]\n```\n")
    #expect(mended.chance != "" && mended.chance == again.chance)
    let entries = FileManager.default.enumerator(atPath: folder.path + "/cache/cell")
    let files = try #require(entries).compactMap { $0 as? String }.filter { $0.contains("/") }
    #expect(files.count == 1)
  }

  @Test("a later variable of the same name as a local one keeps its turn")
  func laterVariables() throws {
    let lesson =
      Self.lesson.replacing(
        "for i in 0..<20", with: "for late in 0..<1 { _ = late }\nfor i in 0..<20")
      + "\n```{swift}\nvar late = random.uniform()\nlate\n```\n"
    func value(_ html: String) -> String {
      html.matches(of: /<pre class="value[^"]*">(.*?)<\/pre>/).last.map { String($0.1) } ?? ""
    }
    let kept = try render(lesson)
    let plain = try render(lesson, ["--no-cache"])
    #expect(kept.errors == "" && value(kept.html) != "")
    #expect(value(kept.html) == value(plain.html))
  }

  @Test("an entry that was cut short counts as absent")
  func damage() throws {
    let first = try render(Self.lesson)
    let cells = folder.appendingPathComponent("cache/cell")
    let entries = try #require(FileManager.default.enumerator(atPath: cells.path))
    let name = try #require(entries.compactMap { $0 as? String }.first { $0.contains("/") })
    let file = cells.appendingPathComponent(name)
    try Data(contentsOf: file).dropLast(40).write(to: file)
    let second = try render(Self.lesson + "\n```{swift}\n1\n```\n")
    #expect(second.chance != "" && second.chance != first.chance && second.errors == "")
  }

  @Test("a file that it reads is part of what it starts from")
  func files() throws {
    let lesson = Self.lesson.replacing(
      "sum += pair.left", with: "sum += try Tensor<Double>(npy: \"x.npy\").sum() + pair.left")
    let maker = "```{swift}\ntry Tensor([1.0, VALUE]).write(npy: \"x.npy\")\n```\n"
    #expect(try render(maker.replacing("VALUE", with: "2")).errors == "")
    let first = try render(lesson)
    #expect(first.errors == "")
    #expect(try render(lesson + "\n```{swift}\n1\n```\n").chance == first.chance)
    #expect(try render(maker.replacing("VALUE", with: "3")).errors == "")
    #expect(try render(lesson + "\n```{swift}\n2\n```\n").chance != first.chance)
  }

  @Test("whether a file is there is part of it, too")
  func looks() throws {
    let lesson = Self.lesson.replacing(
      "sum += pair.left",
      with: "sum += pair.left + (access(\"flag\", F_OK) == 0 ? 1 : 0)"
    ).replacing("let aside = 1", with: "let aside = 1\nimport Glibc")
    let first = try render(lesson)
    #expect(first.errors == "")
    #expect(try render(lesson + "\n```{swift}\n1\n```\n").chance == first.chance)
    try Data().write(to: folder.appendingPathComponent("flag"))
    #expect(try render(lesson + "\n```{swift}\n2\n```\n").chance != first.chance)
  }

  @Test(
    "what cannot be kept is said, and the cell is run",
    arguments: [
      (
        "final class Box { var x = 1 }\nlet box = Box()",
        "'box': a value of type 'Box' cannot be kept"
      ),
      ("enum All { static var count = 0 }", "'All' has a static variable"),
      ("var watched = 1 { didSet { print(2) } }\nwatched = 2", "'watched' observes its changes"),
      ("let one = 1, two = 2", "'one' is declared together with others, not by itself"),
      (
        "try Tensor([1.0]).write(npy: \"out.npy\")",
        "the cell writes the file '"
      ),
      ("_ = mkdir(\"made\", 0o777)", "the cell writes the file '"),
      ("_ = system(\"true\")", "the cell calls 'system'"),
    ])
  func refusals(code: String, reason: String) throws {
    let lesson = Self.lesson.replacing("sum += pair.left", with: "\(code)\nsum += pair.left")
      .replacing("let aside = 1", with: "import Glibc; let aside = 1")
    let first = try render(lesson)
    #expect(first.errors.contains("a.nb:19:1: warning: the cell is run each time: \(reason)"))
    #expect(first.errors.contains("help: 'cache: true' keeps numbers, texts, tensors"))
    #expect(first.html != "")
    let second = try render(lesson + "\n```{swift}\n1\n```\n")
    #expect(second.chance != first.chance)
  }
}
