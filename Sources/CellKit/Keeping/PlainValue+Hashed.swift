// Dictionaries and sets come back with their elements in the same order, since a cell may show it. The
// order follows from the room in memory, the hashes, which are the same in each run, and the order of the
// insertions: elements inserted in the order in which they are found land in their former places,
// provided that those come last that did not find room before the end of the memory and stand at its
// beginning.

extension Dictionary: PlainValue {
  func write(to sink: ByteSink) throws {
    sink.write(raw: capacity)
    let elements = try insertions(
      of: self, sameAs: { $0.key == $1.key },
      rebuilt: { elements in
        var copy = Dictionary(minimumCapacity: capacity)
        for (key, value) in elements { copy[key] = value }
        return copy
      })
    try elements.map { ($0.key, $0.value) }.write(to: sink)
  }

  static func read(from source: inout ByteSource) throws -> [Key: Value] {
    var dictionary = Dictionary(minimumCapacity: try source.read(raw: Int.self))
    for (key, value) in try [(Key, Value)].read(from: &source) { dictionary[key] = value }
    return dictionary
  }
}

extension Set: PlainValue {
  func write(to sink: ByteSink) throws {
    sink.write(raw: capacity)
    let elements = try insertions(
      of: self, sameAs: ==,
      rebuilt: { elements in
        var copy = Set(minimumCapacity: capacity)
        for element in elements { copy.insert(element) }
        return copy
      })
    try elements.write(to: sink)
  }

  static func read(from source: inout ByteSource) throws -> Set {
    var set = Set(minimumCapacity: try source.read(raw: Int.self))
    for element in try [Element].read(from: &source) { set.insert(element) }
    return set
  }
}

/// The elements in an order of insertion that leads to the order in which they are found.
///
/// - Throws: `KeepingProblem` where none was found.
private func insertions<Hashed: Collection>(
  of hashed: Hashed, sameAs: (Hashed.Element, Hashed.Element) -> Bool,
  rebuilt: ([Hashed.Element]) -> Hashed
) throws -> [Hashed.Element] {
  for first in 0...min(hashed.count, 32) {
    let elements = Array(hashed.dropFirst(first)) + hashed.prefix(first)
    if rebuilt(elements).elementsEqual(hashed, by: sameAs) { return elements }
  }
  throw KeepingProblem.type("\(Hashed.self)")
}
