/// Elements gathered in row-major order of a shape, neighbours along axis k lying `strides[k]` apart.
///
/// A stride of 0 repeats an element.
@inline(__always)
func gathered<Scalar: TensorScalar>(
  _ scalars: [Scalar], from start: Int = 0, shape: [Int], strides: [Int]
) -> [Scalar] {
  let count = shape.reduce(1, *)
  if count == 0 { return [] }
  guard let length = shape.last, let step = strides.last else { return [scalars[start]] }
  return [Scalar](count: count) { target in
    scalars.withUnsafeBufferPointer { source in
      if shape.count == 2 && step != 1 && strides[0] == 1 {
        gatherTransposed(source, start, target, rows: shape[0], columns: length, step)
      } else {
        var place = 0
        forEachOffset(shape.dropLast(), strides) { offset in
          let first = start + offset
          for j in 0..<length {
            target.initializeElement(at: place + j, to: source[first + j * step])
          }
          place += length
        }
      }
    }
  }
}

/// A transposed matrix in squares, so that both sides stay in the cache.
@inline(__always)
private func gatherTransposed<Scalar: TensorScalar>(
  _ source: UnsafeBufferPointer<Scalar>, _ start: Int, _ target: UnsafeMutableBufferPointer<Scalar>,
  rows: Int, columns: Int, _ step: Int
) {
  let side = 16
  for top in stride(from: 0, to: rows, by: side) {
    for left in stride(from: 0, to: columns, by: side) {
      for i in top..<min(top + side, rows) {
        for j in left..<min(left + side, columns) {
          target.initializeElement(at: i * columns + j, to: source[start + j * step + i])
        }
      }
    }
  }
}

/// Calls a function with the offset of every index of a shape, in row-major order.
@inline(__always)
func forEachOffset(_ shape: ArraySlice<Int>, _ strides: [Int], _ visit: (Int) -> Void) {
  if shape.contains(0) { return }
  if shape.count == 1 {
    for index in 0..<shape[0] { visit(index * strides[0]) }
    return
  }
  var indices = [Int](count: shape.count) { $0.initialize(repeating: 0) }
  var offset = 0
  while true {
    visit(offset)
    var axis = shape.count - 1
    while axis >= 0 {
      indices[axis] += 1
      offset += strides[axis]
      if indices[axis] < shape[axis] { break }
      offset -= strides[axis] * shape[axis]
      indices[axis] = 0
      axis -= 1
    }
    if axis < 0 { return }
  }
}
