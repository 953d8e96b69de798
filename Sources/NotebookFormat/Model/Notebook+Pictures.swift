extension Notebook {
  /// The files and addresses of all its pictures, as written.
  public var pictureSources: [String] {
    [title, subtitle].compactMap(\.self).flatMap(\.pictureSources)
      + (blocks + footnotes.flatMap(\.blocks)).flatMap(\.pictureSources)
  }
}

extension Block {
  fileprivate var pictureSources: [String] {
    switch self {
    case .paragraph(let content): content.pictureSources
    case .heading(let heading): heading.content.pictureSources
    case .figure(let figure): [figure.image.source]
    case .table(let table): (table.header + table.rows.joined()).flatMap(\.pictureSources)
    default: children.flatMap(\.pictureSources)
    }
  }
}

extension [Inline] {
  fileprivate var pictureSources: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .image(let image): [image.source]
      case .emphasis(let content), .strong(let content), .link(_, _, let content):
        content.pictureSources
      default: []
      }
    }
  }
}
