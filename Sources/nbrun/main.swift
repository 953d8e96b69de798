import Glibc
import Platform

Interruption.watch()
RunningChildren.shared.adoptOrphans()
signal(SIGPIPE, SIG_IGN)
exit(LargeStack.run { CommandLineTool().run(Array(CommandLine.arguments.dropFirst())) })
