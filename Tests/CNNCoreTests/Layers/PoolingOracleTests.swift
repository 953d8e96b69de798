import CNNCore
import Testing

/// Pooling of batches against NumPy.
@Suite struct PoolingOracleTests {
  @Test(arguments: 0..<14) func maximaAndMeans(index: Int) {
    let expected = Fixture.layers["pool"][index]
    var random = NumPyRandom(seed: expected["seed"].integer)
    let integers = expected.has("x")
    let x = integers ? expected["x"].tensor : random.normal(shape: expected["x_shape"].integers)
    let size = expected["pool_size"].integers
    let stride = expected["stride"].integers
    let padding = expected["padding"].integers
    let ceilMode = expected["ceil_mode"].boolean
    let outputShape = expected["max_y"].tensor.shape
    let g = integers ? expected["dLdy"].tensor : random.normal(shape: outputShape)

    var maximum = MaxPool2D(size: size, stride: stride, padding: padding, ceilMode: ceilMode)
    #expect(
      maximum.outputShape(forSample: Array(x.shape[1...])) == Array(outputShape[1...]))
    expectAgreement(maximum.forward(x), expected["max_y"].tensor, "maxima")
    expectAgreement(maximum.predict(x), expected["max_y"].tensor, "maxima in use")
    expectAgreement(maximum.backward(g), expected["max_dLdx_first_max"].tensor, "max gradient")
    let places = expected["max_argmax_row_col"]
    for n in 0..<outputShape[0] {
      for c in 0..<outputShape[1] {
        let pooled = maxPool(
          x[slice: n][slice: c], size: size, stride: stride, padding: padding, ceilMode: ceilMode)
        let expectedPlaces = places[n][c].tensor
        #expect(pooled.positionMatrix == expectedPlaces.reshaped(-1, 2))
      }
    }
    for countsPadding in [true, false] where countsPadding || expected.has("avg_y_exclude_padding")
    {
      let suffix = countsPadding ? "" : "_exclude_padding"
      var mean = AveragePool2D(
        size: size, stride: stride, padding: padding, ceilMode: ceilMode,
        countsPadding: countsPadding)
      #expect(mean.outputShape(forSample: Array(x.shape[1...])) == Array(outputShape[1...]))
      expectAgreement(mean.forward(x), expected["avg_y\(suffix)"].tensor, "means\(suffix)")
      expectAgreement(mean.backward(g), expected["avg_dLdx\(suffix)"].tensor, "mean gradient")
    }
  }

  @Test(arguments: 0..<9) func equalNumbers(index: Int) {
    let expected = Fixture.layers["ties"][index]
    let x = expected["x"].tensor
    var pool = MaxPool2D(
      size: expected["pool_size"].integers, stride: expected["stride"].integers)
    #expect(pool.forward(x) == expected["max_y"].tensor)
    #expect(pool.backward(expected["dLdy"].tensor) == expected["max_dLdx_first_max"].tensor)
  }
}
