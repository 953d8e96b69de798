/// What readers of Markdown disagree about.
struct MarkdownDialect {
  /// Whether formulas are written as GitHub wants them: displayed ones in `math` fences, and inline
  /// ones between `` $` `` and `` `$ `` where Markdown would otherwise take them apart.
  var protectsMath: Bool
  /// Whether callouts at the top level are GitHub's alerts, `> [!NOTE]`.
  var hasAlerts: Bool
  /// Whether `[^1]` refers to a footnote.
  var hasFootnotes: Bool
  /// The formats by whose names `.content-visible` speaks of this one; the first is its own.
  var names: [String]

  /// GitHub-flavoured Markdown.
  static let github = MarkdownDialect(
    protectsMath: true, hasAlerts: true, hasFootnotes: true, names: ["gfm", "markdown", "md"])
  /// What JupyterLab and nbconvert show in a Markdown cell.
  static let jupyter = MarkdownDialect(
    protectsMath: false, hasAlerts: false, hasFootnotes: false, names: ["ipynb", "jupyter"])
}
