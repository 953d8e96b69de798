extension Window2D {
  /// The place of the first largest element of each window, in row-major order of the windows, plane
  /// after plane. A NaN counts as largest; what falls on the padding takes no part.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func maximumPlaces<Scalar: TensorScalar>(of scalars: [Scalar], planes: Int) -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(planes * outputRows * outputColumns)
    for plane in 0..<planes {
      let start = plane * rows * columns
      for i in 0..<outputRows {
        let windowRows = validRows(i)
        for j in 0..<outputColumns {
          let windowColumns = validColumns(j)
          var best = start + place(i, j, windowRows.lowerBound, windowColumns.lowerBound)
          search: for u in windowRows {
            for v in windowColumns {
              let place = start + place(i, j, u, v)
              if scalars[place].isNaN {
                best = place
                break search
              }
              if scalars[place] > scalars[best] { best = place }
            }
          }
          places.append(best)
        }
      }
    }
    return places
  }
}

extension Tensor {
  /// A tensor of zeros with each of these numbers added at its place.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func scattered(to places: [Int], shape: [Int]) -> Tensor {
    var result = [Scalar](repeating: 0, count: shape.reduce(1, *))
    for (place, number) in zip(places, scalars) { result[place] += number }
    return Tensor(unchecked: shape, result)
  }
}
