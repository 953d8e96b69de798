import Diagnostics

/// Reads notebooks.
///
/// # The format
///
/// A notebook (`.nb`) is CommonMark with Quarto's and Pandoc's conventions. What a rule does not say
/// is as CommonMark 0.30 has it. The tests name these rules by their numbers.
///
/// 1. **Text.** A notebook is UTF-8, with or without a byte order mark, with any line endings. A
///    notebook without anything in it is an error.
/// 2. **Front matter.** YAML between a first line `---` and the next line `---` or `...`, if the
///    second line is not blank. Keys: `title` and `subtitle` (Markdown), `author` (one or a list), `date`,
///    `lang` (default `en`), `seed` (a whole number, default 0), `params` (name: default; the default
///    decides the type), `execute` (defaults of the options in rule 7 other than `label`, captions
///    and `fig-alt`), `smart` (rule 3; default true for English and German, else false), `toc`
///    (default true), `number-sections` (default false), `raw-html` (default false), `salt` (16
///    characters or more that no handout shows), `format` (`html` with `toc`, `number-sections`,
///    `code-fold`; `pdf` with `papersize`, `a4` or `letter`; `gfm`, `markdown`, `ipynb`). An unknown
///    key is a warning, a value of the wrong type an error.
/// 3. **Markdown.** CommonMark 0.30, read by libcmark; the following rules hold outside of code and
///    raw HTML. With `smart` straight quotes become typographic ones, German or Swiss where `lang` says
///    so, `--` and `---` dashes, and `...` an ellipsis; `\"` stays straight.
/// 4. **Shown code.** A fence without braces (` ```swift `), with Pandoc's attributes
///    (` ```{.swift} `), or indentation: code that is shown and not run. ` ```{{swift}} ` shows the
///    code with its fences, the braces single.
/// 5. **Fences.** A fence that is not closed is an error at its line.
/// 6. **Cells.** ` ```{swift} ` is a cell of Swift. Other directives than `{swift}` and `{answer}` are
///    an error. Cells stand anywhere, also in lists, quotes and blocks.
/// 7. **Options.** The first lines of a cell that begin with `//|` or `#|` are YAML: `label`,
///    `fig-cap` (or `tbl-cap`, `lst-cap`; Markdown), `fig-alt`, `echo`, `eval`, `output`, `include`,
///    `error`, `warning`, `code-fold`, `code-summary`, `cache`, `optimize`, `timeout` (seconds). They
///    may stand in the braces as well, `{swift #fig-loss echo=false}`; the lines win. An unknown
///    option is an error. `cache: true` keeps what the cell brings forth until something that it starts
///    from is another; `cache: false` has the notebook run each time. Print leaves out folded code.
/// 8. **Space for answers.** ` ```{answer} ` leaves space, with the option `lines` (1 to 100, default
///    3); the text in it is a prompt.
/// 9. **Solution code.** In a cell the lines from `// BEGIN SOLUTION` to `// END SOLUTION` are the
///    solution's. They do not nest; a mark without the other one is an error, and so is a line that
///    is nearly a mark.
/// 10. **Blocks.** `:::` (or more colons) with attributes in braces, or with one word for a class,
///     opens a block; `:::` alone closes the last one opened. Both stand where a paragraph could
///     begin. Blocks nest. An unclosed or stray `:::` is an error at its line.
/// 11. **Kinds of blocks.** `.callout-note`, `-tip`, `-warning`, `-important`, `-caution` (also without
///     `callout-`; `title=`, `collapse=`), `.exercise` (`points=`, `#exr-…`; numbered), `.hint`,
///     `.solution` (`#sol-…`; its exercise's number), `.panel-tabset` (each heading begins a tab),
///     `.content-visible` and `.content-hidden` (`when-format=`, `unless-format=`). The first heading
///     of the former ones is their title. Other classes are kept; one that is nearly known is an
///     error.
/// 12. **Inline values.** `` `{swift} expression` `` puts a value into the sentence,
///     `` `{swift} expression, digits: 4` `` with that many digits (0 to 17). It is computed after the
///     cells above it, and after those below whose variables it uses.
///     `` `{{swift}} x` `` shows `{swift} x` as code.
/// 13. **Formulas.** `$…$` by Pandoc's rules: no white space behind the first dollar and before the
///     second, no digit behind the second, a dollar in `\text{…}` does not count. `\$` is a dollar.
/// 14. **Displayed formulas.** `$$…$$`, over several lines if need be but not over a blank one; it
///     ends the paragraph before it. `{#eq-…}` behind it numbers it.
/// 15. **Tables.** A line of cells and a line of dashes, `|:--|:-:|--:|`, of as many cells begin a
///     table, as GitHub has it; `\|` is a pipe, and pipes in formulas part no cells. A line
///     `: Caption {#tbl-…}`, at once or after a blank line, is its caption and gives it a number.
/// 16. **Pictures.** `![caption](file){#fig-… width=60% fig-alt="…"}`. With a caption or a label and
///     alone in its paragraph it is a figure, which the label numbers.
/// 17. **Headings.** `## Title {#sec-…}`; `{.unnumbered}` or `{-}` leaves out the number. Without a
///     label the `id` is made from the words as Pandoc does, and is unique; `section-` stands before
///     words that a page has as an `id` of its own, such as `title` and `footnote-1`, and no label is one.
/// 18. **Labels.** They begin with `fig-`, `tbl-`, `lst-`, `eq-`, `sec-`, `exr-` or `sol-` for what
///     they are given to, and are letters and digits of ASCII, `-` and `_`. A label given twice is an
///     error. Each kind is numbered in document order; only what has a label has a number, but for
///     exercises and sections.
/// 19. **References.** `@fig-loss`, not within a word; `[@fig-loss; @tbl-loss]`; `[-@fig-loss]` is the
///     number alone. A reference to a label that nothing has is an error.
/// 20. **Footnotes.** `[^name]` refers to `[^name]: …`, whose further paragraphs are indented by four
///     blanks. They are numbered by first reference. One without a text is an error, one that nothing
///     refers to a warning.
/// 21. **Raw HTML** is shown as text with a warning, unless the front matter says `raw-html: true`.
///     Comments are left out.
/// 22. **Depth.** More than 50 levels of blocks, lists, quotes and marked text are an error.
/// 23. **Problems.** All errors and warnings are found in one go and told in document order.
public struct NotebookReader {
  /// A reader.
  public init() {}

  /// The text in a file's bytes.
  ///
  /// - Parameter name: The name that messages use.
  /// - Throws: `NotebookErrors` where the bytes are no UTF-8 text.
  public static func text(of bytes: [UInt8], name: String) throws -> SourceText {
    try SourceText(decoding: bytes, name: name)
  }

  /// The notebook in the given text.
  ///
  /// - Throws: `NotebookErrors` with everything found wrong, in document order.
  public func read(_ source: SourceText) throws -> Notebook {
    guard source.text.contains(where: { !$0.isWhitespace }) else {
      throw NotebookErrors(diagnostics: [
        Diagnostic(
          .error, "the notebook is empty", file: source.name,
          help: "'nbrun new NAME' writes one to begin with.")
      ])
    }
    let front = FrontMatterReader(source)
    let body = BodyPreparer.prepare(source, from: front.lineCount + 1)
    var builder = DocumentBuilder(source: source, body: body, frontMatter: front.frontMatter)
    var notebook = builder.notebook()
    let all = (front.diagnostics + body.diagnostics + builder.diagnostics)
      .inDocumentOrder(file: source.name)
    if all.contains(where: { $0.severity == .error }) { throw NotebookErrors(diagnostics: all) }
    notebook.warnings = all
    return notebook
  }
}

/// Everything that was found wrong with a notebook.
public struct NotebookErrors: Error {
  /// The errors and warnings in document order; at least one is an error.
  public var diagnostics: [Diagnostic]

  /// The given errors.
  public init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}

extension [Diagnostic] {
  /// The messages in the order of their places, each with the file's name.
  fileprivate func inDocumentOrder(file: String) -> [Diagnostic] {
    let named = map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.file = file
      return diagnostic
    }
    let start = SourcePosition(line: 0)
    return named.enumerated().sorted {
      ($0.element.position ?? start, $0.offset) < ($1.element.position ?? start, $1.offset)
    }.map(\.element)
  }
}
