import CNNCore
import Testing

/// The convolution and pooling of the lecture's own network, as they should be, against NumPy.
@Suite struct LectureLayerTests {
  @Test(arguments: 0..<5) func convolution(index: Int) {
    let expected = Fixture.lectureLayers["own_conv"][index]
    let kernel = expected["kernel_in_out_kh_kw"].tensor
    let x = expected["X"].tensor
    let stride = expected["stride"].integers
    // Half a kernel of zeros on all sides, and only as many windows as ⌈n / stride⌉.
    func sides(_ axis: Int) -> (before: Int, after: Int) {
      let windows = (x.shape[axis] + stride[axis - 2] - 1) / stride[axis - 2]
      let before = kernel.shape[axis] / 2
      let end = (windows - 1) * stride[axis - 2] + kernel.shape[axis] - before
      return (before, max(0, end - x.shape[axis]))
    }
    let (rows, columns) = (sides(2), sides(3))
    var conv = Conv2D(
      weight: kernel.transposed(axes: [1, 0, 2, 3]), stride: stride,
      padding: .sides(
        top: rows.before, bottom: rows.after, left: columns.before, right: columns.after))
    let z = conv.forward(x)
    expectAgreement(z, expected["z_accumulated_unscaled"].tensor)
    let scale = 1 / Double(kernel.shape[2] * kernel.shape[0])
    var activation = LeakyReLU(slope: 0.001)
    let output = activation.forward(scale * z)
    expectAgreement(output, expected["out_OPT_LRELU_scaled_by_kh_times_Cin"].tensor)
    let gradient = conv.backward(scale * activation.backward(expected["delta"].tensor))
    expectAgreement(gradient, expected["right_dL_dX_of_OPT"].tensor)
    expectAgreement(
      conv.weightGradient.transposed(axes: [1, 0, 2, 3]),
      expected["right_dL_dkernel_of_OPT"].tensor)
  }

  @Test(arguments: 0..<4) func pooling(index: Int) {
    let expected = Fixture.lectureLayers["own_pooling"][index]
    let (size, stride) = (expected["kernel"].integers, expected["stride_v_h"].integers)
    let (x, delta) = (expected["X"].tensor, expected["delta"].tensor)
    var maximum = MaxPool2D(size: size, stride: stride)
    #expect(maximum.forward(x) == expected["max"].tensor)
    expectAgreement(maximum.backward(delta), expected["max_dX"].tensor)
    var mean = AveragePool2D(size: size, stride: stride)
    expectAgreement(mean.forward(x), expected["average"].tensor)
    expectAgreement(mean.backward(delta), expected["average_dX"].tensor)
  }
}
