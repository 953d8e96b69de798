import Testing

@testable import Reports

@Suite("Formulas") struct MathTypesetterTests {
  private let typesetter = MathTypesetter()

  @Test(
    "become MathML that browsers render",
    arguments: [
      ("x", "<math><mi>x</mi></math>"),
      ("x_1^2", "<math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math>"),
      ("\\frac{a}{b}", "<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>"),
      ("\\mathbb{R}", "<math><mi>ℝ</mi></math>"),
      ("\\mathbf{W}", "<math><mi>𝐖</mi></math>"),
      ("\\mathrm{ReLU}", "<math><mi>ReLU</mi></math>"),
      ("a \\ne b", "<math><mi>a</mi><mo>≠</mo><mi>b</mi></math>"),
      ("\\text{if } x", "<math><mtext>if </mtext><mi>x</mi></math>"),
      ("b =", "<math><mi>b</mi><mo rspace=\"0\">=</mo></math>"),
      ("= b", "<math><mo lspace=\"0\">=</mo><mi>b</mi></math>"),
      ("\\overline{g h}", "<math><mrow class=\"overline\"><mi>g</mi><mi>h</mi></mrow></math>"),
      ("\\underline{x}", "<math><mrow class=\"underline\"><mi>x</mi></mrow></math>"),
      ("\\sqrt{2}", "<math><msqrt><mn>2</mn></msqrt></math>"),
      (
        "(-1, a - b)",
        "<math><mo stretchy=\"false\">(</mo><mo form=\"prefix\">−</mo><mn>1</mn>"
          + "<mo separator=\"true\">,</mo><mi>a</mi><mo>−</mo><mi>b</mi>"
          + "<mo stretchy=\"false\">)</mo></math>"
      ),
      ("\\odot", "<math><mo lspace=\"0\" rspace=\"0\">⊙</mo></math>"),
    ])
  func inline(tex: String, markup: String) throws {
    let found = try typesetter.mathML(tex, isDisplay: false).replacing("\u{A0}", with: " ")
    #expect(found == markup)
  }

  @Test("have primes beside their letters, and not once more raised and small")
  func primes() throws {
    for tex in ["f'", "f''", "f_1'"] {
      let markup = try typesetter.mathML(tex, isDisplay: false)
      #expect(markup.contains("<mrow><mi>f</mi><mo"), "\(markup)")
      #expect(!markup.contains("msup") && !markup.contains("msubsup"), "\(markup)")
    }
  }

  @Test("have thin spaces around a function's name, an index or not") func functions() throws {
    for tex in ["2 \\ln n", "2 \\log_2 n", "2 \\log_{10} n"] {
      let markup = try typesetter.mathML(tex, isDisplay: false)
      #expect(markup.ranges(of: "<mspace width=\"0.1667em\"").count == 2, "\(markup)")
    }
    let norm = try typesetter.mathML("\\lVert y \\rVert, z", isDisplay: false)
    #expect(norm.ranges(of: "lspace=\"0\" rspace=\"0\">∥").count == 2, "\(norm)")
  }

  @Test("on lines of their own say so, with limits above and below") func display() throws {
    let markup = try typesetter.mathML("\\sum_{i=0}^{n} x_i", isDisplay: true)
    #expect(markup.hasPrefix("<math display=\"block\""))
    #expect(markup.contains("<munderover><mo>∑</mo>"))
  }

  @Test("of matrices and cases are tables") func matrices() throws {
    let matrix = try typesetter.mathML("\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}", isDisplay: true)
    #expect(matrix.contains("<mtable") && matrix.ranges(of: "<mtd>").count == 4)
    #expect(!matrix.contains("columnalign") && !matrix.contains("mathvariant=\"bold"))
  }

  @Test(
    "that are wrong say what and where",
    arguments: [
      ("x + \\foo", "Undefined control sequence: \\foo", 4),
      ("\\frac{a}", "Unexpected end of input in a macro argument, expected '}'", nil),
      ("{x", "Expected '}', got 'EOF'", 2),
    ] as [(String, String, Int?)])
  func errors(tex: String, reason: String, offset: Int?) {
    let error = #expect(throws: MathError.self) { try typesetter.mathML(tex, isDisplay: false) }
    #expect(error?.reason.hasPrefix(reason) == true, "\(error?.reason ?? "")")
    if let offset { #expect(error?.offset == offset) }
  }

  @Test("define macros for themselves alone") func macros() throws {
    #expect(try typesetter.mathML("\\gdef\\me{y}\\me", isDisplay: false).contains("<mi>y</mi>"))
    #expect(throws: MathError.self) { try typesetter.mathML("\\me", isDisplay: false) }
  }

  @Test("that never end are refused") func endless() {
    #expect(throws: MathError.self) {
      try typesetter.mathML("\\def\\a{\\a\\a}\\a", isDisplay: false)
    }
    let long = String(repeating: "x", count: MathTypesetter.longestFormula + 1)
    #expect(throws: MathError.self) { try typesetter.mathML(long, isDisplay: false) }
  }

  @Test("hold no markup of the reader's") func markup() throws {
    let found = try typesetter.mathML("\\text{<script>\\&}", isDisplay: false)
    #expect(!found.contains("<script") && found.contains("&lt;script&gt;&amp;"))
    #expect(throws: MathError.self) {
      try typesetter.mathML("\\href{javascript:alert(1)}{x}", isDisplay: false)
    }
  }
}
