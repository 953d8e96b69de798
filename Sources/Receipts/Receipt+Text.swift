/// A receipt as text, a fact on each line:
///
///     nbrun receipt 1
///     notebook: square-vs-noise.nb
///     source: sha256:e52b90ade83b8a73…
///     variant: report
///     paper: a4
///     seed: 42
///     parameter: learningRate = 0.01
///     program: nbrun 0.1.0
///     compiler: Swift 6.3.1
///     answer: z1 = sha256:80de5fb746477830…
///     answer: z2 = sealed
///
/// `for: …` names a recipient, `errors: allowed` says that cells could fail. A backslash and a line
/// break in a name or a value are written `\\` and `\n`.
extension Receipt {
  /// The first line.
  static let heading = "nbrun receipt 1"

  /// The receipt's lines, each ended by a line feed.
  public var text: String {
    var lines = [
      Self.heading, "notebook: \(notebook.onOneLine)", "source: sha256:\(source)",
      "variant: \(variant)", "paper: \(paper)",
    ]
    if let recipient { lines.append("for: \(recipient.onOneLine)") }
    lines.append("seed: \(seed)")
    lines += parameters.map { "parameter: \($0.name) = \($0.value.onOneLine)" }
    if allowsErrors { lines.append("errors: allowed") }
    lines += ["program: nbrun \(program)", "compiler: \(compiler.onOneLine)"]
    lines += answers.map {
      "answer: \($0.name.onOneLine) = \($0.digest.map { "sha256:\($0)" } ?? "sealed")"
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The receipt in the given lines.
  ///
  /// - Throws: `ReceiptError` where a line is none of a receipt's, or one is missing.
  public init(text: String) throws {
    var lines = text.split(separator: "\n")[...]
    guard lines.popFirst() == Self.heading[...] else {
      throw ReceiptError("it does not begin with '\(Self.heading)'")
    }
    var facts: [String: String] = [:]
    var result = Receipt(notebook: "", source: "", program: "", compiler: "")
    for line in lines {
      guard let colon = line.firstRange(of: ": ") else {
        throw ReceiptError("it has the line '\(line.prefix(60))'")
      }
      let key = String(line[..<colon.lowerBound])
      let value = line[colon.upperBound...]
      switch key {
      case "parameter":
        let (name, value) = try pair(value, at: value.firstRange(of: " = "))
        result.parameters.append(Parameter(name: name, value: value))
      case "answer":
        let (name, digest) = try pair(value, at: value.ranges(of: " = ").last)
        result.answers.append(
          Answer(name: name, digest: digest == "sealed" ? nil : digest.withoutPrefix("sha256:")))
      case "notebook", "source", "variant", "paper", "for", "seed", "errors", "program",
        "compiler":
        guard facts.updateValue(value.unescaped, forKey: key) == nil else {
          throw ReceiptError("it has '\(key)' twice")
        }
      default: throw ReceiptError("it has the line '\(line.prefix(60))'")
      }
    }
    func fact(_ key: String) throws -> String {
      guard let value = facts[key] else { throw ReceiptError("its line '\(key)' is missing") }
      return value
    }
    result.notebook = try fact("notebook")
    result.source = try fact("source").withoutPrefix("sha256:")
    result.variant = try fact("variant")
    result.paper = try fact("paper")
    result.recipient = facts["for"]
    guard let seed = UInt64(try fact("seed")) else {
      throw ReceiptError("its seed is no whole number from 0")
    }
    result.seed = seed
    result.allowsErrors = facts["errors"] == "allowed"
    result.program = try fact("program").withoutPrefix("nbrun ")
    result.compiler = try fact("compiler")
    self = result
  }
}

/// Why a text is no receipt.
public struct ReceiptError: Error, Hashable, CustomStringConvertible {
  /// What is wrong with it.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// What stands before and behind ` = `.
private func pair(
  _ text: Substring, at range: Range<Substring.Index>?
) throws -> (name: String, value: String) {
  guard let range else { throw ReceiptError("it has '\(text.prefix(60))' without ' = '") }
  return (text[..<range.lowerBound].unescaped, text[range.upperBound...].unescaped)
}

extension String {
  fileprivate var onOneLine: String {
    replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\r", with: "\\r")
  }

  fileprivate func withoutPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}

extension Substring {
  fileprivate var unescaped: String {
    var result = ""
    var isEscaped = false
    for character in self {
      if isEscaped {
        result.append(character == "n" ? "\n" : character == "r" ? "\r" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
