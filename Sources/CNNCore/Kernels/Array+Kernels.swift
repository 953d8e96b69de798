internal import CoreKernels

extension Array {
  /// So many elements, all of which a loop writes.
  ///
  /// The standard library's `init(unsafeUninitializedCapacity:)` and `init(repeating:count:)` look up the
  /// array's type at run time, which takes longer than the arithmetic of a small tensor.
  @inline(__always)
  init(count: Int, _ write: (UnsafeMutableBufferPointer<Element>) -> Void) {
    self.init()
    append(addingCapacity: count) { span in
      span.withUnsafeMutableBufferPointer { elements, initialized in
        let size = count * MemoryLayout<Element>.stride
        if size >= leastForLargePages { ck_use_large_pages(elements.baseAddress, size) }
        write(elements)
        initialized = count
      }
    }
  }
}

/// Below so many bytes memory seldom holds a whole large page, and the system's call is not worth its time.
private let leastForLargePages = 1 << 22

extension Array where Element: TensorScalar {
  /// So many numbers that a loop writes, from two arrays; zeros where one of these is empty.
  @inline(__always)
  init(
    count: Int, from first: [Element], _ second: [Element],
    _ write: (
      UnsafeMutablePointer<Element>, UnsafePointer<Element>, UnsafePointer<Element>
    ) -> Void
  ) {
    self.init(count: count) { result in
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
