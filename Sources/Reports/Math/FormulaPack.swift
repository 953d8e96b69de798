/// The formulas of one document with what was made of them, as one file of the cache.
///
///     count, then for each formula   byte count, formula, byte count, MathML     counts as UInt32
struct FormulaPack {
  /// What was made of each formula.
  private(set) var formulas: [String: String] = [:]

  /// No formulas.
  init() {}

  /// The formulas in a file's bytes; none where these are no pack.
  init(bytes: [UInt8]) {
    var rest = bytes[...]
    guard let count = rest.takeCount() else { return }
    var formulas: [String: String] = [:]
    for _ in 0..<count {
      guard let id = rest.takeText(), let formula = rest.takeText() else { return }
      formulas[id] = formula
    }
    self.formulas = formulas
  }

  /// The file's bytes, in the order of the formulas' own texts.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(count: formulas.count)
    for (id, formula) in formulas.sorted(by: { $0.key < $1.key }) {
      for text in [id, formula] {
        bytes.append(count: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
      }
    }
    return bytes
  }

  /// Adds a formula.
  mutating func add(_ id: String, _ formula: String) {
    formulas[id] = formula
  }
}

extension [UInt8] {
  fileprivate mutating func append(count: Int) {
    Swift.withUnsafeBytes(of: UInt32(count).littleEndian) { append(contentsOf: $0) }
  }
}

extension ArraySlice<UInt8> {
  fileprivate mutating func takeCount() -> Int? {
    guard count >= 4 else { return nil }
    defer { removeFirst(4) }
    return prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  fileprivate mutating func takeText() -> String? {
    guard let length = takeCount(), count >= length else { return nil }
    defer { removeFirst(length) }
    return String(decoding: prefix(length), as: UTF8.self)
  }
}
