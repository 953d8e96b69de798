extension Tensor {
  /// Every `step`-th part along an axis, as NumPy's `x[from:to:step]`.
  ///
  /// Negative bounds count from the end, those beyond an end are moved to it, and a negative step
  /// goes backwards: `sliced(axis: 0, step: -1)` reverses. Without bounds the slice spans the axis.
  ///
  /// - Shapes: `[10, 3]` from 1 to −1 in steps of 2 along axis 0 gives `[4, 3]`.
  public func sliced(
    axis: Int = 0, from start: Int? = nil, to end: Int? = nil, step: Int = 1
  ) -> Tensor {
    require(step != 0, "sliced: the step is zero")
    let length = shape[axisIndex(axis, "sliced")]
    func bound(_ index: Int?, _ missing: Int) -> Int {
      guard let index else { return missing }
      let place = index < 0 ? index + length : index
      return step > 0
        ? Swift.min(Swift.max(place, 0), length) : Swift.min(Swift.max(place, -1), length - 1)
    }
    let first = bound(start, step > 0 ? 0 : length - 1)
    let last = bound(end, step > 0 ? length : -1)
    return taking(Array(stride(from: first, to: last, by: step)), axis: axis)
  }

  /// The tensor with the order along axes reversed, as NumPy's `flip`.
  public func reversed(axes: [Int]) -> Tensor {
    axes.reduce(self) { $0.sliced(axis: $1, step: -1) }
  }

  /// The parts of a range along the first axis: `series[800...]`, `batch[..<32]`.
  public subscript(_ range: some RangeExpression<Int>) -> Tensor {
    get { self[ranges: firstRanges(range)] }
    set { self[ranges: firstRanges(range)] = newValue }
  }

  private func firstRanges(_ range: some RangeExpression<Int>) -> [Range<Int>] {
    require(rank > 0, "Tensor: a range of a tensor that is a single number")
    return [places(range, axis: 0)] + shape.dropFirst().map { 0..<$0 }
  }

  /// A block of a tensor of rank 3: `x[0..<2, 1..., ...3]`.
  public subscript(
    _ first: some RangeExpression<Int>, _ second: some RangeExpression<Int>,
    _ third: some RangeExpression<Int>
  ) -> Tensor {
    get { self[ranges: ranges(first, second, third)] }
    set { self[ranges: ranges(first, second, third)] = newValue }
  }

  /// A block of a tensor of rank 4: `batch[0..<8, ...0, 2..., 2...]`.
  public subscript(
    _ first: some RangeExpression<Int>, _ second: some RangeExpression<Int>,
    _ third: some RangeExpression<Int>, _ fourth: some RangeExpression<Int>
  ) -> Tensor {
    get { self[ranges: ranges(first, second, third, fourth)] }
    set { self[ranges: ranges(first, second, third, fourth)] = newValue }
  }

  /// The tensor with an axis of length 1 at the given place.
  ///
  /// - Shapes: `[28, 28]` with an axis at 0 is `[1, 28, 28]`.
  public func addingAxis(at axis: Int) -> Tensor {
    require(
      axis >= -rank - 1 && axis <= rank,
      "addingAxis: there is no place \(axis) among the axes of shape \(shape)")
    var shape = shape
    shape.insert(1, at: axis < 0 ? axis + rank + 1 : axis)
    return Tensor(unchecked: shape, scalars)
  }

  /// The tensor without its axes of length 1.
  public func squeezed() -> Tensor { Tensor(unchecked: shape.filter { $0 != 1 }, scalars) }

  private func ranges(_ given: any RangeExpression<Int>...) -> [Range<Int>] {
    require(
      rank == given.count,
      "window: \(given.count) ranges given for a tensor of rank \(rank) with shape \(shape)")
    return given.enumerated().map { axis, range in places(range, axis: axis) }
  }
}
