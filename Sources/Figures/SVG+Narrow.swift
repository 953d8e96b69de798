extension SVG {
  /// Where parts of a drawing go in a page that is too narrow for it.
  struct Narrow: Hashable, Sendable {
    /// A part, by its class, its origin and its scale.
    struct Place: Hashable, Sendable {
      var name: String
      var x: Double
      var y: Double
      /// By how much it is enlarged.
      var scale = 1.0
    }

    /// The natural width there.
    var width: Double
    /// The natural height there.
    var height: Double
    var places: [Place]

    /// The custom properties by which ``css`` moves the parts of a drawing of the given size.
    func properties(width fullWidth: Double, height fullHeight: Double) -> String {
      let number = Markup.number
      // The view box still has the full size; it fits into the narrow one by this factor.
      let shrunk = min(width / fullWidth, height / fullHeight)
      let moves = places.map {
        "--\($0.name):translate(\(number($0.x))px,\(number($0.y))px)"
          + ($0.scale == 1 ? "" : "scale(\(Markup.precise($0.scale)))")
      }
      let size =
        "--w:\(number(width));--h:\(number(height));--s:scale(\(Markup.precise(1 / shrunk)))"
      return ([size] + moves).joined(separator: ";")
    }

    /// Containers up to this width show the narrow form, wider ones the full one, a little shrunk where
    /// it must be.
    private static let widestContainer = 575

    /// The rules that move the parts: the drawing has the class `nb-reflow`, all of its content is in
    /// a group `all`, and the parts in it are groups `m0`, `m1`, … , `o1`, … and `t`, whose places the
    /// root knows, or groups `part` that know their own, see ``Reflow``.
    static let css: String = {
      let names = ["m0", "m1", "m2", "o1", "o2", "t"]
      let moves = names.map { ".nb-reflow .\($0){transform:var(--\($0))}" }.joined()
      return """
        @media screen{@container nb (max-width:\(widestContainer)px){\
        .nb-figures .nb-reflow{width:calc(var(--w)*1px);aspect-ratio:var(--w)/var(--h)}\
        .nb-reflow .all{transform:var(--s)}.nb-reflow .part{transform:var(--at)}\(moves)\
        .nb-reflow .plot *{vector-effect:non-scaling-stroke}\
        .nb-reflow .kept>*{transform:var(--u);transform-box:fill-box;transform-origin:center}\
        .nb-reflow .ends>*{transform-origin:right}\
        .nb-reflow .wide{display:none}.nb-reflow .slim{display:inline}}}

        """
    }()
  }
}
