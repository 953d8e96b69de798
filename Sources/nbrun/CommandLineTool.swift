import Diagnostics
import Engine
import Glibc
import NotebookFormat
import Platform

/// Chooses the subcommand and turns its errors into messages and exit codes.
struct CommandLineTool {
  /// The exit codes.
  enum ExitCode {
    static let success: Int32 = 0
    static let failure: Int32 = 1
    static let usage: Int32 = 64
  }

  /// Runs the command line and returns the exit code.
  func run(_ arguments: [String]) -> Int32 {
    do {
      switch arguments.first {
      case nil:
        print(Help.overview)
        return ExitCode.usage
      case "help", "--help", "-h": print(try Help.text(for: arguments.dropFirst().first))
      case "version", "--version", "-V": print("nbrun \(Version.current)")
      case "preview": try PreviewCommand(Array(arguments.dropFirst())).run()
      case "check": return try CheckCommand(Array(arguments.dropFirst())).run()
      case "grade": return try GradeCommand(Array(arguments.dropFirst())).run()
      case "roster": return try RosterCommand(Array(arguments.dropFirst())).run()
      case "verify": return try VerifyCommand(Array(arguments.dropFirst())).run()
      case "convert": try ConvertCommand(Array(arguments.dropFirst())).run()
      case "doc": try DocCommand(Array(arguments.dropFirst())).run()
      case "new": try NewCommand(Array(arguments.dropFirst())).run()
      case "data": try DataCommand(Array(arguments.dropFirst())).run()
      case "cache": try CacheCommand(Array(arguments.dropFirst())).run()
      case "render": return try RenderCommand(Array(arguments.dropFirst())).run()
      default: return try RenderCommand(arguments).run()
      }
      return ExitCode.success
    } catch let error as UsageError {
      printError("nbrun: \(error.description)\n")
      return ExitCode.usage
    } catch let error as ParameterError {
      printError("nbrun: \(error.description)\n")
      return ExitCode.usage
    } catch let error as Diagnostic {
      printErrors([error])
      return ExitCode.failure
    } catch {
      printError("nbrun: error: \(error)\n")
      return ExitCode.failure
    }
  }
}
