extension ScriptLibrary {
  /// KaTeX with the function `typeset(tex, isDisplay)`.
  ///
  /// It returns `+` and MathML, or `-`, the place of the error in UTF-16 units (empty where unknown),
  /// `|` and KaTeX's reason.
  static func katex(at path: String) -> ScriptLibrary {
    ScriptLibrary(prelude: polyfills, path: path, epilogue: typeset)
  }

  /// What KaTeX expects of a browser and Duktape lacks.
  private static let polyfills = """
    (function (define) {
      define(String, 'startsWith', function (s, p) { return this.substr(p || 0, s.length) === s; });
      define(String, 'endsWith', function (s) { return this.slice(-s.length) === s; });
      define(String, 'includes', function (s) { return this.indexOf(s) >= 0; });
      define(String, 'repeat', function (n) { return new Array(n + 1).join(this); });
      define(Array, 'includes', function (x) { return this.indexOf(x) >= 0; });
      define(Array, 'find', function (f) {
        for (var i = 0; i < this.length; i++) if (f(this[i])) return this[i];
      });
      define(Array, 'fill', function (x) {
        for (var i = 0; i < this.length; i++) this[i] = x;
        return this;
      });
    })(function (type, name, body) {
      if (type.prototype[name]) return;
      Object.defineProperty(type.prototype, name, { value: body });
    });
    var document = { compatMode: 'CSS1Compat' };
    """

  private static let typeset = """
    function typeset(tex, isDisplay) {
      try {
        return '+' + katex.renderToString(tex, {
          output: 'mathml', displayMode: isDisplay, throwOnError: true, strict: 'ignore',
          maxExpand: 1000, maxSize: 50,
          trust: function (context) {
            throw new katex.ParseError(context.command + ' is not allowed in a formula');
          }
        });
      } catch (error) {
        if (!(error instanceof katex.ParseError)) throw error;
        var reason = /^KaTeX parse error: ([^]*?)(?: at position \\d+: [^]*| at end of input: [^]*)?$/
          .exec(error.message);
        var place = error.position === undefined ? '' : error.position;
        return '-' + place + '|' + (reason ? reason[1] : error.message);
      }
    }
    """
}
