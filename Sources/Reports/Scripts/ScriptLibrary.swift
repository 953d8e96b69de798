import Platform

/// A JavaScript library on disk, compiled once and kept as bytecode.
struct ScriptLibrary {
  /// What is put before the library, what the library is, and what is put after it.
  var prelude: String
  var path: String
  var epilogue: String

  /// A heap with the library in it.
  ///
  /// - Throws: `SystemError` where the library cannot be read, `ScriptError` where it does not run.
  func load(cache: ContentCache?) throws -> ScriptHeap {
    let heap = ScriptHeap()
    let library = String(decoding: try Files.read(path), as: UTF8.self)
    let key = SHA256.hex(ofParts: [ScriptHeap.version, prelude, library, epilogue])
    if let bytecode = cache?.load("script", key) {
      try heap.run(bytecode: bytecode)
      return heap
    }
    let bytecode = try heap.compile("\(prelude)\n\(library)\n\(epilogue)")
    cache?.store("script", key, bytecode)
    try heap.run(bytecode: bytecode)
    return heap
  }
}
