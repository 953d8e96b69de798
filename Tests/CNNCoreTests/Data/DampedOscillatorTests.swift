import CNNCore
import Testing

@Suite("The damped oscillator") struct DampedOscillatorTests {
  private func oscillator(_ one: Fixture) -> DampedOscillator {
    DampedOscillator(
      damping: one["eta"].number, position: one["x0"].number, velocity: one["v0"].number,
      force: one["F0"].number, forceFrequency: one["omega"].number)
  }

  private func sampled(_ values: Tensor<Double>, _ one: Fixture) -> Tensor<Double> {
    let every = one["every"].integer
    return Tensor((0...one["steps"].integer / every).map { values[$0 * every] })
  }

  @Test("both ways of stepping, as NumPy computes them", arguments: 0..<3)
  func stepping(index: Int) {
    let one = Fixture.series["oscillator"][index]
    let (dt, steps) = (one["dt"].number, one["steps"].integer)
    let euler = oscillator(one).euler(timeStep: dt, steps: steps)
    expectAgreement(sampled(euler.positions, one), one["x_euler"].tensor)
    expectAgreement(sampled(euler.velocities, one), one["v_euler"].tensor)
    let semi = oscillator(one).semiImplicitEuler(timeStep: dt, steps: steps)
    expectAgreement(sampled(semi.positions, one), one["x_semi_implicit"].tensor)
    expectAgreement(sampled(semi.velocities, one), one["v_semi_implicit"].tensor)
  }

  @Test("the exact solution of a fading swing") func fading() {
    let one = Fixture.series["oscillator"][0]
    let exact = oscillator(one).exactPositions(timeStep: one["dt"].number, steps: 200)
    expectAgreement(sampled(exact, one), one["x_exact"].tensor)
  }

  @Test(
    "Euler's steps approach the exact solution to first order",
    arguments: [(0.2, 1.0, 0.0), (2, 0.5, 2), (3, 1, 2), (0, 1, 1), (0, 0.7, 0.4), (2, 0, 1)])
  func convergence(damping: Double, force: Double, frequency: Double) {
    let oscillator = DampedOscillator(
      damping: damping, position: 0.5, velocity: -0.3, force: force, forceFrequency: frequency)
    let exact = oscillator.exactPosition(at: 2)
    let errors = [1000, 2000, 4000].map { steps in
      let path = oscillator.euler(timeStep: 2 / Double(steps), steps: steps)
      return path.positions[steps] - exact
    }
    #expect(abs(errors[0]) < 3e-3)
    // What halving the step does not halve is of the second order of dt.
    #expect(abs(2 * errors[1] - errors[0]) < 5e-6)
    #expect(abs(2 * errors[2] - errors[1]) < 1.25e-6)
  }

  @Test("a damping below zero") func negative() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = DampedOscillator(damping: -1)
    }
    #expect(
      fatalMessage(result) == "DampedOscillator: the damping must be at least 0, not -1.0")
  }
}
