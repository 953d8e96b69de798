import Foundation
import Testing

/// The worked examples once more, under conditions that must not change a byte.
@Suite("Worked examples elsewhere") struct ReproducibilityTests {
  /// Those with little to compute: without the processor's fused multiply-add, the portable kernels
  /// take a hundred times as long.
  private static let small: Set<String> = [
    "square-vs-noise", "rectangle-vs-cross", "conv-and-pool-layers",
  ]

  /// Trainings are short here; each step is the same as in long ones.
  private static let parameters = [
    "cnn-from-scratch": ["epochs=1"], "mnist-cnn": ["epochs=1", "trainingDigits=1000"],
    "digits-grid-search": ["epochs=2"], "recurrent-networks": ["epochs=5"],
    "low-level-functions": ["cycles=5"],
  ]

  /// The instructions for the notebooks that take long: every processor of this kind has them.
  #if arch(x86_64)
    private static let largeForm = "avx2"
  #else
    private static let largeForm = "neon"
  #endif

  @Test(
    "folder, date, time zone, locale, home, threads and processor change nothing",
    arguments: WorkedExampleTests.names)
  func render(name: String) throws {
    let here = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: here) }
    let parameters = (Self.parameters[name] ?? []).flatMap { ["-P", $0] }
    let outputs =
      parameters + ["-o", "r.html", "-o", "r.md", "-o", "r.ipynb", "--answers", "a.json"]
    let first = try NotebookProgram.run(
      [WorkedExampleTests.path(name)] + outputs, in: here,
      environment: WorkedExampleTests.environment, build: .release)
    try #require(first.code == 0, "\(first.errors)")

    let elsewhere = here.appendingPathComponent("ein anderer Ordner/ü")
    try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: WorkedExampleTests.path(name), toPath: "\(elsewhere.path)/\(name).nb")
    let isSmall = Self.small.contains(name)
    let second = try NotebookProgram.run(
      ["\(name).nb", "--timeout", "600", "--no-cache"] + outputs, in: elsewhere,
      environment: [
        "TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8",
        "HOME": "/nonexistent", "NBRUN_CACHE": elsewhere.appendingPathComponent(".cache").path,
        "NBRUN_DATA": elsewhere.appendingPathComponent("none").path,
        "SWIFT_DETERMINISTIC_HASHING": "0", "NBRUN_THREADS": isSmall ? "5" : "1",
        "NBRUN_CPU": isSmall ? "portable" : Self.largeForm,
        "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX512F,-AVX2,-FMA,-SSE4_2",
      ], build: .release, date: "2031-02-28 23:59:58")
    try #require(second.code == 0, "\(second.errors)")
    for file in ["r.html", "r.md", "r.ipynb", "a.json"] {
      let contents = try [here, elsewhere].map {
        try Data(contentsOf: $0.appendingPathComponent(file))
      }
      #expect(contents[0] == contents[1], "\(file)")
    }
  }
}
