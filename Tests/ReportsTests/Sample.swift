import CellEvents
import Diagnostics
import Foundation
@testable import NotebookFormat

@testable import Reports

/// A notebook that uses everything, and what its cells brought forth.
enum Sample {
  static let place = SourcePosition(line: 3, column: 5)

  static func notebook(
    _ blocks: [Block], title: String? = "Sample", source: String = "source\n",
    change: (inout Notebook) -> Void = { _ in }
  ) -> Notebook {
    var notebook = Notebook(
      source: SourceText(name: "sample.nb", text: source), frontMatter: FrontMatter(),
      title: title.map { [.text($0)] }, blocks: blocks, footnotes: [], cells: [], inlineValues: [],
      targets: [:], warnings: [])
    change(&notebook)
    return notebook
  }

  static func text(_ text: String) -> Block { .paragraph([.text(text)]) }

  static func math(_ tex: String) -> Inline { .math(tex: tex, position: place) }

  static func display(_ tex: String, label: String? = nil, number: String? = nil) -> Block {
    .displayMath(DisplayMath(tex: tex, label: label, number: number, position: place))
  }

  static func heading(_ level: Int, _ text: String, _ anchor: String, _ number: String? = nil)
    -> Block
  {
    .heading(Heading(level: level, content: [.text(text)], anchor: anchor, number: number))
  }

  static func container(
    _ kind: Container.Kind, title: String? = nil, points: Double? = nil, collapsed: Bool? = nil,
    label: String? = nil, number: String? = nil, classes: [String] = [], _ content: [Block]
  ) -> Block {
    .container(
      Container(
        kind: kind, title: title.map { [.text($0)] }, points: points, isCollapsed: collapsed,
        label: label, number: number, classes: classes, content: content, position: place))
  }

  static func cell(
    _ index: Int, _ code: String, _ change: (inout CellOptions) -> Void = { _ in }
  ) -> Block {
    var options = CellOptions()
    change(&options)
    return .cell(
      Cell(
        index: index, code: code, codePosition: place, position: place, options: options,
        isSolution: false))
  }
}
