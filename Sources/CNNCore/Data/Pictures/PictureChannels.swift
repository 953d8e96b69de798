/// The channels as which a picture is read.
public enum PictureChannels: Sendable {
  /// Gray pictures with one channel, colored ones with three.
  case stored
  /// One channel; colors become gray by `grayscale`.
  case gray
  /// Three channels: red, green, blue; gray is repeated.
  case rgb
}

/// A picture of three channels as gray, by the weights of ITU-R BT.601 (1982), as Pillow's `convert("L")`
/// before rounding.
///
///     y = (0.299 · red + 0.587 · green) + 0.114 · blue
///
/// - Shapes: `[3, H, W]` gives `[1, H, W]`; `[N, 3, H, W]` gives `[N, 1, H, W]`.
public func grayscale<Scalar: TensorScalar>(_ picture: Tensor<Scalar>) -> Tensor<Scalar> {
  let rank = picture.rank
  require(
    (3...4).contains(rank) && picture.shape[rank - 3] == 3,
    "grayscale: expected a picture [3, H, W] or pictures [N, 3, H, W], got shape \(picture.shape)")
  let area = picture.shape[rank - 2] * picture.shape[rank - 1]
  let count = rank == 4 ? picture.shape[0] : 1
  var gray: [Scalar] = []
  gray.reserveCapacity(count * area)
  for start in stride(from: 0, to: 3 * count * area, by: max(1, 3 * area)) {
    for i in start..<start + area {
      gray.append(
        luma(picture.scalars[i], picture.scalars[i + area], picture.scalars[i + 2 * area]))
    }
  }
  return Tensor(unchecked: picture.shape.dropLast(3) + [1] + picture.shape.suffix(2), gray)
}

func luma<Scalar: TensorScalar>(_ red: Scalar, _ green: Scalar, _ blue: Scalar) -> Scalar {
  (0.299 * red + 0.587 * green) + 0.114 * blue
}
