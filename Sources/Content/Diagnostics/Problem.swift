/// Everything that can be wrong, as data: a case a problem, with the values its sentence needs.
///
/// The name of a case, in kebab case, is the stable code that tools see (`unknown-key`).
public enum Problem: Sendable, Hashable {
  // Output folder and writing (exit codes 3 and 4)
  /// `reason` says which rule the folder breaks.
  case outputRefused(path: String, reason: OutputRefusal)
  case outputNotOurs(path: String)
  case outputBusy(path: String, pid: Int32?)
  case outputEdited(path: String)
  case outputBlocked(path: String, by: String)
  case manifestInvalid(path: String, line: Int)
  case writeFailed(operation: String, path: String, errno: Int32)
  case readFailed(path: String, errno: Int32)

  /// Why a folder can't be the output folder.
  public enum OutputRefusal: String, Sendable, Hashable {
    case empty, root, home, sourceFolder, containsSource, insideContent, symbolicLink, notAFolder
  }
}
