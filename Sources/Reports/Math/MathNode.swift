/// An element of MathML, or text where it has no name.
struct MathNode {
  var name: String
  var attributes: [(name: String, value: String)] = []
  var children: [MathNode] = []
  /// The text, still escaped as in the markup.
  var text = ""

  subscript(attribute: String) -> String? {
    get { attributes.first { $0.name == attribute }?.value }
    set {
      attributes.removeAll { $0.name == attribute }
      if let newValue { attributes.append((attribute, newValue)) }
    }
  }

  /// The escaped text of an element that has nothing but text, else nil.
  var onlyText: String? {
    get { children.count == 1 && children[0].name.isEmpty ? children[0].text : nil }
    set { children = [MathNode(name: "", text: newValue ?? "")] }
  }
}

extension MathNode {
  /// Reads markup as KaTeX writes it: well-formed, attributes in double quotes.
  init(markup: String) {
    var open = [MathNode(name: "root")]
    var rest = Substring(markup).utf8
    while let first = rest.first {
      guard first == UInt8(ascii: "<") else {
        let text = rest.prefix { $0 != UInt8(ascii: "<") }
        open[open.count - 1].children.append(MathNode(name: "", text: String(text)!))
        rest = rest[text.endIndex...]
        continue
      }
      let tag = rest.dropFirst().prefix { $0 != UInt8(ascii: ">") }
      rest = rest[tag.endIndex...].dropFirst()
      if tag.first == UInt8(ascii: "/") {
        let closed = open.removeLast()
        open[open.count - 1].children.append(closed)
        continue
      }
      let isEmpty = tag.last == UInt8(ascii: "/")
      let node = MathNode(tag: Substring(isEmpty ? tag.dropLast() : tag))
      if isEmpty { open[open.count - 1].children.append(node) } else { open.append(node) }
    }
    self = open[0]
  }

  private init(tag: Substring) {
    let name = tag.prefix { $0 != " " }
    self.init(name: String(name))
    let pieces = tag[name.endIndex...].split(separator: "\"", omittingEmptySubsequences: false)
    for index in stride(from: 0, to: pieces.count - 1, by: 2) {
      attributes.append(
        (String(pieces[index].filter { $0 != " " && $0 != "=" }), String(pieces[index + 1])))
    }
  }

  /// Writes the markup.
  func write(to markup: inout String) {
    guard !name.isEmpty else {
      markup += text
      return
    }
    markup += "<\(name)"
    for attribute in attributes { markup += " \(attribute.name)=\"\(attribute.value)\"" }
    markup += ">"
    for child in children { child.write(to: &markup) }
    markup += "</\(name)>"
  }
}
