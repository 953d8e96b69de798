import CNNCore
import Testing

/// The texts are those of NumPy 2.4.6's `print`.
@Suite struct DescriptionTests {
  @Test func alignsRows() {
    #expect(
      Tensor([[1, -2.5], [10.25, 3]]).description == """
        [[ 1.   -2.5 ]
         [10.25  3.  ]]
        """)
  }

  @Test func roundsToEightDigits() {
    #expect(
      Tensor([0.123456789012, -0.5, 2.0 / 3]).description
        == "[ 0.12345679 -0.5         0.66666667]")
    #expect(Tensor([0.999999999, 0.5]).description == "[1.  0.5]")
  }

  @Test("rounds the exact value, ties to even") func roundsOnce() {
    #expect(Tensor([1.000000005, 0.5]).description == "[1.  0.5]")
    #expect(Tensor([0.001953125, 1.001953125]).description == "[0.00195312 1.00195312]")
    #expect(Tensor([1.000000005e9]).description == "[1.e+09]")
    #expect(Tensor<Float>([0.123456789, 0.1]).description == "[0.12345679 0.1       ]")
    #expect(Tensor<Float>([748_745_792, 1]).description == "[7.487458e+08 1.000000e+00]")
    #expect(
      Tensor<Float>([748_745_792, 1.2345678e9]).description == "[7.4874579e+08 1.2345678e+09]")
    #expect(Tensor<Float>([1.23456795e-5, 2]).description == "[1.2345679e-05 2.0000000e+00]")
  }

  @Test("writes a Float with powers of ten from a million") func floats() {
    #expect(Tensor<Float>([999_999, 123_456.7]).description == "[999999.  123456.7]")
    #expect(Tensor<Float>([1_000_000]).description == "[1.e+06]")
  }

  @Test func scientificNotation() {
    #expect(Tensor([1e-5, 1]).description == "[1.e-05 1.e+00]")
    #expect(Tensor([123456789.0, -1e100]).description == "[ 1.23456789e+008 -1.00000000e+100]")
    #expect(Tensor([9.999999999e9, 1]).description == "[1.e+10 1.e+00]")
  }

  @Test func specialNumbers() {
    #expect(Tensor([1.5, .nan, -.infinity, -0.0]).description == "[ 1.5  nan -inf -0. ]")
  }

  @Test func complexNumbers() {
    let mixed = ComplexTensor(real: Tensor([1, 0]), imaginary: Tensor([2, -0.5]))
    #expect(mixed.description == "[1.+2.j  0.-0.5j]")
    let matrix = ComplexTensor(
      real: Tensor([[1.25, 1], [2, 0]]), imaginary: Tensor([[-2.5, 0], [0, 3]]))
    #expect(
      matrix.description == """
        [[1.25-2.5j 1.  +0.j ]
         [2.  +0.j  0.  +3.j ]]
        """)
    let special = ComplexTensor(
      real: Tensor([1e-5, 0, .nan]), imaginary: Tensor([2, -0.5, -.infinity]))
    #expect(special.description == "[1.e-05+2.j  0.e+00-0.5j    nan-infj]")
  }

  @Test func otherRanks() {
    #expect(Tensor(2.5).description == "2.5")
    #expect(Tensor<Double>([Double]()).description == "[]")
    #expect(
      Tensor.arange(8).reshaped(2, 2, 2).description == """
        [[[0. 1.]
          [2. 3.]]

         [[4. 5.]
          [6. 7.]]]
        """)
  }

  @Test func leavesOutTheMiddleOfLargeTensors() {
    #expect(
      Tensor.arange(1001).description == "[   0.    1.    2. ...  998.  999. 1000.]")
    #expect(
      Tensor.arange(2000).reshaped(1000, 2).description == """
        [[0.000e+00 1.000e+00]
         [2.000e+00 3.000e+00]
         [4.000e+00 5.000e+00]
         ...
         [1.994e+03 1.995e+03]
         [1.996e+03 1.997e+03]
         [1.998e+03 1.999e+03]]
        """)
  }

  @Test("writes a single number with all its digits") func singleNumbers() {
    #expect(Tensor(0.1 + 0.2).description == "0.30000000000000004")
    #expect(Tensor(3.0).description == "3.0")
    #expect(Tensor(-0.0).description == "-0.0")
    #expect(Tensor(1e-5).description == "1e-05")
    #expect(Tensor(1e-4).description == "0.0001")
    #expect(Tensor(9_999_999_999_999_998.0).description == "9999999999999998.0")
    #expect(Tensor(1e16).description == "1e+16")
    #expect(Tensor(-1.2345678901234568e+117).description == "-1.2345678901234568e+117")
    #expect(Tensor(-Double.infinity).description == "-inf")
    #expect(Tensor(Double.nan).description == "nan")
    #expect(Tensor(Float(0.1)).description == "0.1")
    #expect(Tensor(Float(999_999)).description == "999999.0")
    #expect(Tensor(Float(1_234_567)).description == "1.234567e+06")
    #expect(Tensor(Float(1e-4)).description == "1e-04")
  }
}
