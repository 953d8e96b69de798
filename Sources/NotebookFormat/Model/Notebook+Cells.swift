extension Notebook {
  /// Changes each cell, wherever it stands.
  public mutating func changeCells(_ change: (inout Cell) -> Void) {
    for index in cells.indices { change(&cells[index]) }
    blocks = blocks.map { $0.changingCells(change) }
    for index in footnotes.indices {
      footnotes[index].blocks = footnotes[index].blocks.map { $0.changingCells(change) }
    }
  }
}

extension Block {
  fileprivate func changingCells(_ change: (inout Cell) -> Void) -> Block {
    switch self {
    case .cell(var cell):
      change(&cell)
      return .cell(cell)
    case .quote(let blocks): return .quote(blocks.map { $0.changingCells(change) })
    case .list(var list):
      list.items = list.items.map { $0.map { $0.changingCells(change) } }
      return .list(list)
    case .container(var container):
      container.content = container.content.map { $0.changingCells(change) }
      return .container(container)
    default: return self
    }
  }
}
