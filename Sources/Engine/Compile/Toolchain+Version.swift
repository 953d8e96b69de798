import Diagnostics
import Platform

extension Toolchain {
  /// The compiler's version, such as `Swift 6.3.1`; asked once and kept in the cache.
  ///
  /// - Throws: `SystemError` where the compiler cannot be started, a diagnostic where it does not tell.
  public func version(cache: ContentCache) throws -> String {
    let key = SHA256.hex(of: identity)
    if let known = cache.load("compiler", key) { return String(decoding: known, as: UTF8.self) }
    let output = try MemoryFile()
    let compiler = try ChildProcess(
      "\(binaries)/swift-frontend", ["--version"], environment: ["LANG=C.UTF-8"],
      descriptors: [-1, output.descriptor, -1])
    let code = compiler.wait()
    let text = output.text(0..<output.size)
    guard code == 0, let mark = text.firstRange(of: "Swift version ") else {
      throw Diagnostic(.error, "the Swift compiler does not tell its version: \(text.prefix(200))")
    }
    let number = text[mark.upperBound...].prefix { !$0.isWhitespace }
    let version = "Swift \(number)"
    cache.store("compiler", key, Array(version.utf8))
    return version
  }
}
