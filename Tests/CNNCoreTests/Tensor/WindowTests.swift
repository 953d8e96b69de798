import CNNCore
import Testing

/// Against scikit-image 0.26's `view_as_windows`, `Fixtures/windows.json`.
@Suite struct WindowTests {
  @Test func shapes() {
    for entry in Fixture.windows["view_as_windows"]["shapes"].array {
      let x = Tensor.zeros(shape: entry["array_shape"].integers)
      let window = entry["window_shape"].integers
      let windows: Tensor<Double>
      if case .array = entry["step"] {
        windows = x.windows(shape: window, step: entry["step"].integers)
      } else {
        windows = x.windows(shape: window, step: entry["step"].integer)
      }
      #expect(windows.shape == entry["out_shape"].integers)
    }
  }

  @Test func valuesOfBatches() {
    let fixture = Fixture.windows["view_as_windows"]
    let a = fixture["a"].tensor
    let image = fixture["windows_of_a_1_3_2_3"]
    let windows = a.windows(shape: [1, 3, 2, 3])
    #expect(windows.shape == image["shape"].integers)
    #expect(windows.reshaped(2, 4, 4, 18) == image["im2col_rows_batch_row_col"].tensor)
    let pools = a.windows(shape: [1, 1, 2, 2], step: [1, 1, 2, 2])
    let expected = fixture["windows_of_a_1_1_2_2_step_1_1_2_2"]["values"].tensor
    #expect(pools.reshaped(expected.shape) == expected)
    let same = a.windows(height: 2, width: 2, rowStride: 2, columnStride: 2)
    #expect(same.shape == [2, 3, 2, 3, 2, 2] && same.reshaped(expected.shape) == expected)
  }

  /// The convolution of the assignment's handout: windows, reshaped, times the filter.
  @Test func workedExample() {
    let worked = Fixture.windows["worked"]["windows_3x3_2x2"]
    let x = (Tensor.arange(9) + 1).reshaped(3, 3)
    let y = x.windows(height: 2, width: 2)
    #expect(y == worked["windows"].tensor)
    #expect(
      y.description == """
        [[[[1. 2.]
           [4. 5.]]

          [[2. 3.]
           [5. 6.]]]


         [[[4. 5.]
           [7. 8.]]

          [[5. 6.]
           [8. 9.]]]]
        """)
    let rows = y.reshaped(2, 2, -1)
    #expect(rows == worked["reshaped_2_2_4"].tensor)
    let result = matmul(rows, Tensor.ones(4, 1)).squeezed()
    #expect(result == worked["result"].tensor)
    #expect(result.description == "[[12. 16.]\n [24. 28.]]")
  }

  @Test func pooling() {
    let worked = Fixture.windows["worked"]["windows_4x4_2x2_step2"]
    let windows = worked["x"].tensor.windows(shape: [2, 2], step: 2)
    #expect(windows == worked["windows"].tensor)
    #expect(windows.max(axes: [2, 3]) == worked["max_over_windows"].tensor)
    #expect(windows.mean(axes: [2, 3]) == worked["mean_over_windows"].tensor)
  }
}
