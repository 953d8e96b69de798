extension Tensor {
  /// The picture in a PNG or JPEG file, its values from 0 (black) to 1 (white).
  ///
  /// Values are the stored ones divided by 255, or by 65,535 where they have 16 bits: neither a color
  /// profile nor a rotation that the file asks for is applied. What is transparent lies on white.
  ///
  /// - Shapes: `[C, H, W]` with C = 1 or 3.
  /// - Throws: `DataFileError` where the file cannot be opened, is no picture or is damaged.
  public init(picture path: String, channels: PictureChannels = .stored) throws {
    self = try PictureFile(path).tensor(channels)
  }

  /// The picture in the bytes of a PNG or JPEG file.
  ///
  /// - Parameter name: What errors call the file.
  /// - Throws: `DataFileError` where the bytes are no picture or damaged.
  public init(
    pictureBytes bytes: [UInt8], named name: String, channels: PictureChannels = .stored
  ) throws {
    self = try PictureFile(bytes: bytes, named: name).tensor(channels)
  }

  /// The picture in a PNG or JPEG file as a gray matrix, its values from 0 (black) to 1 (white).
  ///
  /// - Shapes: `[H, W]`.
  /// - Throws: `DataFileError` where the file cannot be opened, is no picture or is damaged.
  public init(grayPicture path: String) throws {
    let picture: Tensor = try PictureFile(path).tensor(.gray)
    self.init(unchecked: Array(picture.shape.dropFirst()), picture.scalars)
  }
}

extension PictureFile {
  /// The picture as a tensor `[C, H, W]`.
  func tensor<Scalar: TensorScalar>(_ wanted: PictureChannels) -> Tensor<Scalar> {
    let isColored = channels >= 3
    var planes = (0..<(isColored ? 3 : 1)).map { plane($0) as [Scalar] }
    switch wanted {
    case .stored: break
    case .gray where isColored:
      planes = [planes[0].indices.map { luma(planes[0][$0], planes[1][$0], planes[2][$0]) }]
    case .rgb where !isColored: planes = [planes[0], planes[0], planes[0]]
    default: break
    }
    return Tensor(unchecked: [planes.count, height, width], Array(planes.joined()))
  }

  /// One channel, on white where the picture is transparent: x = a · c + (1 − a).
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  private func plane<Scalar: TensorScalar>(_ channel: Int) -> [Scalar] {
    let scale = Scalar(largest)
    let hasAlpha = channels == 2 || channels == 4
    return (0..<width * height).map { pixel in
      let value = Scalar(samples[pixel * channels + channel]) / scale
      guard hasAlpha else { return value }
      let alpha = Scalar(samples[(pixel + 1) * channels - 1]) / scale
      return alpha * value + (1 - alpha)
    }
  }
}
