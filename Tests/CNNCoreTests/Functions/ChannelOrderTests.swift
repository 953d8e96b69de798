import CNNCore
import Testing

@Suite struct ChannelOrderTests {
  @Test func thereAndBack() {
    let image = Tensor.arange(24).reshaped(2, 3, 4)
    #expect(image.channelsLast().shape == [3, 4, 2])
    #expect(image.channelsLast()[2, 1, 1] == image[1, 2, 1])
    #expect(image.channelsLast().channelsFirst() == image)
    let batch = Tensor.arange(120).reshaped(5, 2, 3, 4)
    #expect(batch.channelsLast().shape == [5, 3, 4, 2])
    #expect(batch.channelsLast()[slice: 3] == batch[slice: 3].channelsLast())
    #expect(batch.channelsLast().channelsFirst() == batch)
  }
}
