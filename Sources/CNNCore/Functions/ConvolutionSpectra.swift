// Convolution as a product of Fourier transforms, in planes so large that nothing that wraps around
// reaches a result.

extension ConvolutionExtents {
  /// Y[n, o] = Σ_c X[n, c] · conj(W[o, c]), of which every stride-th element counts.
  ///
  /// The images are cut into tiles, and two tiles are transformed at once, one as real and one as
  /// imaginary part.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func outputOfSpectra<Scalar: TensorScalar>(input: [Scalar], weight: [Scalar]) -> [Scalar] {
    let rows = FourierTiling(
      places: (window.outputRows - 1) * window.verticalStride + 1, span: rowSpan)
    let columns = FourierTiling(
      places: (window.outputColumns - 1) * window.horizontalStride + 1, span: columnSpan)
    let transform = PlaneTransform(rows: rows.length, columns: columns.length)
    let kernels = spectra(
      weight, kernelGrid, planes: 0..<outputChannels * inputChannels, transform)
    let scale = 1 / Double(transform.count)
    let tiles = (0..<samples).flatMap { n in
      rows.starts.flatMap { row in columns.starts.map { (n: n, row: row, column: $0) } }
    }
    var output = [Scalar](repeating: 0, count: outputShape.reduce(1, *))
    for first in stride(from: 0, to: tiles.count, by: 2) {
      let pair = tiles[first..<min(first + 2, tiles.count)]
      let images = (0..<inputChannels).map { c in
        var plane = ComplexColumns(count: transform.count)
        for (index, tile) in pair.enumerated() {
          let grid = inputGrid.moved(up: tile.row, left: tile.column)
          let part = index == 0 ? \ComplexColumns.real : \.imaginary
          grid.place(input, tile.n * inputChannels + c, into: &plane[keyPath: part], transform)
        }
        transform.transform(&plane)
        return plane
      }
      for o in 0..<outputChannels {
        var sum = ComplexColumns(count: transform.count)
        for c in 0..<inputChannels {
          sum.addProduct(images[c], kernels[o * inputChannels + c], conjugating: true)
        }
        transform.invert(&sum)
        for (part, tile) in zip([sum.real, sum.imaginary], pair) {
          let grid = outputGrid.moved(up: tile.row, left: tile.column)
          grid.take(
            from: part, scale, into: &output, tile.n * outputChannels + o, transform,
            rows: rows.step, columns: columns.step)
        }
      }
    }
    return output
  }

  /// dL/dW[o, c] = Σ_n conj(G[n, o]) · X[n, c].
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func weightGradientOfSpectra<Scalar: TensorScalar>(
    input: [Scalar], outputGradient: [Scalar]
  ) -> [Scalar] {
    let transform = wholeTransform
    var sums = [ComplexColumns](
      repeating: ComplexColumns(count: transform.count), count: outputChannels * inputChannels)
    for n in 0..<samples {
      let x = spectra(
        input, inputGrid, planes: n * inputChannels..<(n + 1) * inputChannels, transform)
      let g = spectra(
        outputGradient, outputGrid, planes: n * outputChannels..<(n + 1) * outputChannels,
        transform)
      for o in 0..<outputChannels {
        for c in 0..<inputChannels {
          sums[o * inputChannels + c].addProduct(x[c], g[o], conjugating: true)
        }
      }
    }
    return planes(sums, kernelGrid, transform)
  }

  /// dL/dX[n, c] = Σ_o G[n, o] · W[o, c].
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func inputGradientOfSpectra<Scalar: TensorScalar>(
    weight: [Scalar], outputGradient: [Scalar]
  ) -> [Scalar] {
    let transform = wholeTransform
    let kernels = spectra(
      weight, kernelGrid, planes: 0..<outputChannels * inputChannels, transform)
    return (0..<samples).flatMap { n in
      let g = spectra(
        outputGradient, outputGrid, planes: n * outputChannels..<(n + 1) * outputChannels,
        transform)
      let sums = (0..<inputChannels).map { c in
        var sum = ComplexColumns(count: transform.count)
        for o in 0..<outputChannels {
          sum.addProduct(g[o], kernels[o * inputChannels + c], conjugating: false)
        }
        return sum
      }
      return planes(sums, inputGrid, transform) as [Scalar]
    }
  }
}

extension ConvolutionExtents {
  private var rowSpan: Int { (window.height - 1) * window.verticalDilation + 1 }
  private var columnSpan: Int { (window.width - 1) * window.horizontalDilation + 1 }

  private var inputGrid: SpectralGrid {
    SpectralGrid(
      rows: window.rows, columns: window.columns, firstRow: window.top, firstColumn: window.left)
  }

  private var kernelGrid: SpectralGrid {
    SpectralGrid(
      rows: window.height, columns: window.width, rowStep: window.verticalDilation,
      columnStep: window.horizontalDilation)
  }

  private var outputGrid: SpectralGrid {
    SpectralGrid(
      rows: window.outputRows, columns: window.outputColumns, rowStep: window.verticalStride,
      columnStep: window.horizontalStride)
  }

  /// The transform of planes of the padded input's size or a little more.
  private var wholeTransform: PlaneTransform {
    PlaneTransform(
      rows: fastFourierLength(window.rows + window.top + window.bottom),
      columns: fastFourierLength(window.columns + window.left + window.right))
  }

  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  private func spectra<Scalar: TensorScalar>(
    _ numbers: [Scalar], _ grid: SpectralGrid, planes: Range<Int>, _ transform: PlaneTransform
  ) -> [ComplexColumns] {
    planes.map { plane in
      var numbersOnGrid = ComplexColumns(count: transform.count)
      grid.place(numbers, plane, into: &numbersOnGrid.real, transform)
      transform.transform(&numbersOnGrid)
      return numbersOnGrid
    }
  }

  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  private func planes<Scalar: TensorScalar>(
    _ spectra: [ComplexColumns], _ grid: SpectralGrid, _ transform: PlaneTransform
  ) -> [Scalar] {
    var result = [Scalar](repeating: 0, count: spectra.count * grid.rows * grid.columns)
    for (plane, spectrum) in spectra.enumerated() {
      var numbers = spectrum
      transform.invert(&numbers)
      grid.take(
        from: numbers.real, 1 / Double(transform.count), into: &result, plane, transform,
        rows: transform.rows, columns: transform.columns)
    }
    return result
  }
}
