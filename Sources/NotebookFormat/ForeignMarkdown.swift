import Diagnostics
import MarkdownTree

/// Markdown that was not written for this program.
public enum ForeignMarkdown {
  /// The text with everything escaped that this format alone means, so that it shows what others show.
  ///
  /// These are `:::` lines, footnotes and their marks, `@fig-…`, attributes in braces, inline values, the
  /// braces of a code block's fence, and a `$$` without an end. A fence without an end gets one.
  public static func escaped(_ text: String) -> String {
    let blocks = escapedBlocks(BodyLines(text)).text
    return escapedText(BodyLines(blocks), fences: fences(in: blocks)).text
  }
}

extension ForeignMarkdown {
  /// The lines with a backslash before what would begin or end a block or a footnote.
  private static func escapedBlocks(_ lines: BodyLines) -> [UInt8] {
    let escaped = lines.lines.enumerated().map { index, line -> [UInt8] in
      if case .verbatim = lines.roles[index] { return Array(line.original) }
      guard line.mark != nil else { return Array(line.original) }
      return line.original.prefix(line.indent) + [.backslash] + line.original.dropFirst(line.indent)
    }
    return Array(escaped.joined(separator: [.lineFeed]))
  }

  /// The lines with what stands inside them escaped.
  private static func escapedText(_ lines: BodyLines, fences: Fences) -> [UInt8] {
    var written: [[UInt8]] = []
    var index = 0
    while index < lines.count {
      let first = index
      if let text = lines.takeParagraph(at: &index) {
        var body = PreparedBody()
        var scanner = InlineScanner(text) { lines.takeParagraph(at: &index) }
        scanner.escape(into: &body)
        written.append(Array(body.text.utf8))
      } else {
        written.append(fences.openings[index] ?? Array(lines[index].original))
        index += 1
      }
      for line in first..<index { written += fences.endings[line] ?? [] }
    }
    return Array(written.joined(separator: [.lineFeed]))
  }

  /// What becomes of fences, by lines counted from 0.
  private struct Fences {
    /// The first lines of code blocks whose info is in braces.
    var openings: [Int: [UInt8]] = [:]
    /// What ends blocks that have no end, behind their last lines.
    var endings: [Int: [[UInt8]]] = [:]
  }

  private static func fences(in text: String) -> Fences {
    let lines = SourceText(name: "", text: text).lines.map { Array($0.utf8) }
    var fences = Fences()
    for node in MarkdownTree(parsing: text).nodes {
      guard case .codeBlock(let info, _, let fence) = node.kind, fence != .none else { continue }
      let first = node.start.line - 1
      let before = lines[first].prefix(node.start.column - 1)
      let rest = lines[first].dropFirst(before.count)
      let marks = rest.prefix { $0 == rest.first }
      if let language = FenceInfo(info).languageInBraces {
        fences.openings[first] = before + marks + Array(language.utf8)
      }
      if fence == .unclosed {
        let margin = before.map { $0 == .quote || $0 == .tab ? $0 : .space }
        fences.endings[node.end.line - 1, default: []].append(margin + marks)
      }
    }
    return fences
  }
}

extension BodyLines {
  fileprivate init(_ text: String) {
    self.init(BodyLine.lines(of: SourceText(name: "", text: text), from: 1))
  }
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
