import Diagnostics

extension DocumentBuilder {
  /// Opens or closes what a mark stands for.
  mutating func apply(_ mark: PreparedBody.Mark, to frames: inout BlockFrames) {
    switch mark {
    case .openContainer(let attributes, let position):
      guard mayNest(at: position) else { return frames.open(.skipped, at: position) }
      depth += 1
      let container = container(attributes, exercise: frames.exerciseNumber, at: position)
      if container.kind == .solution { solutionDepth += 1 }
      frames.open(.container(container), at: position)
    case .closeContainer(let position):
      guard !frames.isInTable, let frame = frames.close() else {
        report(
          "this ':::' closes nothing", at: position,
          help: "Remove it, or open a block as in '::: {.callout-note}'.")
        return
      }
      close(frame, &frames, line: position.line)
    case .openTable(let source): frames.open(.table(source), at: source.position)
    case .nextTableCell: frames.beginTableCell()
    case .closeTable:
      if frames.isInTable, let frame = frames.close() { close(frame, &frames) }
    }
  }

  /// Turns something that was open into a block; the line is that of its end.
  mutating func close(_ frame: BlockFrames.Frame, _ frames: inout BlockFrames, line: Int = 0) {
    switch frame.kind {
    case .container(var container):
      depth -= 1
      if container.kind == .solution { solutionDepth -= 1 }
      container.content = frame.blocks
      container.endLine = line
      frames.append([.container(container)])
    case .skipped: break
    case .table(let source): frames.append([.table(table(source, cells: frame.cells))])
    }
  }

  private mutating func table(_ source: TableSource, cells: [[Inline]]) -> Table {
    let width = source.alignments.count
    let missing = (source.rowCount + 1) * width + 1 - cells.count
    let cells = cells + Array(repeating: [], count: max(0, missing))
    let rows = (0...source.rowCount).map { Array(cells[$0 * width..<($0 + 1) * width]) }
    let caption = source.hasCaption ? cells[(source.rowCount + 1) * width] : nil
    var table = Table(
      alignments: source.alignments, header: rows[0], rows: Array(rows.dropFirst()),
      caption: caption, label: source.attributes?.label, number: nil)
    if let label = table.label {
      let number = labels.nextNumber(.table)
      table.number = number
      define(label, .table, number: number, of: "a table", at: source.position)
    }
    return table
  }
}

// MARK: - Opening a container

extension DocumentBuilder {
  private mutating func container(
    _ attributes: AttributeList, exercise: String?, at position: SourcePosition
  ) -> Container {
    let kind = kind(of: attributes, at: position)
    var container = Container(
      kind: kind, title: nil, points: nil, isCollapsed: nil, label: attributes.label, number: nil,
      classes: attributes.classes, content: [], position: position)
    for pair in attributes.pairs { read(pair, into: &container, at: position) }
    switch kind {
    case .exercise:
      let number = labels.nextNumber(.exercise)
      container.number = number
      if let label = attributes.label {
        define(label, .exercise, number: number, of: "an exercise", at: position)
      }
    case .solution:
      container.number = exercise
      if let label = attributes.label {
        define(label, .solution, number: exercise ?? "", of: "a solution", at: position)
      }
    default:
      if let label = attributes.label { defineName(label, of: "a block", at: position) }
    }
    return container
  }

  private mutating func read(
    _ pair: AttributeList.Pair, into container: inout Container, at position: SourcePosition
  ) {
    switch pair.key {
    case "title": container.title = inlines(ofText: pair.value, at: position)
    case "points":
      container.points = Double(pair.value).flatMap { (0...1_000_000).contains($0) ? $0 : nil }
      if container.points == nil {
        report("'points' takes a number from 0 to 1000000, not '\(pair.value)'", at: position)
      } else if container.kind != .exercise {
        report(
          "'points' counts only on an exercise", at: position, severity: .warning,
          help: "Give the points to the '.exercise' around it, or make this block one.")
      }
    case "collapse":
      container.isCollapsed = Bool(pair.value)
      if container.isCollapsed == nil {
        report("'collapse' takes true or false, not '\(pair.value)'", at: position)
      }
    case "when-format", "unless-format": break
    default:
      let known = ["title", "points", "collapse", "when-format", "unless-format"]
      report(
        "unknown attribute '\(pair.key)'\(trailingSuggestion(for: pair.key, among: known))",
        at: position, severity: .warning,
        help: "Known are: \(known.joined(separator: ", ")).")
    }
  }

  private static let callouts = Container.Callout.allCases.map(\.rawValue)
  private static let knownClasses =
    ["exercise", "hint", "solution", "panel-tabset", "content-visible", "content-hidden"]
    + callouts.map { "callout-\($0)" } + callouts

  private mutating func kind(
    of attributes: AttributeList, at position: SourcePosition
  ) -> Container.Kind {
    // Whatever else it is, a solution is in no handout.
    if attributes.classes.contains("solution") { return .solution }
    for name in attributes.classes {
      let callout = name.hasPrefix("callout-") ? String(name.dropFirst(8)) : name
      if let kind = Container.Callout(rawValue: callout) { return .callout(kind) }
      switch name {
      case "exercise": return .exercise
      case "hint": return .hint
      case "panel-tabset": return .tabset
      case "content-visible", "content-hidden":
        return condition(attributes, isVisible: name == "content-visible", at: position)
      default: break
      }
    }
    for name in attributes.classes {
      let suggestion = trailingSuggestion(for: name, among: Self.knownClasses)
      if !suggestion.isEmpty || name.hasPrefix("callout") {
        report(
          "unknown block '\(name)'\(suggestion)", at: position,
          help: suggestion.isEmpty
            ? "Known are: \(Self.knownClasses.joined(separator: ", "))." : nil)
      }
    }
    return .other
  }

  private mutating func condition(
    _ attributes: AttributeList, isVisible: Bool, at position: SourcePosition
  ) -> Container.Kind {
    let isWhen = attributes["when-format"] != nil
    let value = attributes["when-format"] ?? attributes["unless-format"] ?? ""
    let formats = value.split { $0 == "," || $0.isWhitespace }.map(String.init)
    if formats.isEmpty {
      report(
        "this block does not say for which format", at: position,
        help: "Add 'when-format=\"html\"' or 'unless-format=\"html\"'.")
    }
    return .conditional(formats: formats, isVisible: isVisible == isWhen)
  }
}
