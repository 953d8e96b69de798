extension CellOptions {
  /// The options that a notebook's front matter can set for all its cells.
  static var commonFields: [OptionField<CellOptions>] {
    [
      .flag("echo", \.echo), .flag("eval", \.eval), .flag("output", \.output),
      .flag("include", \.include), .flag("error", \.error), .flag("warning", \.warning),
      .flag("code-fold", \.codeFold), .text("code-summary", \.codeSummary),
      .flag("cache", \.cache), .flag("optimize", \.optimize),
      OptionField("timeout") { node, options, reader in
        options.timeout = reader.positiveNumber(node, "timeout")
      },
    ]
  }

  /// The options of a cell.
  static var fields: [OptionField<CellOptions>] {
    [
      .text("label", \.label), .text("fig-cap", \.figureCaption), .text("tbl-cap", \.figureCaption),
      .text("lst-cap", \.figureCaption), .text("fig-alt", \.figureAlternative),
    ] + commonFields
  }

  /// These options, with those of `defaults` where nothing was said.
  func filled(from defaults: CellOptions) -> CellOptions {
    var options = self
    options.echo = echo ?? defaults.echo
    options.eval = eval ?? defaults.eval
    options.output = output ?? defaults.output
    options.include = include ?? defaults.include
    options.error = error ?? defaults.error
    options.warning = warning ?? defaults.warning
    options.codeFold = codeFold ?? defaults.codeFold
    options.codeSummary = codeSummary ?? defaults.codeSummary
    options.cache = cache ?? defaults.cache
    options.optimize = optimize ?? defaults.optimize
    options.timeout = timeout ?? defaults.timeout
    return options
  }
}

extension AnswerSpace {
  /// The options of ` ```{answer} `.
  static var fields: [OptionField<AnswerSpace>] {
    [
      OptionField("lines") { node, space, reader in
        let lines = node.integer.flatMap { (1...100).contains($0) ? $0 : nil }
        if let lines = reader.expect(lines, node, "lines", "a whole number from 1 to 100") {
          space.lines = lines
        }
      }
    ]
  }
}
