import CNNCore
import Testing

@Suite("Series") struct SeriesTests {
  @Test("a sine wave and its windows, as NumPy cuts them") func sine() {
    let expected = Fixture.series["sine"]
    let series = Tensor<Double>.sineSeries(count: 1000)
    let every50 = Tensor((0..<20).map { series[50 * $0] })
    expectAgreement(every50, expected["data_every_50"].tensor)
    let (x, y) = series[0..<800].forecastingWindows(length: 20)
    #expect(x.shape == [780, 20, 1])
    #expect(y.shape == [780, 1])
    // The steps of NumPy's times differ in the last place, which counts most where the wave crosses 0.
    expectAgreement(x[slice: 0].flattened(), expected["x_0"].tensor)
    expectAgreement(x[slice: 779].flattened(), expected["x_779"].tensor)
    expectClose(y[0, 0], expected["y_0"].number)
    expectClose(y[779, 0], expected["y_779"].number)
    let (late, after) = series[800...].forecastingWindows(length: 20)
    expectAgreement(late[slice: 179].flattened(), expected["val_x_179"].tensor)
    #expect(late.shape == [180, 20, 1])
    #expect(abs(after[179, 0] - expected["val_y_179"].number) < 1e-15)
  }

  @Test("a noisy sine wave, as NumPy draws it") func noisySine() {
    let expected = Fixture.series["noisy"]
    var random = NumPyRandom(seed: 2023)
    let series: Tensor<Double> = .noisySineSeries(count: 1000, using: &random)
    expectClose(series[0..<10], expected["x_first_10"].tensor)
    expectClose(series[995...], expected["x_last_5"].tensor)
    expectClose(series.sum(), expected["x_sum"].number)
    let floats: Tensor<Float> = {
      var random = NumPyRandom(seed: 2023)
      return .noisySineSeries(count: 1000, using: &random)
    }()
    #expect(floats == Tensor<Float>(series))
  }

  @Test("a series that is shorter than its window") func short() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor<Double>.ones(4).forecastingWindows(length: 4)
    }
    #expect(
      fatalMessage(result)
        == "forecastingWindows: a series of 4 values has no window of 4 and a value after it")
  }
}
