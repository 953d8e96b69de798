/// What `nbrun help` says.
enum Help {
  /// The text about a subcommand, or the overview.
  static func text(for topic: String?) -> String {
    switch topic {
    case "check": check
    case "new": new
    case "cache": cache
    default: overview
    }
  }

  static let overview = """
    nbrun runs a notebook and writes a finished document.

    USAGE
      nbrun FILE.nb [-o OUT] [options]   run the cells and write the report
      nbrun check FILE.nb                check everything short of running
      nbrun new NAME                     write a starter notebook, NAME.nb
      nbrun cache clear                  remove stored programs and results
      nbrun help [SUBCOMMAND]            this text, or more about a subcommand
      nbrun --version

    OPTIONS
      -o, --output OUT      where the document goes; '-' is standard output. Default: the
                            notebook's name with '.html', beside the notebook
      -P, --param NAME=VALUE  set a parameter of the notebook, or 'seed'; repeatable
      --answers FILE.json   write every recorded answer in full precision
      --timeout SECONDS     how long a cell may run. Default: 60
      --memory MIB          how much memory the cells may use. Default: 4096
      --allow-errors        show errors in the report and go on with what does not depend on them
      --no-cache            run everything, whatever earlier runs have left
      -q, --quiet           print nothing but errors
      -v, --verbose         say what is done and how long it took

    FILE.nb may be '-' for standard input. A notebook is Markdown with cells of Swift:

      ```{swift}
      let x = Tensor<Double>([[1, 2], [3, 4]])
      x
      ```

    EXIT CODES
      0  the document is written      1  the notebook failed      64  wrong usage
    """

  static let check = """
    USAGE: nbrun check FILE.nb

    Reads the notebook and checks its format, options, references, formulas and pictures, and
    has the compiler check the cells. Nothing is run and nothing is written.
    """

  static let new = """
    USAGE: nbrun new NAME

    Writes NAME.nb, a small notebook that renders as it is and shows each part of the format.
    A file of that name is left as it is.
    """

  static let cache = """
    USAGE: nbrun cache clear

    Removes the programs and results of earlier runs. They are in NBRUN_CACHE, or in
    XDG_CACHE_HOME/nbrun, or in ~/.cache/nbrun.
    """
}
