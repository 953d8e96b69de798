import Diagnostics

/// What `nbrun help` says.
enum Help {
  private static let topics = [
    "preview": preview, "check": check, "convert": convert, "grade": grade, "roster": roster,
    "verify": verify, "doc": doc, "new": new, "cache": cache, "data": data, "help": overview,
    "render": overview,
  ]

  /// The text about a subcommand, or the overview.
  ///
  /// - Throws: `UsageError` where there is no such subcommand.
  static func text(for topic: String?) throws -> String {
    guard let topic else { return overview }
    guard let text = topics[topic] else {
      let near = suggestion(for: topic, among: topics.keys.sorted())
      throw UsageError(
        "there is no subcommand '\(topic)'. "
          + (near ?? "What cells can call is told by 'nbrun doc \(topic)'."))
    }
    return text
  }

  static let overview = """
    nbrun runs a notebook and writes a finished document.

    USAGE
      nbrun FILE.nb [-o OUT]… [options]  run the cells and write the documents
      nbrun preview FILE.nb              show the document in a browser while it is written
      nbrun check FILE.nb                check everything short of running
      nbrun grade STUDENT.nb… --key FILE.nb   grade students' answers by a key's
      nbrun roster STUDENTS.csv FILE.nb -o SHEETS   a sheet of their own for each student
      nbrun verify REPORT FILE.nb        repeat a report's run and compare, bit for bit
      nbrun convert FILE.ipynb           turn a Jupyter notebook into FILE.nb
      nbrun doc [NAME]                   what cells can call: types, functions, members
      nbrun new NAME                     write a starter notebook, NAME.nb
      nbrun data get NAME                download data: mnist, cifar10, digits
      nbrun cache clear                  remove stored programs and results
      nbrun help [SUBCOMMAND]            this text, or more about a subcommand
      nbrun --version

    OPTIONS
      -o, --output OUT      where a document goes, in the format of its name: .html, .md, .ipynb,
                            .pdf; repeatable, all from one run. '-' is standard output.
                            Default: the notebook's name with '.html', beside the notebook
      -t, --to FORMAT       the format where the name does not tell: html, md, ipynb, pdf, nb
      --variant VARIANT     'report' (default); 'key', with all solutions open and all answers;
                            'handout', with no trace of the solutions. A handout written to .nb
                            is the notebook for students to fill in
      --paper SIZE          of a PDF: 'a4' (default) or 'letter'
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

    ENVIRONMENT
      NBRUN_CACHE           the folder for programs and results of earlier runs
      NBRUN_DATA            the folder with downloaded data
      NBRUN_THREADS         how many threads the tensors' loops use, 1 to 256. Default: the cores
      NBRUN_CPU             the instructions that they use: portable, avx2, avx512, neon. Default:
                            the best that the processor has. Neither changes a result

    EXIT CODES
      0  the document is written      1  the notebook failed      64  wrong usage
    """

  static let preview = """
    USAGE: nbrun preview FILE.nb [--port PORT] [options]

    Serves the document to the browser on this machine until Control-C. Whenever the notebook, one of its
    pictures or a file that its cells read is saved, it is rendered anew, and the page with it: what is
    unfolded stays so, and so does the place. Errors are told below the last good document. A run that the
    next saving has overtaken is ended. Nothing is written but the cache.

      --port PORT           the port on 127.0.0.1. Default: 4848, or another where that is taken
      --variant VARIANT     'report' (default), 'handout' or 'key'
      -P, --timeout, --memory, --allow-errors   as for rendering
    """

  static let check = """
    USAGE: nbrun check FILE.nb [--grading]

    Reads the notebook and checks its format, options, references, formulas and pictures, and
    has the compiler check the cells. Nothing is run and nothing is written.

      --grading             run it as well, and test it as a key: run as a student's notebook it has to
                            earn every point, its untouched handout none, and no common mistake may
                            give the right value
      -P, --timeout, --memory   as for rendering
    """

  static let convert = """
    USAGE: nbrun convert FILE.ipynb [-o FILE.nb]

    Turns a Jupyter notebook (nbformat 4) into a notebook for nbrun. Cells of Swift become cells that
    run, those of other languages code that is shown, with what it printed. Markdown shows what it
    showed: what only nbrun means, such as ':::' and '@fig-loss', is escaped.

      -o, --output FILE     Default: FILE.nb, beside the notebook, where there is none yet; '-' is
                            standard output
    """

  static let grade = """
    USAGE: nbrun grade STUDENT.nb --key LESSON.nb [-o FEEDBACK.html] [--json FILE]
           nbrun grade STUDENT.nb… --key LESSON.nb -o FOLDER/ [--roster roster.csv]

    Runs both notebooks under the key's seed and parameters and compares the recorded answers. An
    exercise's points are shared by the answers that the key records in it and in its solutions; a
    tensor earns the share of its numbers that are right, within the key's tolerance (1e-6 of the
    larger of 1 and the value, unless 'answer(…, tolerance:)' says otherwise).

    The student's cells run confined: they read the system's libraries and what the handout's
    cells read of the key's folder, write to a folder of their own, reach no network and start no
    program. Where the system cannot confine them, nothing is run.

    Students' notebooks are '.nb' or '.ipynb'. Of several, the folder gets a page and a '.json' for
    each, and 'grades.csv', a line for each with the points of all exercises.

      -o, --output FILE     the feedback page, or the folder, 'FOLDER/'. Default:
                            STUDENT.feedback.html
      --json FILE           the grades for other programs
      --roster FILE.csv     the seed of each student's sheet, as 'nbrun roster' has listed them: a
                            notebook is named after its student's id
      -P, --timeout, --memory   as for rendering
    """

  static let roster = """
    USAGE: nbrun roster STUDENTS.csv LESSON.nb -o SHEETS [options]

    Runs the notebook once for each student, with the student's own seed, and writes

      SHEETS/handouts/ID.html    the handout, with the student's name
      SHEETS/keys/ID.html        its key
      SHEETS/answers/ID.json     its answers in full precision
      SHEETS/roster.csv          who has which seed and which files

    The table has a line of column names and a line for each student; 'id' tells students apart, 'name'
    may be there. A student's seed is the first 8 hexadecimal digits of the SHA-256 of course, notebook
    and id, each on a line of its own:

      printf '%s\\n' COURSE LESSON.nb ID | sha256sum | head -c 8

    The cells are compiled once and run many times, on all cores. A run that was interrupted goes on
    where it stopped: sheets that are there, whole and from the same notebook, are kept.

      -o, --output FOLDER   where the sheets go
      -t, --to FORMAT       html (default), pdf, md, ipynb; nb is the notebook to fill in; repeatable
      --course NAME         part of what the seeds are made from
      --id COLUMN           the column of the ids. Default: id
      --name COLUMN         the column of the names. Default: name
      --seed-column COLUMN  the column that has the seeds, which are then not computed
      -j, --jobs N          how many students at a time, at most one for each core. Default:
                            the number of cores
      --no-cache            make all sheets, whatever is there
      --paper, -P, --timeout, --memory, -q   as for rendering

    Students' notebooks are graded with the seeds of roster.csv:
      nbrun grade handed-in/*.nb --key LESSON.nb --roster SHEETS/roster.csv -o feedback/
    """

  static let verify = """
    USAGE: nbrun verify REPORT LESSON.nb [--answers-only]

    Every report ends with a receipt: the notebook's digest, the seed, the parameters, the versions, and
    a digest of each recorded answer. This command runs the notebook again as the receipt says, tells of
    each answer whether it is the same bit for bit, renders the document again, and compares that byte
    for byte. REPORT is a '.html', '.md' or '.ipynb' that nbrun has written.

    A handout lists its answers without digests, since from a digest a guess can be confirmed; with
    'salt: some long text' in the front matter they are there, and useless without the salt.

      --answers-only        do not compare the document, for a notebook whose sentences have changed
      --timeout, --memory   as for rendering

    EXIT CODES
      0  everything is the same      1  something differs      64  wrong usage
    """

  static let new = """
    USAGE: nbrun new NAME

    Writes NAME.nb, a small notebook that renders as it is and shows each part of the format.
    A file of that name is left as it is.
    """

  static let data = """
    USAGE: nbrun data list
           nbrun data get NAME… [--to FOLDER] [--from URL] [--timeout SECONDS] [-q]

    Downloads data that notebooks can use in place of generated data: 'mnist' (11.6 MB), 'cifar10'
    (170.1 MB), 'digits' (0.1 MB). Each file is checked by its digest, and takes its place only when
    it is whole; what was begun is gone on with.

      --to FOLDER        where it goes. Default: NBRUN_DATA, or 'data' in nbrun's cache folder, where
                         the cells find it; 'nbrun cache clear' leaves it there
      --from URL         a server's folder that has the files, in place of the usual ones
      --timeout SECONDS  how long to wait for a silent server. Default: 30
      -q, --quiet        show no progress

    'nbrun data list' tells what is there.
    """

  static let doc = """
    USAGE: nbrun doc [NAME]

    Tells what cells can call: all of the core, the figures and the kit, or what stands under a
    name: a type with its members, 'Conv2D'; a function, 'convolve'; a member, 'Conv2D.forward' or
    'forward'. Where nothing has that name, what speaks of it.
    """

  static let cache = """
    USAGE: nbrun cache clear

    Removes the programs and results of earlier runs. They are in NBRUN_CACHE, or in
    XDG_CACHE_HOME/nbrun, or in ~/.cache/nbrun.
    """
}
