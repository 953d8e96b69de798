import Platform

/// Turns TeX into MathML by KaTeX.
///
/// What was set for a document is kept in the cache, so KaTeX is loaded only for a new formula. A macro
/// that a formula defines is known in that formula alone.
public final class MathTypesetter {
  private let library: ScriptLibrary
  private let identity: String
  private let cache: ContentCache?
  private var heap: ScriptHeap?
  private var known: [String: String] = [:]
  /// The formulas that the document in work has, and those that it had the last time.
  private var current = FormulaPack()
  private var former = FormulaPack()

  /// The longest formula, in UTF-8 bytes.
  public static let longestFormula = 20_000

  /// A typesetter.
  ///
  /// - Parameters:
  ///   - katex: The path of `katex.min.js`.
  ///   - cache: Where formulas and KaTeX's bytecode are kept; nil to keep nothing.
  public init(
    katex: String = "/usr/share/javascript/katex/katex.min.js", cache: ContentCache? = nil
  ) {
    library = .katex(at: katex)
    identity = Files.identity(katex)
    self.cache = cache
  }

  /// The formula as a `<math>` element.
  ///
  /// - Parameters:
  ///   - tex: The TeX source.
  ///   - isDisplay: Whether it stands on lines of its own.
  /// - Throws: `MathError` where the formula is wrong, `SystemError` where KaTeX is missing.
  public func mathML(_ tex: String, isDisplay: Bool) throws -> String {
    let id = (isDisplay ? "display:" : "inline:") + tex
    let formula = try known[id] ?? former.formulas[id] ?? typeset(tex, isDisplay: isDisplay)
    known[id] = formula
    current.add(id, formula)
    return formula
  }
}

// MARK: - Cache

extension MathTypesetter {
  /// Sets the formulas of a document, for which those are at hand that it had the last time.
  ///
  /// - Parameters:
  ///   - document: What tells the document from others, such as its path.
  ///   - body: Sets them.
  public func setting<Result>(formulasOf document: String, _ body: () -> Result) -> Result {
    let key = SHA256.hex(ofParts: [MathMLTidier.version, identity, document])
    former = cache?.load("formulas", key).map(FormulaPack.init) ?? FormulaPack()
    current = FormulaPack()
    let result = body()
    if current.formulas != former.formulas { cache?.store("formulas", key, current.bytes) }
    return result
  }
}

extension MathTypesetter {
  private func typeset(_ tex: String, isDisplay: Bool) throws -> String {
    guard tex.utf8.count <= Self.longestFormula else {
      throw MathError(reason: "It is longer than \(Self.longestFormula) bytes")
    }
    let heap = try loadedHeap()
    let answer: String
    do {
      answer = try heap.call("typeset", [.text(tex), .flag(isDisplay)])
    } catch {
      throw MathError(reason: "It is nested too deeply")
    }
    if answer.utf8.first == UInt8(ascii: "+") {
      return MathMLTidier.tidied(String(answer.dropFirst()))
    }
    let parts = answer.dropFirst().split(
      separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    throw MathError(reason: String(parts[1]), offset: Int(parts[0]))
  }

  private func loadedHeap() throws -> ScriptHeap {
    if let heap { return heap }
    let loaded = try library.load(cache: cache)
    heap = loaded
    return loaded
  }
}
