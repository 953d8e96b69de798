import Foundation
import Testing

/// The notebooks that come with the program, run by the optimised build as a reader runs them.
///
/// `worked-examples.json` holds what NumPy, PyTorch and JAX compute for their answers.
@Suite("Worked examples") struct WorkedExampleTests {
  static let names = [
    "square-vs-noise", "rectangle-vs-cross", "low-level-functions", "conv-and-pool-layers",
    "convolution-arithmetic", "image-filtering", "svd-compression", "optimisers",
    "cnn-from-scratch", "mnist-cnn", "digits-grid-search", "recurrent-networks",
  ]

  /// What a training must reach on the generated data.
  private static let accuracies = [
    "low-level-functions": ("final_accuracy", 0.9), "cnn-from-scratch": ("accuracy", 0.98),
    "mnist-cnn": ("accuracy", 0.98), "digits-grid-search": ("best", 0.95),
    "square-vs-noise": ("accuracy", 0.97),
  ]

  /// No data of the reader's own, whose download would change the documents; one place for all tests, so
  /// that they share results.
  static let environment = [
    "NBRUN_DATA": NotebookProgram.root.appendingPathComponent(".build/no-data").path
  ]

  static func path(_ name: String) -> String {
    NotebookProgram.root.appendingPathComponent("notebooks/\(name).nb").path
  }

  @Test("all of them are tested") func all() throws {
    let folder = NotebookProgram.root.appendingPathComponent("notebooks").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(
      files.filter { $0.hasSuffix(".nb") }.map { String($0.dropLast(3)) }.sorted()
        == Self.names.sorted())
  }

  @Test("runs without a warning, agrees with its oracle, and fits the page", arguments: names)
  func render(name: String) throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try NotebookProgram.run(
      [Self.path(name), "--answers", "a.json", "-o", "r.html"], in: folder,
      environment: Self.environment, build: .release)
    try #require(result.code == 0, "\(result.errors)")
    #expect(result.errors == "")
    #expect(try Data(contentsOf: folder.appendingPathComponent("r.html")).count < 1_000_000)

    let file = try Data(contentsOf: folder.appendingPathComponent("a.json"))
    let recorded = try JSONDecoder().decode(RecordedAnswers.self, from: file).answers
    for (answer, expected) in try Self.oracle()[name] ?? [:] {
      let deviation = try #require(recorded[answer], "\(answer)").deviation(from: expected)
      // Other orders of summation, and rounding that grows over 200 training steps.
      #expect(deviation <= 1e-12, "\(answer)")
    }
    if let (answer, least) = Self.accuracies[name] {
      #expect(recorded[answer]?.values.first ?? 0 >= least)
    }
    let page = try Browser.overflow(
      of: folder.appendingPathComponent("r.html"), widths: [360, 768, 1280])
    #expect(page == "360:360 768:768 1280:1280")
  }

  private static func oracle() throws -> [String: [String: Numbers]] {
    let path = NotebookProgram.root.appendingPathComponent(
      "Tests/nbrunTests/Notebooks/worked-examples.json")
    return try JSONDecoder().decode(
      [String: [String: Numbers]].self, from: Data(contentsOf: path))
  }
}
