extension Block {
  /// The blocks that stand in it.
  public var children: [Block] {
    switch self {
    case .quote(let blocks): blocks
    case .list(let list): Array(list.items.joined())
    case .container(let container): container.content
    default: []
    }
  }
}
