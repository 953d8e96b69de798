extension Notebook {
  /// Changes each block, wherever it stands, the inner ones first.
  public mutating func changeBlocks(_ change: (inout Block) -> Void) {
    blocks = blocks.map { $0.changed(by: change) }
    for index in footnotes.indices {
      footnotes[index].blocks = footnotes[index].blocks.map { $0.changed(by: change) }
    }
  }

  /// Changes each cell, wherever it stands.
  public mutating func changeCells(_ change: (inout Cell) -> Void) {
    for index in cells.indices { change(&cells[index]) }
    changeBlocks { block in
      guard case .cell(var cell) = block else { return }
      change(&cell)
      block = .cell(cell)
    }
  }

  /// Gives what has a label the number that it has in a notebook of which this one is a part.
  public mutating func takeNumbers(from whole: Notebook) {
    for (label, target) in whole.targets { targets[label]?.number = target.number }
    let targets = targets
    func number(_ label: String?) -> String? { label.flatMap { targets[$0]?.number } }
    changeBlocks { block in
      switch block {
      case .table(var table):
        table.number = number(table.label) ?? table.number
        block = .table(table)
      case .displayMath(var formula):
        formula.number = number(formula.label) ?? formula.number
        block = .displayMath(formula)
      case .figure(var figure):
        figure.number = number(figure.label) ?? figure.number
        block = .figure(figure)
      case .container(var container):
        container.number = number(container.label) ?? container.number
        block = .container(container)
      default: break
      }
    }
  }
}

extension Block {
  fileprivate func changed(by change: (inout Block) -> Void) -> Block {
    var block = self
    switch self {
    case .quote(let blocks): block = .quote(blocks.map { $0.changed(by: change) })
    case .list(var list):
      list.items = list.items.map { $0.map { $0.changed(by: change) } }
      block = .list(list)
    case .container(var container):
      container.content = container.content.map { $0.changed(by: change) }
      block = .container(container)
    default: break
    }
    change(&block)
    return block
  }
}
