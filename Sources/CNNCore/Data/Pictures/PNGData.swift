internal import CorePictures
internal import Glibc

/// The bytes of a PNG file with a picture.
///
/// The same picture makes the same bytes. Values become round(255 · (x − low) / (high − low)), those
/// beyond the range its ends, and NaN black.
///
/// - Shapes: `[H, W]` or `[1, H, W]` gray, `[3, H, W]` red, green and blue; also with a first axis of
///   one sample.
/// - Parameter range: The values of black and white.
/// - Precondition: The picture has pixels, and at most 1,000,000 a side.
public func pngData(
  of picture: Tensor<some TensorScalar>, range: ClosedRange<Double> = 0...1
) -> [UInt8] {
  var shape = picture.shape
  if shape.count == 4 && shape[0] == 1 { shape.removeFirst() }
  if shape.count == 2 { shape.insert(1, at: 0) }
  require(
    shape.count == 3 && [1, 3].contains(shape[0]),
    "pngData: expected a picture [H, W], [1, H, W] or [3, H, W], got shape \(picture.shape)")
  let (channels, height, width) = (shape[0], shape[1], shape[2])
  require(
    (1...1_000_000).contains(height) && (1...1_000_000).contains(width),
    "pngData: a picture has 1 to 1000000 pixels a side, not \(height)×\(width)")
  require(
    range.lowerBound < range.upperBound,
    "pngData: the range \(range.lowerBound)...\(range.upperBound) has no length")
  let planes = eightBits(picture.scalars, range)
  var samples = planes
  if channels == 3 {
    let area = height * width
    samples = (0..<3 * area).map { planes[$0 % 3 * area + $0 / 3] }
  }
  var count = 0
  guard let bytes = core_png_write(samples, width, height, channels, &count) else {
    fail("pngData: there is not enough memory for a picture of \(height)×\(width) pixels")
  }
  defer { free(bytes) }
  return Array(UnsafeBufferPointer(start: bytes, count: count))
}

extension Tensor {
  /// Writes a picture to a PNG file, as `pngData` makes it.
  ///
  /// - Throws: `DataFileError` if the file cannot be written; an old one is left then.
  public func writePNG(to path: String, range: ClosedRange<Double> = 0...1) throws {
    do {
      try FileBytes.write(pngData(of: self, range: range), to: path)
    } catch let error as ArrayFileError {
      guard case .unwritable(let reason) = error.problem else { throw error }
      throw DataFileError(file: path, problem: .unwritable(reason: reason))
    }
  }
}

@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
private func eightBits<Scalar: TensorScalar>(
  _ values: [Scalar], _ range: ClosedRange<Double>
) -> [UInt8] {
  let (low, length) = (range.lowerBound, range.upperBound - range.lowerBound)
  return values.map { value in
    let share = (Double(value) - low) / length
    // The comparison is false for NaN.
    guard share > 0 else { return 0 }
    return share >= 1 ? 255 : UInt8(share * 255 + 0.5)
  }
}
