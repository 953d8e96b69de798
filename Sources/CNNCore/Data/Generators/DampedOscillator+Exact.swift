extension DampedOscillator {
  /// The exact position at a time: the forced swing, and the free one that fades.
  ///
  /// - Note: Without damping and driven at its own frequency, the oscillator's swing grows without end.
  public func exactPosition(at time: Double) -> Double {
    let forced = forcedSwing
    let steady: Double
    var (x, v) = (position, velocity)
    if let forced {
      steady =
        forced.cosine * .cos(forceFrequency * time) + forced.sine * .sin(forceFrequency * time)
      x -= forced.cosine
      v -= forced.sine * forceFrequency
    } else {
      steady = force / 2 * time * .sin(time)
    }
    return steady + freePosition(at: time, from: x, v)
  }

  /// The exact positions at times 0, dt, 2 dt, …
  ///
  /// - Shapes: `[steps + 1]`.
  public func exactPositions(timeStep: Double, steps: Int) -> Tensor<Double> {
    Tensor((0...steps).map { exactPosition(at: Double($0) * timeStep) })
  }

  /// The factors of cos(ω t) and sin(ω t) in the swing that lasts; nil at resonance without damping.
  private var forcedSwing: (cosine: Double, sine: Double)? {
    let detuning = 1 - forceFrequency * forceFrequency
    let loss = damping * forceFrequency
    let scale = detuning * detuning + loss * loss
    if scale == 0 { return nil }
    return (force * detuning / scale, force * loss / scale)
  }

  private func freePosition(at time: Double, from x: Double, _ v: Double) -> Double {
    let half = damping / 2
    let square = half * half - 1
    let pull = v + half * x
    if square == 0 { return .exp(-half * time) * (x + pull * time) }
    let frequency = square.magnitude.squareRoot()
    if square < 0 {
      return .exp(-half * time)
        * (x * .cos(frequency * time) + pull / frequency * .sin(frequency * time))
    }
    let slow = (x + pull / frequency) / 2
    return slow * .exp((frequency - half) * time) + (x - slow) * .exp((-frequency - half) * time)
  }
}
