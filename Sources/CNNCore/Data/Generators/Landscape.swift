/// A lake between mountains as a function of the plane: x to the right, y downwards, the picture's
/// height from 0 to 1.
struct Landscape {
  typealias Color = SIMD3<Double>

  let width: Double
  private let noise: ValueNoise
  private let place: (sun: Double, boat: Double)

  init(width: Double, seed: Int) {
    self.width = width
    noise = ValueNoise(seed: seed)
    place = (0.62 + 0.25 * noise.corner(-1, -1), 0.2 + 0.25 * noise.corner(-2, -1))
  }

  private static let shore = 0.60

  /// The color at a place.
  func color(_ x: Double, _ y: Double) -> Color {
    if y >= bank(x) { return meadow(x, y) }
    if let color = boat(x, y) { return color }
    return y < Self.shore ? scenery(x, y) : water(x, y)
  }
}

extension Landscape {
  private func mix(_ a: Color, _ b: Color, _ share: Double) -> Color { a + (b - a) * share }

  private func sky(_ x: Double, _ y: Double) -> Color {
    var color = mix(Color(0.30, 0.50, 0.80), Color(0.98, 0.83, 0.66), smoothStep(0, 0.55, y))
    let (dx, dy) = (x - place.sun * width, y - 0.2)
    let distance = dx * dx + dy * dy
    color = mix(color, Color(1.0, 0.93, 0.75), 0.9 / (1 + 90 * distance))
    color = mix(color, Color(1.0, 0.98, 0.9), 1 - smoothStep(0.044, 0.05, distance.squareRoot()))
    let cloud = noise.rough(2.2 * x + 40, 7 * y + 3, octaves: 5)
    return mix(color, Color(1.0, 0.96, 0.93), 0.75 * smoothStep(0.52, 0.74, cloud))
  }

  private func scenery(_ x: Double, _ y: Double) -> Color {
    let forest = 0.565 - 0.05 * noise.rough(3 * x + 9, 5, octaves: 3) - trees(x)
    if y > forest {
      let light = 0.55 + 0.7 * noise.rough(40 * x, 60 * y, octaves: 3)
      return mix(Color(0.10, 0.20, 0.14), Color(0.20, 0.30, 0.22), y * 1.5) * light
    }
    let near = 0.52 - 0.24 * ridge(1.7 * x + 3, 11)
    if y > near { return rock(x, y, top: near, haze: 0.25, snowline: 0.34) }
    let far = 0.47 - 0.34 * ridge(1.3 * x + 20, 31)
    if y > far { return rock(x, y, top: far, haze: 0.55, snowline: 0.31) }
    return sky(x, y)
  }

  /// Peaks: the folded noise has edges where the unfolded one passes its middle.
  private func ridge(_ x: Double, _ y: Double) -> Double {
    var (sum, weight, scale) = (0.0, 0.5, 1.0)
    for _ in 0..<6 {
      let fold = 1 - abs(2 * noise.at(x * scale, y * scale) - 1)
      sum += weight * fold
      (weight, scale) = (weight * 0.45, scale * 2.1)
    }
    return sum
  }

  private func rock(_ x: Double, _ y: Double, top: Double, haze: Double, snowline: Double) -> Color
  {
    let slope = noise.rough(14 * x + 6 * y, 22 * y - 5 * x, octaves: 5)
    let light = 0.45 + 0.9 * slope
    var color = Color(0.36, 0.35, 0.40) * light
    let snow = smoothStep(-0.02, 0.03, snowline - y + 0.16 * (slope - 0.5))
    color = mix(color, Color(0.95, 0.96, 1.0) * (0.72 + 0.36 * slope), snow)
    return mix(color, Color(0.72, 0.78, 0.88), haze + 0.5 * max(0, y - 0.42))
  }

  /// The heights of firs: one in each of many narrow columns.
  private func trees(_ x: Double) -> Double {
    var height = 0.0
    for layer in 0..<2 {
      let scaled = x * (48 + 23 * Double(layer))
      let column = scaled.rounded(.down)
      let tip = noise.corner(Int(column), 900 + layer)
      let side = 1 - abs(2 * (scaled - column) - 1)
      height = max(height, (0.012 + 0.035 * tip) * side)
    }
    return height
  }

  private func water(_ x: Double, _ y: Double) -> Color {
    let depth = y - Self.shore
    let ripple = noise.rough(6 * x, 70 * y / (0.4 + 2 * depth), octaves: 3) - 0.5
    let seen = scenery(x + 0.02 * ripple, Self.shore - 0.95 * depth + 0.05 * ripple * (depth + 0.1))
    let glitter = smoothStep(0.27, 0.4, ripple) * 0.35
    return mix(
      mix(seen, Color(0.12, 0.25, 0.36), 0.30 + 0.9 * depth), Color(1, 0.95, 0.85), glitter)
  }

  private func boat(_ x: Double, _ y: Double) -> Color? {
    let (u, v) = ((x - place.boat * width) / 0.07, (y - 0.7) / 0.07)
    if v > 0 && v < 0.32 && abs(u - 0.1) < 1.1 - 1.4 * v {
      return Color(0.62, 0.16, 0.12) * (1 - v)
    }
    if abs(u) < 0.03 && v > -2.4 && v <= 0 { return Color(0.25, 0.18, 0.12) }
    if v < -0.15 && v > -2.3 {
      if u > 0.06 && u < 1.05 * (v + 2.3) / 2.15 { return Color(0.98, 0.97, 0.93) * (1 - 0.12 * u) }
      if u < -0.06 && -u < 0.6 * (v + 2.0) / 1.85 { return Color(0.90, 0.90, 0.88) }
    }
    return nil
  }

  private func bank(_ x: Double) -> Double {
    0.89 - 0.05 * noise.rough(2.5 * x + 70, 1, octaves: 4) - 0.03 * x / width
  }

  private func meadow(_ x: Double, _ y: Double) -> Color {
    let grain = noise.rough(60 * x + 4 * y, 22 * y, octaves: 4)
    let patch = noise.rough(5 * x, 9 * y + 50, octaves: 3)
    var color = mix(Color(0.17, 0.27, 0.10), Color(0.55, 0.58, 0.22), smoothStep(0.3, 0.75, grain))
    color = mix(color, Color(0.45, 0.36, 0.24), smoothStep(0.5, 0.7, patch))
    let (i, j) = (Int((x * 55).rounded(.down)), Int((y * 55).rounded(.down)))
    if noise.corner(i, j + 5000) > 0.94 {
      let (dx, dy) = (x * 55 - Double(i) - 0.5, y * 55 - Double(j) - 0.5)
      let petal = smoothStep(0.16, 0.06, dx * dx + dy * dy)
      color = mix(
        color, noise.corner(i, j) > 0.5 ? Color(0.9, 0.3, 0.25) : Color(1, 0.9, 0.5), petal)
    }
    return color * (0.75 + 0.35 * smoothStep(0.82, 1, y))
  }
}
