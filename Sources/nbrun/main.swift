import Glibc
import Platform

Interruption.watch()
signal(SIGPIPE, SIG_IGN)
exit(CommandLineTool().run(Array(CommandLine.arguments.dropFirst())))
