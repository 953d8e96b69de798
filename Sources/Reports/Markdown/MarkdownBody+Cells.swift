import CellEvents
import NotebookFormat
import Platform

extension MarkdownBody {
  func markdown(_ cell: Cell) -> String {
    let options = cell.options
    guard options.include != false else { return "" }
    let outputs = options.output == false ? [] : (log.outputs[cell.index] ?? [])
    let target = options.label.flatMap { notebook.targets[$0] }
    var parts = [anchor(target?.anchor)]
    if options.echo != false && !cell.code.isEmpty { parts.append(code(of: cell)) }
    let hasCaption = target != nil || cell.caption != nil
    let isLeftOut = hasCaption && outputs.contains(.withheld)
    let shown = outputs.filter { !isLeftOut || $0 != .withheld }.map { markdown($0, cell) }
    guard parts.count > 1 || !outputs.isEmpty else { return "" }
    parts += options.folds(outputs) ? [fold(answerTitles(outputs), shown.joinedBlocks)] : shown
    if !outputs.isEmpty && hasCaption {
      parts.append(
        caption(
          target.map { wording.name(of: $0.kind) } ?? wording.figure, number: target?.number,
          isLeftOut ? [.text(wording.withheld)] : cell.caption))
    }
    return parts.joinedBlocks
  }

  private func code(of cell: Cell) -> String {
    let fence = MarkdownEscaping.fence(cell.code, language: "swift")
    guard cell.options.codeFold == true else { return fence }
    return fold(HTMLEscaping.escaped(cell.options.codeSummary ?? wording.code), fence)
  }

  private func markdown(_ output: CellOutput, _ cell: Cell) -> String {
    switch output {
    case .printed(let text): printed(text)
    case .printedError(let text): [wording.printedError + ":", printed(text)].joinedBlocks
    case .display(let bundle): display(bundle, cell)
    case .answer(let name, let bundle): [answerTitle(name), display(bundle, cell)].joinedBlocks
    case .blank(let name, let shape): blank(name, shape)
    case .withheld: "*\(wording.withheld)*"
    case .failure(let message): ["**\(wording.error)**", printed(message)].joinedBlocks
    }
  }

  private func answerTitles(_ outputs: [CellOutput]) -> String {
    let names = outputs.compactMap(\.answerName).map { HTMLEscaping.escaped($0) }
    return "\(wording.answers): \(names.joined(separator: ", "))"
  }

  private func answerTitle(_ name: String) -> String {
    "**\(wording.answer)** \(MarkdownEscaping.code(name, isInTable: false))"
  }

  private func printed(_ text: String) -> String {
    text.isEmpty ? "" : MarkdownEscaping.fence(text, language: "text")
  }

  /// The richest form that goes into a file of its own, else text.
  private func display(_ bundle: MIMEBundle, _ cell: Cell) -> String {
    let stem = cell.options.label ?? "cell-\(cell.index + 1)"
    let plain = bundle["text/plain"] ?? ""
    if let drawing = bundle["image/svg+xml"] {
      let file = StandaloneDrawing(drawing)
      let alternative = cell.options.figureAlternative ?? file.alternative ?? plain
      let name = files.add(Array(file.text.utf8), named: stem, ending: "svg")
      return picture(alternative, address(of: name))
    }
    for (type, ending) in [("image/png", "png"), ("image/jpeg", "jpg")] {
      guard let content = bundle[type], let bytes = Base64.decoded(content) else { continue }
      let name = files.add(bytes, named: stem, ending: ending)
      return picture(cell.options.figureAlternative ?? plain, address(of: name))
    }
    return printed(plain)
  }

  /// An answer's name, and empty cells to write in, or a line.
  private func blank(_ name: String, _ shape: [Int]) -> String {
    let title = answerTitle(name)
    switch AnswerBlank(shape: shape) {
    case .line: return [title, String(repeating: "\\_", count: 30)].joinedBlocks
    case .remark: return "\(title): \(wording.recorded(shape))"
    case .grids(let grids): return ([title] + grids.map(table)).joinedBlocks
    }
  }

  private func table(_ grid: BlankGrid) -> String {
    let rows = grid.rowLengths.map { "|" + String(repeating: "        |", count: $0) }
    let rule = "|" + String(repeating: " --- |", count: grid.columns)
    let title = grid.title.map { MarkdownEscaping.code($0, isInTable: false) } ?? ""
    let lines = rows.prefix(1) + [rule] + rows.dropFirst()
    return [title, lines.joined(separator: "\n")].joinedBlocks
  }
}
