import CNNCore
import Testing

/// What a reader is told who moves a window in a wrong way.
@Suite struct WindowMessageTests {
  @Test func strideOfThreeNumbers() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = convolve(Tensor.zeros(5, 5), with: Tensor.zeros(3, 3), stride: [1, 2, 3])
    }
    #expect(
      fatalMessage(result)
        == "expected one number or two, [rows, columns], got [1, 2, 3]")
  }

  @Test func strideOfZeroColumns() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = convolve(Tensor.zeros(5, 5), with: Tensor.zeros(3, 3), stride: [1, 0])
    }
    #expect(fatalMessage(result) == "convolve: the stride must be at least 1, not [1, 0]")
  }

  @Test func paddingOfThreeNumbers() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = convolve(Tensor.zeros(5, 5), with: Tensor.zeros(3, 3), padding: [1, 2, 3])
    }
    #expect(
      fatalMessage(result)
        == "expected a padding of one number, [rows, columns] or [top, bottom, left, right], "
        + "got [1, 2, 3]")
  }

  @Test func negativePadding() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = convolve(Tensor.zeros(5, 5), with: Tensor.zeros(3, 3), padding: [1, -1])
    }
    #expect(fatalMessage(result) == "convolve: the padding is negative: [1, -1]")
  }

  @Test func dilationOfZero() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = convolve(Tensor.zeros(5, 5), with: Tensor.zeros(3, 3), dilation: 0)
    }
    #expect(fatalMessage(result) == "convolve: the dilation must be at least 1, not 0")
  }

  @Test func dilatedKernelTooLarge() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = convolve(
        Tensor.zeros(5, 5), with: Tensor.zeros(3, 3), padding: [0, 1], dilation: [3, 1])
    }
    #expect(
      fatalMessage(result)
        == "convolve: kernel 3×3 (dilation [3, 1], spanning 7×3) is larger than the 5×5 input "
        + "(padding [0, 1])")
  }

  @Test func kernelWithoutElements() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = convolve(Tensor.zeros(5, 5), with: Tensor.zeros(0, 3))
    }
    #expect(fatalMessage(result) == "convolve: a kernel of 0×3 holds no element")
  }

  @Test func windowBesideTheImage() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = averagePool(Tensor.zeros(5, 5), size: 2, padding: 2)
    }
    #expect(
      fatalMessage(result)
        == "averagePool: with padding 2 a window of 2×2 can lie beside the image")
  }

  @Test func averagePoolGradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = averagePool(Tensor.zeros(4, 4), size: 2).backward(Tensor.zeros(4, 4))
    }
    #expect(
      fatalMessage(result)
        == "averagePool: the gradient has shape [4, 4], the output [2, 2]")
  }

  @Test func averagePoolOfBatch() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = averagePool(Tensor.zeros(1, 4, 4), size: 2)
    }
    #expect(
      fatalMessage(result)
        == "averagePool: expected a matrix, got a tensor of shape [1, 4, 4]")
  }

  @Test func outputSizeTooLarge() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = outputSize(input: 3, kernel: 5)
    }
    #expect(
      fatalMessage(result)
        == "outputSize: kernel 5×5 is larger than the 3×3 input (padding 0)")
  }

  @Test func filterTooLarge() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = filter(Tensor.zeros(4, 4), with: Tensor.zeros(5, 1), padding: .valid)
    }
    #expect(
      fatalMessage(result)
        == "filter: kernel 5×1 is larger than the 4×4 input (padding 0)")
  }

  @Test func filterOfVector() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = filter(Tensor.zeros(4), with: Tensor.zeros(3, 3))
    }
    #expect(
      fatalMessage(result)
        == "filter: expected an image [H, W], got a tensor of shape [4]")
  }

  @Test func factorsOfRankTwo() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = filter(Tensor.zeros(4, 4), column: Tensor.zeros(3, 1), row: Tensor.zeros(3))
    }
    #expect(
      fatalMessage(result)
        == "filter: expected a column and a row as vectors, got shapes [3, 1] and [3]")
  }

  @Test func gaussianOfNoWidth() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = gaussianKernel(sigma: 0.0)
    }
    #expect(
      fatalMessage(result)
        == "gaussianKernel: the deviation must be positive, not 0.0")
  }

  @Test func gaussianOfEvenSide() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = gaussianKernel(sigma: 1.0, side: 4)
    }
    #expect(
      fatalMessage(result)
        == "gaussianKernel: the side must be odd, so that there is a middle, not 4")
  }

  @Test func boxWithoutSide() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = boxKernel(side: 0)
    }
    #expect(fatalMessage(result) == "boxKernel: the side must be at least 1, not 0")
  }

  @Test func kernelWithoutFactors() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = filter(Tensor.zeros(4, 4), with: laplaceKernel(), algorithm: .separable)
    }
    #expect(
      fatalMessage(result)
        == "convolution: the kernel is not the product of a column and a row")
  }

  @Test func filterWithoutFactors() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let kernels = Tensor(stacking: [boxKernel(side: 3), laplaceKernel()])
      let conv = Conv2D(weight: kernels.reshaped(1, 2, 3, 3), algorithm: .separable)
      _ = conv.predict(.zeros(1, 2, 4, 4))
    }
    #expect(
      fatalMessage(result)
        == "convolution: the kernel of filter 0, channel 1, is not the product of a column and "
        + "a row")
  }

  @Test func emptyKernel() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = convolve(Tensor.zeros(5, 5), with: .zeros(0, 2))
    }
    #expect(
      fatalMessage(result)
        == "convolve: a kernel of 0×2 holds no element")
  }

  @Test func emptyMatrix() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = convolve(Tensor.zeros(0, 5), with: .zeros(1, 2))
    }
    #expect(
      fatalMessage(result)
        == "convolve: kernel 1×2 is larger than the 0×5 input (padding 0)")
  }

  @Test func emptyKernelSpread() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = fullConvolution(Tensor.zeros(5, 5), with: .zeros(0, 2))
    }
    #expect(
      fatalMessage(result)
        == "fullConvolution: a kernel of 0×2 holds no element")
  }

  @Test func emptyMatrixSpread() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = fullConvolution(Tensor.zeros(5, 0), with: .zeros(2, 2))
    }
    #expect(
      fatalMessage(result)
        == "fullConvolution: a matrix of 5×0 holds no element")
  }
}
