import Dispatch
import Foundation
import Glibc
import Preview
import Templates

/// Where the program begins.
///
/// A preview's worker runs on the one thread the process has: nothing that starts others may come before it.
@main
enum Program {
  static func main() {
    let arguments = CommandLine.arguments
    if arguments.count == 3, arguments[1] == PreviewWorker.argument {
      guard let setup = try? JSONDecoder().decode(WorkerSetup.self, from: Data(arguments[2].utf8)) else {
        Glibc.exit(2)
      }
      PreviewWorker.main(setup) { folder in folder.map { PlatformTheme(filesIn: $0) } ?? PlatformTheme() }
    }
    guard ThreadSupply.suffices() else {
      Console.write("erreur : la mémoire ne suffit pas. (Not enough memory.)\n", to: STDERR_FILENO)
      Glibc.exit(4)
    }
    Task {
      await Terreau.runCommand()
      Glibc.exit(0)
    }
    dispatchMain()
  }
}
