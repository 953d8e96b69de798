import CNNCore
import Foundation
import Testing

/// Pictures that Pillow wrote, `Fixtures/pictures.json`.
@Suite struct PictureTests {
  @Test(
    arguments: [
      "palette 1", "palette 2", "palette 4", "gray 1", "gray 8", "gray 16", "color 8", "jpeg gray",
      "jpeg 4:4:4", "jpeg 4:2:0", "jpeg progressive",
    ])
  func reading(name: String) throws {
    let entry = Fixture.pictures["entries"][name]
    let values = entry["values"].numbers.map { $0 / entry["largest"].number }
    let expected = Tensor(shape: entry["shape"].integers, scalars: values)
    #expect(try Tensor<Double>(pictureBytes: entry["file"].bytes, named: name) == expected)
    let floats = try Tensor<Float>(pictureBytes: entry["file"].bytes, named: name)
    #expect(floats.scalars == entry["values"].numbers.map { Float($0) / entry["largest"].float })
  }

  @Test func channels() throws {
    let colored = Fixture.pictures["entries"]["color 8"]["file"].bytes
    let gray = Fixture.pictures["entries"]["gray 8"]["file"].bytes
    let picture = try Tensor<Double>(pictureBytes: colored, named: "x")
    let asGray = try Tensor<Double>(pictureBytes: colored, named: "x", channels: .gray)
    #expect(asGray == grayscale(picture))
    let blue = 5.0 / 255
    #expect(asGray[0, 0, 0] == 0.587 + 0.114 * blue)
    let one = try Tensor<Double>(pictureBytes: gray, named: "x")
    let three = try Tensor<Double>(pictureBytes: gray, named: "x", channels: .rgb)
    #expect(three.shape == [3, 7, 9])
    #expect(three.scalars == one.scalars + one.scalars + one.scalars)
    let batch = Tensor(stacking: [picture, picture])
    #expect(grayscale(batch) == Tensor(stacking: [asGray, asGray]))
  }

  @Test func whatIsTransparentLiesOnWhite() throws {
    let alpha = Fixture.pictures["alpha"].numbers.map { $0 / 255 }
    let gray = try Tensor<Double>(
      pictureBytes: Fixture.pictures["entries"]["gray 8"]["file"].bytes, named: "x")
    let picture = try Tensor<Double>(
      pictureBytes: Fixture.pictures["gray and alpha"].bytes, named: "x")
    #expect(picture.shape == [1, 7, 9])
    #expect(picture.scalars == zip(alpha, gray.scalars).map { $0 * $1 + (1 - $0) })
    let colored = try Tensor<Double>(
      pictureBytes: Fixture.pictures["color and alpha"].bytes, named: "x")
    #expect(colored.shape == [3, 7, 9])
    #expect(Array(colored.scalars.prefix(63)) == picture.scalars)
  }

  @Test func writing() throws {
    try withTemporaryFolder { folder in
      let gray = (Tensor.arange(12) * 20 / 255).reshaped(3, 4)
      try gray.writePNG(to: "\(folder)/gray.png")
      #expect(try Tensor<Double>(grayPicture: "\(folder)/gray.png") == gray)
      #expect(pngData(of: gray) == pngData(of: gray.reshaped(1, 1, 3, 4)))
      let colored = (Tensor.arange(36) * 7 / 255).reshaped(3, 3, 4)
      try colored.writePNG(to: "\(folder)/colored.png")
      #expect(try Tensor<Double>(picture: "\(folder)/colored.png") == colored)
    }
  }

  @Test func rangesAndSpecialValues() throws {
    let values = Tensor<Double>(
      shape: [1, 8], scalars: [-1, 0, 1, 3, 4, .nan, .infinity, -.infinity])
    let data = pngData(of: values, range: -1...3)
    let picture = try Tensor<Double>(pictureBytes: data, named: "x") * 255
    #expect(picture.scalars == [0, 64, 128, 255, 255, 0, 255, 0])
  }

  @Test func sameBytesEverywhere() {
    // A reader of the format, such as Pillow, finds this picture in these bytes.
    let data = pngData(of: (Tensor.arange(4) / 3).reshaped(2, 2))
    #expect(
      Data(data).base64EncodedString()
        == "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAAAXNSR0IArs4c6QAAAA5JREFUCJljYAhlWPUfAAOt"
        + "Af+Qu8pfAAAAAElFTkSuQmCC")
  }

  @Test(arguments: ["color 8", "gray 16", "palette 4", "jpeg 4:2:0", "jpeg progressive"])
  func cutAtAnyByteOrChanged(name: String) {
    let bytes = Fixture.pictures["entries"][name]["file"].bytes
    // Only the mark of the end, or the last checksum, may be missing without harm.
    for length in 0..<bytes.count - 12 {
      #expect(throws: DataFileError.self) {
        try Tensor<Double>(pictureBytes: Array(bytes[..<length]), named: name)
      }
    }
    for position in bytes.indices {
      for mask in [0x01, 0x80, 0xff] as [UInt8] {
        var changed = bytes
        changed[position] ^= mask
        _ = try? Tensor<Double>(pictureBytes: changed, named: name)
      }
    }
  }

  @Test func messages() throws {
    let png = Fixture.pictures["entries"]["gray 8"]["file"].bytes
    let jpeg = Fixture.pictures["entries"]["jpeg gray"]["file"].bytes
    expect("is no picture that can be read: it begins with nothing; PNG and JPEG can be read", [])
    expect(
      "is no picture that can be read: it begins with 47 49 46 38 39 61; PNG and JPEG can be read",
      Array("GIF89a".utf8))
    expect("cannot be read as PNG: it ends too early", Array(png[..<40]))
    expect("cannot be read as PNG: IHDR: CRC error", png) { $0[31] ^= 1 }
    expect("cannot be read as JPEG: Premature end of JPEG file", Array(jpeg.dropLast(20)))
    expect(
      "cannot be read as JPEG: its colors are CMYK, and gray and RGB can be read",
      Fixture.pictures["jpeg cmyk"].bytes)
    let start = try #require((0..<jpeg.count).first { jpeg[$0...].starts(with: [0xff, 0xc0]) })
    expect(
      "cannot be read as JPEG: it claims 60000×60000 pixels, which its length cannot hold or which "
        + "are more than can be read", jpeg
    ) { $0.replaceSubrange(start + 5..<start + 9, with: [0xea, 0x60, 0xea, 0x60]) }
  }

  private func expect(
    _ message: String, _ bytes: [UInt8], _ change: (inout [UInt8]) -> Void = { _ in },
    location: SourceLocation = #_sourceLocation
  ) {
    var bytes = bytes
    change(&bytes)
    let error = #expect(throws: DataFileError.self, sourceLocation: location) {
      try Tensor<Double>(pictureBytes: bytes, named: "x")
    }
    #expect(error?.description == "'x' \(message)", sourceLocation: location)
  }
}

extension Fixture {
  fileprivate var float: Float { Float(number) }
}
