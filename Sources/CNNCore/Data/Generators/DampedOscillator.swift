/// A damped oscillator under a periodic force, in units in which its own angular frequency is 1.
///
///     d²x/dt² + η dx/dt + x = F₀ cos(ω t)
///
/// Each way of stepping through it is a linear recurrent cell without activation:
/// `(x, v)` is its state and the force its input.
public struct DampedOscillator: Hashable, Sendable {
  /// The damping η; below 2 the oscillator swings, at 2 it is critically damped.
  public var damping: Double
  /// The position at time 0.
  public var position: Double
  /// The velocity at time 0.
  public var velocity: Double
  /// The largest force F₀.
  public var force: Double
  /// The angular frequency ω of the force.
  public var forceFrequency: Double

  /// The positions and velocities at times 0, dt, 2 dt, …
  public struct Path: Hashable, Sendable {
    /// The positions.
    public var positions: Tensor<Double>
    /// The velocities.
    public var velocities: Tensor<Double>
  }

  /// An oscillator that starts at a position with a velocity.
  ///
  /// - Precondition: The damping is not negative.
  public init(
    damping: Double, position: Double = 1, velocity: Double = 0, force: Double = 0,
    forceFrequency: Double = 1
  ) {
    require(damping >= 0, "DampedOscillator: the damping must be at least 0, not \(damping)")
    self.damping = damping
    self.position = position
    self.velocity = velocity
    self.force = force
    self.forceFrequency = forceFrequency
  }

  /// The force at a time.
  public func force(at time: Double) -> Double { force * .cos(forceFrequency * time) }

  /// Euler's forward method: position and velocity both step from the old state.
  ///
  ///     x' = x + dt v,   v' = v + dt (F(i dt) − η v − x)
  ///
  /// - Shapes: `[steps + 1]` each.
  public func euler(timeStep: Double, steps: Int) -> Path {
    path(timeStep: timeStep, steps: steps) { position, velocity, newVelocity in
      (position + timeStep * velocity, newVelocity)
    }
  }

  /// The semi-implicit Euler method: the position steps with the new velocity, so that an undamped
  /// oscillator keeps its swing.
  ///
  ///     v' = v + dt (F(i dt) − η v − x),   x' = x + dt v'
  ///
  /// - Shapes: `[steps + 1]` each.
  public func semiImplicitEuler(timeStep: Double, steps: Int) -> Path {
    path(timeStep: timeStep, steps: steps) { position, _, newVelocity in
      (position + timeStep * newVelocity, newVelocity)
    }
  }

  private func path(
    timeStep: Double, steps: Int,
    next: (_ position: Double, _ velocity: Double, _ newVelocity: Double) -> (Double, Double)
  ) -> Path {
    require(timeStep > 0, "DampedOscillator: the time step must be above 0, not \(timeStep)")
    require(steps >= 0, "DampedOscillator: the number of steps is negative: \(steps)")
    var (x, v) = (position, velocity)
    var (positions, velocities) = ([x], [v])
    for step in 0..<steps {
      let acceleration = force(at: Double(step) * timeStep) - damping * v - x
      (x, v) = next(x, v, v + timeStep * acceleration)
      positions.append(x)
      velocities.append(v)
    }
    return Path(positions: Tensor(positions), velocities: Tensor(velocities))
  }
}
