import CellEvents
import Diagnostics
@testable import NotebookFormat

@testable import Reports

extension Sample {
  static let heatmap: String = {
    var cells = ""
    for row in 0..<4 {
      for column in 0..<4 {
        cells +=
          "<rect x=\"\(column * 36)\" y=\"\(row * 36)\" width=\"36\" height=\"36\" class=\"p\((row + column) % 4)\"/>"
        cells += "<text x=\"\(column * 36 + 18)\" y=\"\(row * 36 + 22)\">\(row * column)</text>"
      }
    }
    return
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"fig\" role=\"img\" aria-label=\"A 4 by 4 matrix\" width=\"146\" height=\"146\" viewBox=\"-1 -1 146 146\">\(cells)</svg>"
  }()

  static let everything = notebook(
    [
      .paragraph([
        .text("A network that tells a "), .strong([.text("bright square")]),
        .text(" from noise is small enough to compute "), .emphasis([.text("by hand")]),
        .text(". The input is a matrix "), math(#"X \in \mathbb{R}^{6\times 6}"#),
        .text(", the kernel "), math("K"), .text(" slides over it, and "),
        .reference(label: "fig-conv", numberOnly: false, position: place),
        .text(" shows what comes out"), .footnoteReference(number: 1, occurrence: 1),
        .text("; the loss is "), .value(value), .text(". See "),
        .link(
          destination: "https://example.org/a?b=1&c=2", title: nil, content: [.text("the paper")]),
        .text(" and "), .reference(label: "eq-delta", numberOnly: false, position: place),
        .text(" in "), .reference(label: "sec-pooling", numberOnly: false, position: place),
        .text("."),
      ]),
      heading(1, "Forward pass", "forward", "1"),
      text(
        "Convolution here is cross-correlation: the kernel is not flipped, as in every deep-learning library. Each entry of the output is the sum of nine products and the bias."
      ),
      display(
        #"z_{i,j} = b + \sum_{u=0}^{2}\sum_{v=0}^{2} K_{u,v}\, X_{i+u,\,j+v}"#, label: "eq-conv",
        number: "1"),
      cell(
        0,
        "import CNNCore\n\n/// The picture.\nlet x = Matrix.square(side: 6, value: 5.0, using: &generator)\nlet kernel = Matrix([[0, 1], [2, 3]])\nfor row in 0..<kernel.rows where row > 0 { print(\"row \\(row): \\(kernel[row, 0] * 1.5)\") } // each row\nlet y = x.convolved(with: kernel, stride: 1)"
      ) {
        $0.label = "fig-conv"
        $0.figureCaption =
          "Input, kernel & output. The window that gave the largest value is framed."
      },
      heading(2, "Pooling", "sec-pooling", "1.1"),
      text(
        "Max pooling keeps the largest value of each window and forgets the others; what it forgets gets no gradient on the way back."
      ),
      cell(1, "answer(\"z1\", z1)\nlet unused = 3") { $0.codeFold = true },
      .table(
        Table(
          alignments: [.left, .center, .right],
          header: [[.text("Layer")], [.text("Output shape")], [.text("Parameters")]],
          rows: [
            [[.code("Conv2D")], [.text("4 × 4")], [.text("10")]],
            [[.code("MaxPool2D")], [.text("2 × 2")], [.text("0")]],
            [[.code("Dense")], [.text("1")], [.text("5")]],
          ], caption: [.text("The layers and what they hold.")], label: "tbl-layers", number: "1")),
      .list(
        ListBlock(
          start: nil, isTight: true,
          items: [
            [.paragraph([.text("the largest value wins;")])],
            [
              .paragraph([
                .text("a tie goes to the first, "), math(#"\operatorname*{arg\,max}_k a_k"#),
              ])
            ],
          ])),
      .list(
        ListBlock(
          start: 3, isTight: false,
          items: [[text("Third.")], [text("Fourth, in two paragraphs."), text("The second.")]])),
      heading(1, "Backward pass", "backward", "2"),
      display(
        #"\begin{aligned} \delta &= \frac{\partial L}{\partial z} = \hat{y} - y \\ \frac{\partial L}{\partial K} &= X * \frac{\partial L}{\partial z_1}\end{aligned}"#,
        label: "eq-delta", number: "2"),
      display(
        #"\mathrm{ReLU}(z) = \begin{cases} z & \text{if } z > 0 \\ 0 & \text{otherwise}\end{cases} \qquad K = \begin{pmatrix} 1 & -2 & 0.5\\ 3 & 4 & 10 \\ 0 & 0 & 1\end{pmatrix}"#
      ),
      container(.callout(.note), [text("The kernel is not flipped.")]),
      container(
        .callout(.tip), title: "Check your sizes", [text("Write the shapes beside each step.")]),
      container(
        .callout(.warning), title: "Erratum", [text("The source strides over output cells.")]),
      container(.callout(.important), [text("The seed decides every number.")]),
      container(.callout(.caution), collapsed: true, [text("Ties in the pool.")]),
      container(
        .callout(.note), title: "An open fold", collapsed: false, [text("Shown at first.")]),
      container(
        .exercise, title: "One step of gradient descent", points: 4, label: "exr-step", number: "1",
        [
          .paragraph([
            .text("Compute "), math(#"\frac{\partial L}{\partial b}"#),
            .text(" and update the bias with "),
            math(#"\eta = 0.01"#), .text("."),
          ]),
          .answerSpace(AnswerSpace(lines: 2, prompt: "Your derivation")),
          container(.hint, [text("The bias is added to every entry.")]),
          container(
            .solution, [text("The sum of all entries."), cell(2, "answer(\"db\", delta.sum())")]),
        ]),
      container(
        .tabset,
        [
          heading(3, "Swift", "tab-swift"),
          .codeBlock(language: "swift", code: "let a: [Double] = [1, 2]\n"),
          heading(3, "Python", "tab-python"),
          .codeBlock(language: "python", code: "a = np.array([1, 2])\n"),
        ]),
      cell(3, "fatalError(\"no\")"),
      .quote([text("What I cannot create, I do not understand.")]),
      .thematicBreak,
      container(.conditional(formats: ["html"], isVisible: true), [text("Only in HTML.")]),
      container(.conditional(formats: ["html"], isVisible: false), [text("Never in HTML.")]),
      .rawHTML("<b>raw</b>"),
      container(.other, classes: ["aside"], [text("In a block of its own.")]),
      text("The end."),
    ], title: "A square or noise?"
  ) { notebook in
    notebook.subtitle = [
      .text("A convolutional network, "), .emphasis([.text("step by step")]), .text(" to "),
      math("z_1"),
    ]
    notebook.frontMatter.authors = ["Ada Lovelace", "Alan Turing"]
    notebook.frontMatter.date = "2026-01-31"
    notebook.footnotes = [Footnote(name: "one", blocks: [text("Without padding.")])]
    notebook.targets = [
      "fig-conv": ReferenceTarget(kind: .figure, number: "1", anchor: "fig-conv"),
      "eq-delta": ReferenceTarget(kind: .equation, number: "2", anchor: "eq-delta"),
      "sec-pooling": ReferenceTarget(kind: .section, number: "1.1", anchor: "sec-pooling"),
    ]
  }

  static let value = InlineValue(
    index: 0, expression: "loss", digits: 4, position: place, precedingCells: 1, isSolution: false)

  static let log: ExecutionLog = {
    var log = ExecutionLog()
    let figure = MIMEBundle([
      .init(type: "text/plain", content: "4×4"), .init(type: "image/svg+xml", content: heatmap),
    ])
    log.outputs = [
      0: [.printed("row 1: 3.0\n"), .display(figure)],
      1: [.printedError("careful\n"), .answer(name: "z1", figure)],
      2: [.answer(name: "db", MIMEBundle([.init(type: "text/plain", content: "-0.25")]))],
      3: [.failure("sample.nb:30:1: error: fatal error: no")],
    ]
    log.inlineValues = [0: "0.6931"]
    log.answers = [.init(name: "z1", json: "[[1,2],[3,4]]"), .init(name: "db", json: "-0.25")]
    log.figureStyle =
      ".fig text{text-anchor:middle;font:12px var(--nb-font);fill:#111}.fig .p0{fill:#dcecf8}.fig .p1{fill:#b1d3f0}.fig .p2{fill:#88bae8}.fig .p3{fill:#60a0df}\n"
    return log
  }()

  static let context = ReportContext(
    seed: 42, parameters: [.init(name: "rate", value: "0.01"), .init(name: "side", value: "6")],
    version: "1.0.0", folder: nil)
}
