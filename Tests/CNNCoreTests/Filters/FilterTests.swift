import CNNCore
import Testing

@Suite struct FilterTests {
  private static let filtering = Fixture.lectureLayers["filtering"]
  private static let image = filtering["image"].tensor

  @Test func lowPass() {
    let expected = Fixture.lectureLayers["low_pass"]
    let image = expected["image"].tensor
    let kernel = boxKernel(side: 3)
    #expect(image.padded(by: 1) == expected["padded_8x8"].tensor)
    expectClose(filter(image, with: kernel, padding: .valid), expected["valid_4x4"].tensor)
    expectClose(filter(image, with: kernel), expected["same_6x6"].tensor)
    expectClose(
      convolve(image, with: kernel, stride: 2, padding: 1), expected["stride2_compact"].tensor)
    expectClose(convolve(image, with: kernel, stride: 2), expected["valid_stride2"].tensor)
  }

  @Test func sobel() {
    let expected = Self.filtering["sobel_results"]
    let (image, kernel) = (Self.image, sobelKernel(.rows))
    #expect(filter(image, with: kernel) == expected["true_convolution_same"].tensor)
    #expect(
      filter(image, with: kernel, as: .crossCorrelation)
        == expected["cross_correlation_same"].tensor)
    #expect(
      filter(image, with: kernel, padding: .valid)[row: 0]
        == expected["true_convolution_valid_first_row"].tensor)
    let full = filter(image, with: kernel, padding: .full)
    #expect(full.shape == [34, 34])
    #expect(full[row: 0] == expected["true_convolution_full_first_row"].tensor)
    let separated = filter(image, column: [1, 0, -1], row: [1, 2, 1])
    #expect(separated == expected["true_convolution_same"].tensor)
    #expect(
      filter(image.transposed(), with: sobelKernel(.columns))
        == filter(image, with: kernel).transposed())
  }

  /// A product of transforms without padding wraps around at the borders.
  @Test func circularConvolution() {
    var kernel = Tensor.zeros(32, 32)
    kernel[0..<3, 0..<3] = sobelKernel(.rows)
    let result = ifft2(fft2(Self.image) * fft2(kernel)).real
    let expected = Self.filtering["sobel_results"]["fft_as_in_seed_circular_rounded"].tensor
    // The largest numbers are 1e3, and a transform's error is 1e-16 of these and some.
    expectClose(result, expected, relative: 0, absolute: 1e-11)
  }

  @Test(arguments: [ConvolutionAlgorithm.direct, .matrixProduct, .fourier])
  func rectangularKernel(algorithm: ConvolutionAlgorithm) {
    let expected = Self.filtering["K_3x5_results"]
    let kernel = Self.filtering["K_3x5"].tensor
    func filtered(
      _ padding: Padding2D, _ operation: FilterOperation = .convolution
    ) -> Tensor<Double> {
      filter(Self.image, with: kernel, padding: padding, as: operation, algorithm: algorithm)
    }
    expectAgreement(filtered(.same), expected["true_convolution_same"].tensor)
    expectAgreement(
      filtered(.same, .crossCorrelation), expected["cross_correlation_same"].tensor)
    expectAgreement(
      filtered(.valid, .crossCorrelation), expected["cross_correlation_valid"].tensor)
    expectClose(filtered(.full).sum(), expected["fft_full_sum_check"].number, relative: 1e-11)
  }

  @Test(arguments: 0..<4) func gaussianKernels(index: Int) {
    let expected = Fixture.lectureLayers["gauss_masks"][index]
    let kernel = gaussianKernel(sigma: expected["sigma"].number)
    #expect(kernel.shape == expected["shape"].integers)
    expectClose(kernel, expected["g"].tensor / expected["sum_g"].number)
    expectClose(kernel.sum(), 1, relative: 1e-15)
    #expect(kernel == kernel.flipped() && kernel == kernel.transposed())
  }

  @Test func gaussianBlur() {
    let kernel = gaussianKernel(sigma: 1.0)
    let mask = Fixture.lectureLayers["gauss_masks"].array.first { $0["sigma"].number == 1 }
    // The lecture's mask is divided by 2πσ² and not by its sum.
    let scale = (mask?["sum_g"].number ?? 0) / (2 * Double.pi)
    let blurred = filter(Self.image, with: kernel)
    expectAgreement(scale * blurred, Self.filtering["gauss_sigma1_same"].tensor)
    let factor = gaussianFactor(sigma: 1.0)
    // Two passes round twice; a rounding error is 1e-16 of the largest number, 255.
    expectClose(
      filter(Self.image, column: factor, row: factor), blurred, relative: 0, absolute: 2e-13)
    #expect(gaussianKernel(sigma: 0.3).shape == [5, 5])
    #expect(gaussianKernel(sigma: Float(2), side: 5).shape == [5, 5])
  }

  @Test func factorsOfKernels() throws {
    let (column, row) = try #require(separableFactors(of: sobelKernel(.rows)))
    expectClose(
      filter(Self.image, column: column, row: row), filter(Self.image, with: sobelKernel(.rows)),
      relative: 0, absolute: 1e-11)
    #expect(separableFactors(of: laplaceKernel()) == nil)
  }

  @Test func evenKernels() {
    let expected = Self.filtering["even_kernel"]
    let (image, kernel) = (expected["image"].tensor, expected["kernel"].tensor)
    let result = expected["cross_correlation_first_H_W_outputs"].tensor
    #expect(
      filter(
        image, with: kernel, padding: .sides(top: 2, bottom: 1, left: 2, right: 1),
        as: .crossCorrelation) == result)
    #expect(filter(image, with: kernel.flipped()) == result)
    #expect(
      filter(image, with: kernel, as: .crossCorrelation)
        == convolve(image, with: kernel, padding: .same))
  }

  @Test func oneDimension() {
    let expected = Self.filtering["one_dimensional"]
    let f = expected["f"].tensor.asRow()
    let g = expected["g"].tensor.asRow()
    #expect(
      filter(f, with: g, padding: .full).reshaped(-1) == expected["full_convolution"].tensor)
    #expect(
      filter(f, with: g, padding: .valid, as: .crossCorrelation).reshaped(-1)
        == expected["valid_correlation"].tensor)
  }

  @Test func severalImages() {
    var random = NumPyRandom(seed: 2)
    let images = random.randn(2, 3, 6, 5)
    let kernel = random.randn(2, 3)
    let filtered = filter(images, with: kernel)
    #expect(filtered.shape == images.shape)
    #expect(filtered[slice: 1][slice: 2] == filter(images[slice: 1][slice: 2], with: kernel))
  }
}
