import NotebookFormat

extension MarkdownBody {
  /// What stands at the beginning of a block that goes on over several cells.
  func opening(of container: Container) -> String {
    var word: String
    switch container.kind {
    case .callout(let callout): word = wording.title(of: callout)
    case .exercise: word = wording.exercise
    case .hint: word = wording.hint
    case .solution: word = wording.solution
    case .tabset, .conditional, .other: return anchor(container.label)
    }
    if let number = container.number { word += " \(number)" }
    if let title = container.title { word += ": \(oneLine(title))" }
    let points = container.points.map { " (\(wording.worth($0)))" } ?? ""
    return [anchor(container.label), "**\(word)**\(points)"].joinedBlocks
  }

  /// The caption of a cell's figures, with the place that links lead to.
  func captionBlock(of cell: Cell) -> String? {
    let target = cell.options.label.flatMap { notebook.targets[$0] }
    guard cell.options.include != false, target != nil || cell.caption != nil else { return nil }
    let name = target.map { wording.name(of: $0.kind) } ?? wording.figure
    let isLeftOut = log.outputs[cell.index]?.contains(.withheld) == true
    let content = isLeftOut ? [.text(wording.withheld)] : cell.caption
    return anchor(target?.anchor) + caption(name, number: target?.number, content)
  }
}
