/// Turns KaTeX's MathML into what browsers render well (MathML Core) and into less of it.
///
/// MathML Core knows neither `mathvariant` (but `normal`) nor `columnalign`, lines in tables, `menclose`
/// or line breaks: letters become Unicode's mathematical letters, the rest becomes classes that the
/// style sheet carries.
struct MathMLTidier {
  /// Changes whenever the output does: formulas in a cache are good for one version.
  static let version = "6"

  /// The `<math>` element of KaTeX's output, without the source that KaTeX repeats in it.
  static func tidied(_ markup: String) -> String {
    let root = MathNode(markup: markup)
    guard var math = root.first("math"), let row = math.first("semantics")?.children.first else {
      return ""
    }
    math["xmlns"] = nil
    let content = tidied(row)
    math.children =
      content.name == "mrow" && content.attributes.isEmpty ? content.children : [content]
    math.children = brokenIntoLines(math.children)
    if math["display"] != "block" { trimSpaces(&math.children) }
    var result = ""
    math.write(to: &result)
    return result
  }
}

extension MathMLTidier {
  private static func tidied(_ node: MathNode) -> MathNode {
    var node = node
    node.children = markedSigns(spacedFunctions(joinedLetters(node.children.map(tidied))))
    switch node.name {
    case "mo" where node.isNormBar: (node["lspace"], node["rspace"]) = ("0", "0")
    case "mi", "mn", "mtext", "mo", "ms": letter(&node)
    case "mtable": table(&node)
    case "menclose":
      node.name = "mrow"
      node.attributes = [("class", "enclose \(node["notation"] ?? "")")]
    case "msup", "msubsup": prime(&node)
    case "mover" where node.hasBar: bar(&node, "overline")
    case "munder" where node.hasBar: bar(&node, "underline")
    case "mpadded" where node["width"]?.hasPrefix("+") == true: padding(&node)
    case "mstyle" where node.children.count == 1 && node.children[0].name == "mstyle": style(&node)
    default: break
    }
    return node
  }

  private static func letter(_ node: inout MathNode) {
    guard let variant = node["mathvariant"], let text = node.onlyText else { return }
    if variant == "normal" {
      let isOneLetter = text.unicodeScalars.count == 1 && node.name == "mi"
      if !isOneLetter { node["mathvariant"] = nil }
      return
    }
    node["mathvariant"] = nil
    if let alphabet = MathAlphabet(rawValue: variant) {
      node.onlyText = alphabet.letters(for: text)
    }
  }

  /// `R`, `e`, `L`, `U` set upright one by one become the word `ReLU`.
  private static func joinedLetters(_ nodes: [MathNode]) -> [MathNode] {
    var result: [MathNode] = []
    for node in nodes {
      if let letter = node.uprightWord, node["mathvariant"] != nil, let last = result.last,
        let word = last.uprightWord
      {
        result[result.count - 1].onlyText = word + letter
        result[result.count - 1]["mathvariant"] = nil
      } else {
        result.append(node)
      }
    }
    return result
  }

  /// Puts thin spaces around a function's name, `y ln a`: TeX does, MathML's function application, an
  /// invisible operator behind the name, does not.
  private static func spacedFunctions(_ nodes: [MathNode]) -> [MathNode] {
    var result: [MathNode] = []
    for (index, node) in nodes.enumerated() {
      let name: [MathNode]
      if node.isFunctionApplication, let word = result.popLast() {
        name = [word, node]
      } else if node.isIndexedFunction {
        name = [node]
      } else {
        result.append(node)
        continue
      }
      if let before = result.last, before.name != "mo" || before.onlyText == ")" {
        result.append(thinSpace)
      }
      result += name
      if index + 1 < nodes.count, nodes[index + 1].onlyText != "(" { result.append(thinSpace) }
    }
    return result
  }

  /// Marks what is a sign and no operation, `= −1` and `(−1, 2)`: MathML sees so only at the beginning.
  private static func markedSigns(_ nodes: [MathNode]) -> [MathNode] {
    var result = nodes
    // `+ {}` at the end or the beginning of a line, before what goes on elsewhere.
    for index in nodes.indices.dropLast() where nodes[index + 1].isEmptyRow {
      if nodes[index].isRelation { result[index]["rspace"] = "0.2778em" }
    }
    for index in nodes.indices.dropFirst() where nodes[index].isPlusOrMinus {
      guard nodes[index - 1].isBeforeSign else { continue }
      result[index]["form"] = "prefix"
    }
    return result
  }

  private static var thinSpace: MathNode {
    var space = MathNode(name: "mspace")
    space["width"] = "0.1667em"
    return space
  }

  /// Puts primes beside their letter: fonts have them small and raised already, and a superscript would
  /// be so once more.
  private static func prime(_ node: inout MathNode) {
    guard let last = node.children.last else { return }
    let primes = last.name == "mrow" ? last.children : [last]
    guard !primes.isEmpty, primes.allSatisfy({ $0.name == "mo" && $0.onlyText == "′" })
    else { return }
    let row = MathNode(name: "mrow", children: [node.children[0]] + primes)
    node =
      node.name == "msup" ? row : MathNode(name: "msub", children: [row, node.children[1]])
  }

  /// Takes the space off a relation at either end of a formula in a sentence, `$b =$`, where the words
  /// around it bring their own.
  private static func trimSpaces(_ nodes: inout [MathNode]) {
    if nodes.count == 1, ["mrow", "mstyle"].contains(nodes[0].name) {
      return trimSpaces(&nodes[0].children)
    }
    guard !nodes.isEmpty else { return }
    if nodes[0].isRelation { nodes[0]["lspace"] = "0" }
    if nodes[nodes.count - 1].isRelation { nodes[nodes.count - 1]["rspace"] = "0" }
  }

  /// Draws a bar over or under all of a term: few fonts have one that stretches.
  private static func bar(_ node: inout MathNode, _ name: String) {
    let base = node.children[0]
    let isRow = base.name == "mrow" && base.attributes.isEmpty
    node = MathNode(name: "mrow", children: isRow ? base.children : [base])
    node.attributes = [("class", name)]
  }

  private static func padding(_ node: inout MathNode) {
    var space = MathNode(name: "mspace")
    space["width"] = node["lspace"] ?? "0.3em"
    node = MathNode(name: "mrow", children: [space] + node.children + [space])
  }

  private static func style(_ node: inout MathNode) {
    var inner = node.children[0]
    for attribute in node.attributes where inner[attribute.name] == nil {
      inner.attributes.append(attribute)
    }
    node = inner
  }

  private static func table(_ table: inout MathNode) {
    let alignments = table.words("columnalign")
    let columnLines = table.words("columnlines")
    let rowLines = table.words("rowlines")
    let isAligned = table["columnspacing"]?.hasPrefix("0em") == true && alignments.count > 1
    table.attributes = isAligned ? [("class", "aligned")] : []
    for (row, _) in table.children.enumerated() {
      for (column, _) in table.children[row].children.enumerated() {
        var classes: [String] = []
        if let alignment = alignments.element(column).map(String.init), alignment != "center" {
          classes.append(alignment)
        }
        if column > 0, let line = columnLines.element(column - 1), line != "none" {
          classes.append("ruled-left")
        }
        if row > 0, let line = rowLines.element(row - 1), line != "none" {
          classes.append("ruled-top")
        }
        var cell = table.children[row].children[column]
        cell.attributes = classes.isEmpty ? [] : [("class", classes.joined(separator: " "))]
        table.children[row].children[column] = cell
      }
    }
  }

  /// `\\` outside a table breaks the line: MathML Core leaves that to a table.
  private static func brokenIntoLines(_ nodes: [MathNode]) -> [MathNode] {
    let lines = nodes.split(omittingEmptySubsequences: false) {
      $0.name == "mspace" && $0["linebreak"] == "newline"
    }
    guard lines.count > 1 else { return nodes }
    let rows = lines.map { line in
      var style = MathNode(name: "mstyle", children: Array(line))
      style["displaystyle"] = "true"
      return MathNode(name: "mtr", children: [MathNode(name: "mtd", children: [style])])
    }
    return [MathNode(name: "mtable", children: rows)]
  }
}

extension MathNode {
  fileprivate func first(_ name: String) -> MathNode? {
    for child in children {
      if child.name == name { return child }
      if let found = child.first(name) { return found }
    }
    return nil
  }

  /// Whether it is an operator that stands between two terms.
  fileprivate var isRelation: Bool {
    guard name == "mo", let text = onlyText else { return false }
    return ["&lt;", "&gt;"].contains(text)
      || (text.count == 1 && "=≠≈≡≤≥∼∝∈→←↦⇒⇔+−×·∗⋅∘⊙⊗⊕:".contains(text))
  }

  /// Whether it is one of the bars of a norm; the relation "parallel" may stretch.
  fileprivate var isNormBar: Bool { onlyText == "∥" && self["stretchy"] == "false" }

  fileprivate var isPlusOrMinus: Bool {
    guard name == "mo", let text = onlyText else { return false }
    return ["+", "−", "±"].contains(text)
  }

  /// Whether plus or minus behind it is a sign: it opens, separates or relates.
  fileprivate var isBeforeSign: Bool {
    guard name == "mo", let text = onlyText else { return false }
    return isRelation || ["(", "[", "{", ",", ";", "/"].contains(text)
  }

  fileprivate var isEmptyRow: Bool { name == "mrow" && children.isEmpty }

  /// Whether it is the invisible operator behind a function's name.
  fileprivate var isFunctionApplication: Bool { name == "mo" && onlyText == "\u{2061}" }

  /// Whether it is a function's name with an index or an exponent, such as `log₂`.
  fileprivate var isIndexedFunction: Bool {
    ["msub", "msup", "msubsup"].contains(name)
      && children.first?.children.last?.isFunctionApplication == true
  }

  /// Whether a bar that stretches is its second child.
  fileprivate var hasBar: Bool {
    guard children.count == 2, let text = children[1].onlyText else { return false }
    return children[1]["stretchy"] == "true" && ["‾", "¯", "_", "\u{332}"].contains(text)
  }

  fileprivate func words(_ attribute: String) -> [Substring] {
    (self[attribute] ?? "").split(separator: " ")
  }

  /// The letters of an identifier that is set upright, else nil.
  fileprivate var uprightWord: String? {
    guard name == "mi", let text = onlyText, text.unicodeScalars.allSatisfy(\.isLatinLetter),
      self["mathvariant"] == "normal" || text.count > 1
    else { return nil }
    return text
  }
}

extension Unicode.Scalar {
  fileprivate var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}

extension Array {
  fileprivate func element(_ index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
