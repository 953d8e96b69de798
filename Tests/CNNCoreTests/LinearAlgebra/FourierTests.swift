import CNNCore
import Testing

/// Against NumPy 2.4.6, `Fixtures/fourier.json`; the error of a transform grows with the logarithm of
/// its length, and is relative to its largest number.
@Suite struct FourierTests {
  private let tolerance = 1e-14

  @Test(arguments: 0..<24) func lengths(index: Int) {
    let parts = Fixture.fourier["cases"][index].array.map(\.tensor)
    let x = ComplexTensor(real: parts[0], imaginary: parts[1])
    let y = ComplexTensor(real: parts[2], imaginary: parts[3])
    let scale = y.magnitude.max()
    let actual = fft(x)
    expectClose(actual.real, y.real, relative: 0, absolute: tolerance * scale)
    expectClose(actual.imaginary, y.imaginary, relative: 0, absolute: tolerance * scale)
    let again = ifft(actual)
    expectClose(again.real, x.real, relative: 0, absolute: tolerance * scale)
    expectClose(again.imaginary, x.imaginary, relative: 0, absolute: tolerance * scale)
    let half = rfft(x.real)
    expectClose(half.real, parts[4], relative: 0, absolute: tolerance * scale)
    expectClose(half.imaginary, parts[5], relative: 0, absolute: tolerance * scale)
    let real = irfft(half, length: x.real.count)
    expectClose(real, x.real, relative: 0, absolute: tolerance * scale)
  }

  @Test func images() {
    let x = Fixture.fourier["image"].tensor
    let y = fft2(x)
    expectClose(y.real, Fixture.fourier["real"].tensor, relative: 0, absolute: 1e-13)
    expectClose(y.imaginary, Fixture.fourier["imaginary"].tensor, relative: 0, absolute: 1e-13)
    expectClose(ifft2(y).real, x, relative: 0, absolute: 1e-14)
    let floats = fft2(Tensor<Float>(x))
    expectClose(Tensor<Double>(floats.real), y.real, relative: 0, absolute: 1e-6)
  }

  /// Rows transformed side by side, one by one, and along the first axis have the same bits.
  @Test func sameBitsInAnyLayout() {
    var random = PCG64Random(seed: 1)
    let x = random.normal(shape: [3, 35])
    let together = fft(x)
    for row in 0..<3 {
      let alone = fft(x[row: row])
      #expect(together.real[row: row] == alone.real)
      #expect(together.imaginary[row: row] == alone.imaginary)
    }
    #expect(fft(x.transposed(), axis: 0).real == together.real.transposed())
  }

  @Test func convolutionTheorem() {
    var random = PCG64Random(seed: 2)
    let (x, k) = (random.normal(shape: [9, 11]), random.normal(shape: [3, 2]))
    let padded = k.padded([(0, 6), (0, 9)])
    let product = ifft2(fft2(x) * fft2(padded).conjugate).real
    expectClose(product[0..<7, 0..<10], convolve(x, with: k), relative: 0, absolute: 1e-13)
  }

  @Test func knownTransforms() {
    #expect(fft(Tensor([1, 0, 0, 0])).real == Tensor([1, 1, 1, 1]))
    let sum = fft(Tensor([1, 2, 3]) .> 0) + fft(Tensor([0, 0, 0]))
    #expect(sum.real[0] == 3 && (sum - sum).magnitude.max() == 0)
    #expect((sum * 2).real[0] == 6)
  }

  @Test func messages() async {
    let empty = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = fft(Tensor.zeros(2, 0))
    }
    #expect(fatalMessage(empty) == "fft: there is nothing along axis 1 of shape [2, 0]")
    let length = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = irfft(rfft(Tensor.zeros(6)), length: 8)
    }
    #expect(
      fatalMessage(length) == "irfft: a transform of shape [4] is not that of 8 real numbers")
    let parts = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = ComplexTensor(real: Tensor.zeros(2), imaginary: Tensor.zeros(3))
    }
    #expect(
      fatalMessage(parts) == "ComplexTensor: real parts of shape [2], imaginary of [3]")
  }

  @Test("magnitudes neither overflow nor vanish") func magnitudes() {
    let tiny = 1000 * Double.leastNonzeroMagnitude
    let real = Tensor([3e200, 3e-200, 3 * tiny, 0, -5, -Double.infinity, 0])
    let imaginary = Tensor([4e200, 4e-200, 4 * tiny, 0, 12, .nan, -2e-300])
    let magnitude = ComplexTensor(real: real, imaginary: imaginary).magnitude
    expectClose(magnitude[0], 5e200, relative: 1e-15)
    expectClose(magnitude[1], 5e-200, relative: 1e-15)
    #expect(magnitude[2] == 5 * tiny && magnitude[3] == 0 && magnitude[4] == 13)
    #expect(magnitude[5] == .infinity && magnitude[6] == 2e-300)
    let floats = ComplexTensor<Float>(real: Tensor<Float>([3e30]), imaginary: Tensor<Float>([4e30]))
    expectClose(Double(floats.magnitude[0]), 5e30, relative: 1e-7)
  }
}
