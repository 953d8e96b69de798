/// 1 where an element is above a limit, 0 elsewhere: the class that a probability stands for, the
/// white of a black-and-white picture.
///
///     threshold(x, above: t) = 1 where x > t, else 0
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func threshold<Scalar: TensorScalar>(
  _ x: Tensor<Scalar>, above limit: Scalar
) -> Tensor<Scalar> {
  x.mapped { $0 > limit ? 1 : 0 }
}
