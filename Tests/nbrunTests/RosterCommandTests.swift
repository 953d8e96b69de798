import Foundation
import Testing

@Suite("nbrun roster") struct RosterCommandTests {
  private static let lesson = """
    ---
    title: Noise
    params:
      scale: 2.0
    ---

    ```{swift}
    var random = NumPyRandom(seed: seed)
    let x = random.uniform(shape: [2, 2]) * scale
    x
    ```

    ::: {.exercise points=1}
    Add all numbers.
    :::

    ::: {.solution}
    ```{swift}
    answer("sum", x.sum())
    ```
    :::

    """

  private func folder(
    roster: String = "id,name\ns1,Ada <L>\ns2,Alan\n", lesson: String = lesson
  ) throws -> URL {
    let folder = try NotebookProgram.folder()
    try roster.write(
      to: folder.appendingPathComponent("students.csv"), atomically: true, encoding: .utf8)
    try lesson.write(
      to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
    return folder
  }

  private func run(_ more: String..., in folder: URL) throws -> NotebookProgram.Result {
    try NotebookProgram.run(
      ["roster", "students.csv", "lesson.nb", "-o", "sheets"] + more, in: folder)
  }

  private func text(_ path: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appendingPathComponent("sheets/\(path)"), encoding: .utf8)
  }

  @Test("writes a handout, a key and the answers for each student") func sheets() throws {
    let folder = try folder()
    let result = try run("--course", "ML 1", "-P", "scale=3", in: folder)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output == "sheets: 2 students' sheets made\n")
    let list = try text("roster.csv", in: folder)
    // printf '%s\n' 'ML 1' lesson.nb s1 | sha256sum | head -c 8
    #expect(
      list == """
        id,name,seed,handout,key,answers
        s1,Ada <L>,1829472305,handouts/s1.html,keys/s1.html,answers/s1.json
        s2,Alan,3357861374,handouts/s2.html,keys/s2.html,answers/s2.json

        """)
    let handout = try text("handouts/s1.html", in: folder)
    #expect(handout.contains("<p class=\"recipient\">For Ada &lt;L&gt; (s1)</p>"))
    #expect(handout.contains("answer: sum = sealed") && !handout.contains("x.sum()"))
    #expect(try text("keys/s1.html", in: folder).contains("x.sum()"))
    let answers = try text("answers/s1.json", in: folder)
    #expect(answers.contains("\"student\": \"s1\",\n  \"seed\": 1829472305,\n"))
    #expect(try text("answers/s2.json", in: folder) != answers)
  }

  @Test("a student's documents are those of a run of its own with that seed") func sameAsSingle()
    throws
  {
    let folder = try folder(roster: "id,start\ns1,5\ns2,6\n")
    #expect(try run("--seed-column", "start", "-t", "nb", "-t", "md", in: folder).code == 0)
    let single = try NotebookProgram.run(
      ["lesson.nb", "-P", "seed=6", "--variant", "handout", "-o", "one.nb", "--answers", "a.json"],
      in: folder)
    #expect(single.code == 0)
    let one = try String(contentsOf: folder.appendingPathComponent("one.nb"), encoding: .utf8)
    #expect(try text("handouts/s2.nb", in: folder) == one)
    #expect(try text("keys/s2.md", in: folder).contains("For s2"))
    let verified = try NotebookProgram.run(
      ["verify", "sheets/keys/s2.md", "lesson.nb"], in: folder)
    #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
  }

  @Test("goes on where it stopped, and makes anew what no longer fits") func restart() throws {
    let folder = try folder()
    #expect(try run(in: folder).code == 0)
    let before = try text("keys/s1.html", in: folder)
    #expect(
      try run(in: folder).output == "sheets: 0 students' sheets made, 2 were there already\n")
    let key = folder.appendingPathComponent("sheets/keys/s1.html")
    try (before + " ").write(to: key, atomically: true, encoding: .utf8)
    #expect(try run(in: folder).output.hasPrefix("sheets: 1 student's sheets made, 1 were"))
    #expect(try text("keys/s1.html", in: folder) == before)
    try Self.lesson.replacing("Noise", with: "Hiss").write(
      to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
    #expect(try run(in: folder).output == "sheets: 2 students' sheets made\n")
    #expect(try run("--no-cache", in: folder).output == "sheets: 2 students' sheets made\n")
  }

  @Test("the number of threads changes no byte") func jobs() throws {
    let roster = "id\n" + (1...9).map { "s\($0)\n" }.joined()
    let (one, three) = (try folder(roster: roster), try folder(roster: roster))
    #expect(try run("-j", "1", in: one).code == 0)
    #expect(try run("-j", "3", in: three).code == 0)
    for path in try FileManager.default.subpathsOfDirectory(atPath: one.path)
    where path.hasPrefix("sheets/") && path.contains(".") {
      let files = [one, three].map { try? Data(contentsOf: $0.appendingPathComponent(path)) }
      #expect(files[0] == files[1], "\(path)")
    }
  }

  @Test("a seed with which a cell fails leaves the other students' sheets") func failure() throws {
    let lesson = Self.lesson.replacing("x\n```", with: "precondition(seed != 6)\nx\n```")
    let folder = try folder(roster: "id,start\ns1,5\ns2,6\ns3,7\n", lesson: lesson)
    let result = try run("--seed-column", "start", in: folder)
    #expect(result.code == 1)
    #expect(result.errors.contains("nbrun: no sheets for 's2', seed 6:\nlesson.nb:"))
    #expect(result.output == "sheets: 2 students' sheets made, 1 failed\n")
    #expect(throws: (any Error).self) { try text("keys/s2.html", in: folder) }
    #expect(try text("keys/s3.html", in: folder).contains("x.sum()"))
  }

  @Test("says what is wrong with the table and the command") func errors() throws {
    let folder = try folder(roster: "id,name\ns1,A\ns1,B\n")
    let twice = try run(in: folder)
    #expect(twice.code == 1)
    #expect(twice.errors.hasPrefix("students.csv:3:1: error: the id 's1' stands on line 2 as well"))
    let seed = try run("-P", "seed=3", in: folder)
    #expect(seed.code == 64)
    #expect(seed.errors.contains("each student has a seed"))
    let bare = try NotebookProgram.run(["roster", "students.csv"], in: folder)
    #expect(bare.code == 64)
    #expect(bare.errors.contains("takes a table and a notebook"))
  }
}
