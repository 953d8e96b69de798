import Foundation

/// Whole documents: a notebook to self-contained HTML, long notebooks, many seeds.
struct RunnerWorks {
  let python: String
  /// What the names of the works have to contain, if it is not empty.
  let part: String
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("nbrun-bench-\(ProcessInfo.processInfo.processIdentifier)")

  init(python: String, part: String) {
    self.python = python
    self.part = part
  }

  /// Makes each comparison and hands it over at once.
  func compare(_ handOver: (Comparison) -> Void) {
    func report(_ comparison: Comparison?) { comparison.map(handOver) }
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (sections, rounds) in [(15, 5), (100, 3), (500, 1)] {
      writeNotebook(sections: sections)
      let work = "notebook of \(sections) cells to HTML, cold"
      report(
        comparison(
          work, "nbconvert", goal: 0.1, rounds: rounds, sections,
          kind: "jupyter", extension: "ipynb",
          command: [
            python, "-m", "nbconvert", "--execute", "--to", "html", "--embed-images",
            "peer.ipynb",
          ]))
    }
    report(
      comparison(
        "notebook of 15 cells to HTML, cold", "R Markdown", goal: 0.35, rounds: 5, 15,
        kind: "rmarkdown", extension: "Rmd",
        command: ["Rscript", "-e", "rmarkdown::render('peer.Rmd', quiet = TRUE)"]))
    report(
      comparison(
        "notebook of 15 cells to HTML, cold", "marimo", goal: 0.35, rounds: 5, 15,
        kind: "marimo", extension: "py",
        command: [python, "-m", "marimo", "export", "html", "peer.py", "-o", "peer.html", "-f"]))
    report(seeds())
  }
}

extension RunnerWorks {
  private func comparison(
    _ work: String, _ peer: String, goal: Double, rounds: Int, _ sections: Int, kind: String,
    extension suffix: String, command: [String]
  ) -> Comparison? {
    guard part.isEmpty || work.contains(part) else { return nil }
    let isThere =
      run([python, Peer.script("notebook.py"), kind, "\(sections)", "peer.\(suffix)"])
      && run(command)
    return Comparison.measure(
      work, peer: peer, goal: goal, rounds: rounds,
      remark: isThere ? "" : "\(peer) is not installed",
      ours: { run([nbrun, "ours\(sections).nb", "--no-cache", "--quiet", "-o", "ours.html"]) },
      theirs: isThere ? { Comparison.seconds { run(command) } } : nil)
  }

  private func seeds() -> Comparison? {
    let work = "one compiled notebook with many seeds, per document"
    guard part.isEmpty || work.contains(part) else { return nil }
    var seed = 0
    let command = [python, "-m", "papermill", "peer.ipynb", "out.ipynb", "-p", "seed", "1"]
    let isThere =
      run([python, Peer.script("notebook.py"), "jupyter", "15", "peer.ipynb"]) && run(command)
    let documents = 50
    var result = Comparison.measure(
      work, peer: "papermill", goal: 0.02,
      rounds: 3, remark: isThere ? "\(documents) documents a run" : "papermill is not installed",
      ours: {
        for _ in 0..<documents {
          seed += 1
          run([nbrun, "ours15.nb", "-P", "seed=\(seed)", "--quiet", "-o", "ours.html"])
        }
      },
      theirs: isThere ? { Comparison.seconds { run(command) } } : nil)
    result.ours /= Double(documents)
    return result
  }

  private var nbrun: String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("nbrun").standardizedFileURL.path
  }

  @discardableResult private func run(_ command: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private func writeNotebook(sections: Int) {
    var text = "---\ntitle: Bench\nseed: 0\n---\n\n"
    text += "```{swift}\nvar random = NumPyRandom(seed: seed)\n```\n\n"
    for i in 0..<sections {
      text += "## Section \(i)\n\nThe value $x_{\(i)} = \\sum_k w_{\(i),k}\\,v_k$ is next.\n\n"
      text += "```{swift}\nlet a\(i) = random.uniform(low: -1, high: 1, shape: [3, 3]) * 2 + \(i)\n"
      text += i < 10 ? "show(a\(i), title: \"a\(i)\")\n" : "a\(i).description\n"
      text += "```\n\n"
    }
    let file = folder.appendingPathComponent("ours\(sections).nb")
    try? text.write(to: file, atomically: true, encoding: .utf8)
  }
}
