import Testing

@Suite("nbrun doc") struct DocTests {
  @Test("what cells can call is told with its formula and its members") func layer() throws {
    let folder = try NotebookProgram.folder()
    for _ in 1...2 {
      let result = try NotebookProgram.run(["doc", "Conv2D"], in: folder)
      #expect(result.code == 0)
      #expect(result.output.hasPrefix("struct Conv2D<Scalar> where Scalar : TensorScalar\n"))
      #expect(result.output.contains("  - Note: Cross-correlation: the kernel is not flipped."))
      #expect(result.output.contains("  var weight: Tensor<Scalar> { get set }\n      The filters"))
    }
  }

  @Test(
    "functions, members and figures are found",
    arguments: [
      ("convolve", "func convolve<"), ("Heatmap", "struct Heatmap\n"), ("answer", "[CellKit]"),
      ("Tensor.reshaped", "[CNNCore, Tensor.reshaped]"),
    ])
  func found(name: String, text: String) throws {
    let result = try NotebookProgram.run(["doc", name], in: NotebookProgram.folder())
    #expect(result.code == 0)
    #expect(result.output.contains(text), "\(result.output.prefix(500))")
  }

  @Test("the overview names what is there, and a wrong name is told")
  func others() throws {
    let folder = try NotebookProgram.folder()
    let overview = try NotebookProgram.run(["doc"], in: folder).output
    for name in ["CNNCore\n", "  Dense ", "  convolve ", "  LineChart ", "  show "] {
      #expect(overview.contains(name))
    }
    let wrong = try NotebookProgram.run(["doc", "convovle"], in: folder)
    #expect(wrong.code == 1)
    #expect(
      wrong.errors == """
        nbrun: error: nothing is called 'convovle'
          help: Did you mean 'convolve'?

        """)
    let help = try NotebookProgram.run(["help", "grad"], in: folder)
    #expect(help.code == 64)
    #expect(help.errors.contains("there is no subcommand 'grad'. Did you mean 'grade'?"))
  }
}
