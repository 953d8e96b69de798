import Diagnostics

extension DocumentBuilder {
  /// Opens or closes what a marker stands for.
  mutating func apply(_ marker: PreparedBody.Marker, to frames: inout BlockFrames) {
    switch marker {
    case .openContainer(let attributes, let position):
      if depth + frames.depth > 40 { report("blocks are nested too deep here", at: position) }
      let container = container(attributes, at: position)
      if container.kind == .solution { solutionDepth += 1 }
      frames.open(.container(container), at: position)
    case .closeContainer(let position):
      guard let frame = frames.close() else {
        report(
          "this ':::' closes nothing", at: position,
          help: "Remove it, or open a block as in '::: {.callout-note}'.")
        return
      }
      close(frame, &frames)
    case .openTable(let source):
      frames.open(.table(source, cells: []), at: source.position)
    case .openFootnote(let name, let position):
      frames.open(.footnote(name: name), at: position)
    case .closeTable, .closeFootnote:
      if let frame = frames.close() { close(frame, &frames) }
    }
  }

  /// Turns something that was open into a block.
  mutating func close(_ frame: BlockFrames.Frame, _ frames: inout BlockFrames) {
    switch frame.kind {
    case .container(var container):
      if container.kind == .solution { solutionDepth -= 1 }
      container.content = frame.blocks
      frames.append([.container(container)])
    case .table(let source, let cells):
      frames.append([.table(table(source, cells: cells))])
    case .footnote(let name):
      if footnotes[name] != nil {
        report("the footnote '[^\(name)]' is given twice", at: frame.position)
      }
      footnotes[name] = (frame.blocks, frame.position)
    }
  }

  private mutating func table(_ source: TableSource, cells: [[Inline]]) -> Table {
    let width = source.alignments.count
    let rows = (0..<source.rowCount).map { row in
      Array(cells[(row + 1) * width..<(row + 2) * width])
    }
    var number: String?
    if let label = source.label {
      let text = nextNumber(.table)
      number = text
      define(label, .table, number: text, anchor: uniqueAnchor(label), at: source.position)
    }
    return Table(
      alignments: source.alignments, header: Array(cells[..<width]), rows: rows,
      caption: source.hasCaption ? cells.last : nil, label: source.label, number: number)
  }

  private static let knownClasses =
    Container.Callout.allCases.map { "callout-\($0.rawValue)" }
    + ["exercise", "hint", "solution", "panel-tabset", "content-visible", "content-hidden"]
    + Container.Callout.allCases.map(\.rawValue)

  private mutating func container(
    _ attributes: AttributeList, at position: SourcePosition
  ) -> Container {
    let kind = kind(of: attributes, at: position)
    var container = Container(
      kind: kind, title: attributes["title"].map { [.text($0)] }, points: nil, isCollapsed: nil,
      label: attributes.label, number: nil, classes: attributes.classes, content: [],
      position: position)
    for (key, value) in attributes.pairs {
      switch key {
      case "title", "when-format", "unless-format": break
      case "points":
        container.points = Double(value)
        if container.points == nil {
          report("'points' takes a number, not '\(value)'", at: position)
        }
      case "collapse":
        container.isCollapsed = Bool(value)
        if container.isCollapsed == nil {
          report("'collapse' takes true or false, not '\(value)'", at: position)
        }
      default:
        let known = ["title", "points", "collapse", "when-format", "unless-format"]
        let near = nearest(to: key, among: known)
        report(
          "unknown attribute '\(key)'.\(near.map { " Did you mean '\($0)'?" } ?? "")",
          at: position, severity: .warning)
      }
    }
    if kind == .exercise {
      let number = nextNumber(.exercise)
      container.number = number
      let anchor = uniqueAnchor(attributes.label ?? "exercise-\(number)")
      if let label = attributes.label {
        define(label, .exercise, number: number, anchor: anchor, at: position)
      }
    }
    return container
  }

  private mutating func kind(
    of attributes: AttributeList, at position: SourcePosition
  ) -> Container.Kind {
    for name in attributes.classes {
      let callout = name.hasPrefix("callout-") ? String(name.dropFirst(8)) : name
      if let kind = Container.Callout(rawValue: callout) { return .callout(kind) }
      switch name {
      case "exercise": return .exercise
      case "hint": return .hint
      case "solution": return .solution
      case "panel-tabset": return .tabset
      case "content-visible":
        return .conditional(formats: formats(attributes, "when-format"), isVisible: true)
      case "content-hidden":
        return .conditional(formats: formats(attributes, "when-format"), isVisible: false)
      default: break
      }
    }
    for name in attributes.classes {
      let near = nearest(to: name, among: Self.knownClasses)
      if near != nil || name.hasPrefix("callout-") {
        report(
          "unknown block '\(name)'.\(near.map { " Did you mean '\($0)'?" } ?? "")", at: position,
          help: near == nil ? "Known are: \(Self.knownClasses.joined(separator: ", "))." : nil)
      }
    }
    return .other
  }

  private func formats(_ attributes: AttributeList, _ key: String) -> [String] {
    (attributes[key] ?? "").split { $0 == "," || $0 == " " }.map(String.init)
  }
}
