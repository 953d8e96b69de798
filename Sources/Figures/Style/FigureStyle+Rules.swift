extension FigureStyle {
  /// All rules that drawings use; `&` is the root of a drawing.
  static let rules: [StyleRule] =
    baseRules + heatmapRules + chartRules + explainerRules
    + ["p", "n", "g"].flatMap { letter in
      (1...Palette.levels).map { StyleRule(".\(letter)\($0)", "stroke:$\(letter)\($0)") }
    }

  /// What holds for the containers in a page.
  static let pageRules = """
    .nb-figure{font-family:var(--nb-font,system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif);\
    max-width:100%;height:auto;flex:none;forced-color-adjust:none;print-color-adjust:exact}
    .nb-figures{container:nb/inline-size;position:relative;display:flex;flex-wrap:wrap;\
    align-items:center;justify-content:safe center;overflow-x:auto}
    .nb-data{position:absolute;top:0;left:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .nb-figures .nb-wide{min-width:calc(var(--w)*.68px)}
    @media print{.nb-figures .nb-wide{min-width:0}.nb-figure{break-inside:avoid;zoom:.85}}

    """ + FigureRow.css + SVG.Narrow.css

  private static let baseRules = [
    StyleRule(
      "&",
      "font:12px system-ui,-apple-system,\"Segoe UI\",Roboto,Arial,sans-serif;"
        + "font-variant-numeric:tabular-nums;text-anchor:middle;fill:$ink"),
    StyleRule("path", "fill:none"),
    StyleRule(".surface", "fill:$surface"),
    StyleRule(".title", "font-size:13px;font-weight:600"),
    StyleRule(".note", "font-weight:400;fill:$muted"),
    StyleRule(".label", "font-size:11px;fill:$muted"),
    StyleRule(".wrong", "font-size:11px;font-weight:600;fill:$accent"),
    StyleRule(".operator", "font-size:20px;fill:$muted"),
    StyleRule(".star", "font-size:34px"),
    StyleRule(".start", "text-anchor:start"),
    StyleRule(".end", "text-anchor:end"),
    StyleRule(".pixels", "image-rendering:pixelated"),
    StyleRule(".slim", "display:none"),
  ]

  private static let heatmapRules = [
    StyleRule(".cells", "shape-rendering:crispEdges"),
    StyleRule(".z", "stroke:$zero"),
    StyleRule(".nan", "stroke:$nan"),
    StyleRule(".hatch", "stroke:$hatch;vector-effect:non-scaling-stroke;shape-rendering:auto"),
    StyleRule(".grid", "stroke:$line;vector-effect:non-scaling-stroke"),
    StyleRule(".i,.r", "font-size:10px;fill:$muted"),
    StyleRule(".r", "text-anchor:end"),
    StyleRule(".r tspan", "font-size:12px;text-anchor:middle;fill:$ink"),
    StyleRule(".small tspan", "font-size:10.5px"),
    StyleRule(".r .s", "fill:$strong"),
    StyleRule(
      ".r .q", "stroke:$nan;stroke-width:4px;paint-order:stroke;stroke-linejoin:round"),
    StyleRule(".mark", "fill:$ink"),
    StyleRule(".markstrong", "fill:$strong"),
    StyleRule(".halo", "stroke:$surface;stroke-width:5px;stroke-linejoin:round"),
    StyleRule(".box", "stroke:$accent;stroke-width:2.5px;stroke-linejoin:round"),
    StyleRule(".dash", "stroke-dasharray:7 4"),
    StyleRule(".dot", "stroke-dasharray:2 3"),
  ]

  /// What is picked is shown instead of what is chosen; turns are taken where motion is wanted and
  /// nothing is picked.
  private static let explainerRules = [
    StyleRule(".hit", "fill:transparent;pointer-events:all;cursor:pointer"),
    StyleRule(".pick", "outline:none"),
    StyleRule(".answer", "pointer-events:none"),
    StyleRule(
      ".play .answer", "visibility:hidden!important",
      media: "print,(prefers-reduced-motion:reduce)"),
    StyleRule(
      ".play .chosen", "visibility:hidden",
      media: "screen and (prefers-reduced-motion:no-preference)"),
    // Important, since an animation goes before other rules.
    StyleRule(
      ".stage:has(.pick:hover) .answer,.stage:has(.pick:focus) .answer,"
        + ".stage:has(.pick:hover) .chosen,.stage:has(.pick:focus) .chosen",
      "visibility:hidden!important", media: "screen"),
    StyleRule(".stage .pick:focus .answer", "visibility:visible!important", media: "screen"),
    // A cell that is pointed at goes before the one that has the focus.
    StyleRule(
      ".stage:has(.pick:hover) .pick:focus:not(:hover) .answer", "visibility:hidden!important",
      media: "screen"),
    StyleRule(".stage .pick:hover .answer", "visibility:visible!important", media: "screen"),
  ]

  private static let chartRules =
    [
      StyleRule(".axis", "stroke:$muted;shape-rendering:crispEdges"),
      StyleRule(".rule", "stroke:$line;shape-rendering:crispEdges"),
      StyleRule(".line", "stroke-width:2px;stroke-linejoin:round;stroke-linecap:round"),
      StyleRule(".name", "font-weight:600;text-anchor:start"),
      StyleRule(".connector", "stroke:$line"),
      StyleRule(".arrow", "stroke:$muted;stroke-width:1.5px;stroke-linecap:round"),
      StyleRule(".bar", "fill:$s1"),
      StyleRule(".band", "fill-opacity:.18"),
      StyleRule(".ring", "fill:$surface;stroke-width:2px"),
    ]
    + (1...6).flatMap { index in
      [
        StyleRule(".l\(index)", "stroke:$s\(index)"),
        StyleRule(".f\(index)", "fill:$s\(index);stroke:$surface;stroke-width:1.5px"),
        StyleRule(".e\(index)", "fill:$s\(index)"),
        StyleRule(".b\(index)", "fill:$s\(index)"),
      ]
    }
}
