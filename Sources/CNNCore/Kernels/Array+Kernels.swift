extension Array where Element: TensorScalar {
  /// So many numbers that a loop writes, from two arrays; zeros where one of these is empty.
  @inline(__always)
  init(
    count: Int, from first: [Element], _ second: [Element],
    _ write: (
      UnsafeMutablePointer<Element>, UnsafePointer<Element>, UnsafePointer<Element>
    ) -> Void
  ) {
    self.init(unsafeUninitializedCapacity: count) { result, initialized in
      initialized = count
      first.withUnsafeBufferPointer { first in
        second.withUnsafeBufferPointer { second in
          guard let result = result.baseAddress else { return }
          guard let first = first.baseAddress, let second = second.baseAddress else {
            result.initialize(repeating: 0, count: count)
            return
          }
          write(result, first, second)
        }
      }
    }
  }
}
