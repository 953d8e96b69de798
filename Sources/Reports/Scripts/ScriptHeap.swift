internal import Cduktape

/// What went wrong in a script.
struct ScriptError: Error {
  /// The script's own words.
  var reason: String
}

/// A JavaScript machine (Duktape) with its own memory; scripts in it reach nothing outside it.
///
/// The only place that knows the C library. Not for several threads at once.
final class ScriptHeap {
  private let context: OpaquePointer

  init() {
    guard let context = duk_create_heap(nil, nil, nil, nil, nil) else {
      preconditionFailure("Duktape cannot allocate a heap")
    }
    self.context = context
  }

  deinit {
    duk_destroy_heap(context)
  }

  /// The machine's version: bytecode is good for exactly this one.
  static let version = "duktape-\(DUK_VERSION)"

  /// Compiles a script.
  ///
  /// - Returns: Its bytecode for this version of the machine.
  func compile(_ source: String) throws(ScriptError) -> [UInt8] {
    try load(source)
    defer { duk_pop(context) }
    duk_dump_function(context)
    var count = 0
    guard let start = duk_get_buffer(context, -1, &count) else { return [] }
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Compiles and runs a script.
  func run(_ source: String) throws(ScriptError) {
    try load(source)
    try call(argumentCount: 0)
    duk_pop(context)
  }

  /// Runs bytecode that `compile` of the same version made.
  ///
  /// - Precondition: The bytes are unchanged; the machine does not check them.
  func run(bytecode: [UInt8]) throws(ScriptError) {
    let flags = UInt32(DUK_BUF_FLAG_NOZERO)
    let buffer = duk_push_buffer_raw(context, bytecode.count, flags)
    bytecode.withUnsafeBytes { buffer?.copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
    duk_load_function(context)
    try call(argumentCount: 0)
    duk_pop(context)
  }

  /// Calls a global function.
  ///
  /// - Returns: What it returns, as text.
  func call(_ function: String, _ arguments: [ScriptValue]) throws(ScriptError) -> String {
    duk_get_global_string(context, function)
    for argument in arguments { push(argument) }
    try call(argumentCount: Int32(arguments.count))
    defer { duk_pop(context) }
    return top()
  }
}

extension ScriptHeap {
  private func load(_ source: String) throws(ScriptError) {
    let bytes = source.scriptBytes
    let flags = DUK_COMPILE_SAFE | DUK_COMPILE_NOSOURCE | DUK_COMPILE_NOFILENAME
    let status = bytes.withUnsafeBytes {
      duk_compile_raw(
        context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, UInt32(flags))
    }
    if status != 0 { throw failure() }
  }

  private func call(argumentCount: Int32) throws(ScriptError) {
    if duk_pcall(context, argumentCount) != 0 { throw failure() }
  }

  private func failure() -> ScriptError {
    defer { duk_pop(context) }
    return ScriptError(reason: top())
  }

  private func top() -> String {
    var count = 0
    guard let start = duk_safe_to_lstring(context, -1, &count) else { return "" }
    return String(scriptBytes: UnsafeRawBufferPointer(start: start, count: count))
  }

  private func push(_ value: ScriptValue) {
    switch value {
    case .text(let text):
      text.scriptBytes.withUnsafeBytes {
        _ = duk_push_lstring(
          context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
      }
    case .flag(let flag):
      duk_push_boolean(context, flag ? 1 : 0)
    case .list(let values):
      duk_push_array(context)
      for (index, value) in values.enumerated() {
        push(value)
        duk_put_prop_index(context, -2, duk_uarridx_t(index))
      }
    case .record(let fields):
      duk_push_object(context)
      for field in fields {
        push(field.value)
        duk_put_prop_string(context, -2, field.key)
      }
    }
  }
}
