extension Notebook {
  /// The points of all exercises together.
  public var points: Double { Self.points(in: blocks) }

  private static func points(in blocks: [Block]) -> Double {
    blocks.reduce(0) { sum, block in
      switch block {
      case .container(let container):
        sum + (container.kind == .exercise ? container.points ?? 0 : 0)
          + points(in: container.content)
      case .list(let list): sum + list.items.reduce(0) { $0 + points(in: $1) }
      case .quote(let blocks): sum + points(in: blocks)
      default: sum
      }
    }
  }
}
