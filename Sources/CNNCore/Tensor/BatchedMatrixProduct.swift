/// The matrix products of stacks of matrices, for `matmul` of tensors of rank 3 and higher.
///
/// The last two axes are those of the matrices; the axes before them are broadcast.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
func batchedProduct<Scalar: TensorScalar>(
  _ left: Tensor<Scalar>, _ right: Tensor<Scalar>
) -> Tensor<Scalar> {
  // A vector stands for a matrix of one row or one column, whose axis vanishes again.
  let a = left.rank == 1 ? left.asRow() : left
  let b = right.rank == 1 ? right.asColumn() : right
  let (rows, inner) = (a.shape[a.rank - 2], a.shape[a.rank - 1])
  let (depth, columns) = (b.shape[b.rank - 2], b.shape[b.rank - 1])
  require(
    inner == depth,
    "matmul: shapes \(left.shape) and \(right.shape) do not go together: "
      + "\(inner) columns on the left, \(depth) rows on the right")
  let batch = broadcastShape(Array(a.shape.dropLast(2)), Array(b.shape.dropLast(2)))
  let lefts = a.broadcast(to: batch + [rows, inner]).scalars
  let rights = b.broadcast(to: batch + [inner, columns]).scalars
  var result: [Scalar] = []
  let count = batch.reduce(1, *)
  result.reserveCapacity(count * rows * columns)
  for index in 0..<count {
    let product = matmul(
      Tensor(
        unchecked: [rows, inner],
        Array(lefts[index * rows * inner..<(index + 1) * rows * inner])),
      Tensor(
        unchecked: [inner, columns],
        Array(rights[index * inner * columns..<(index + 1) * inner * columns])))
    result += product.scalars
  }
  let matrix = (left.rank == 1 ? [] : [rows]) + (right.rank == 1 ? [] : [columns])
  return Tensor(unchecked: batch + matrix, result)
}
