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
  /// Somebody or something asked the build to stop.
  case interrupted
  /// A page that isn't made any more was edited by hand: the file stays and isn't the platform's any longer.
  case outputEditedKept(path: String)
  /// A file saved in the output folder while the site was written stood in a page's way: it now has another name.
  case outputSetAside(path: String, as: String)
  /// The new site stands, but something of the old one couldn't be cleared away; the next build tries again.
  case outputLeftover(path: String, errno: Int32)
  /// The build runs as root for a folder of another user (a numeric id), who was made the files' owner.
  case outputOwner(path: String, user: UInt32)

  /// Why a folder can't be the output folder.
  public enum OutputRefusal: String, Sendable, Hashable {
    case empty, root, home, sourceFolder, containsSource, insideContent, symbolicLink, notAFolder
  }
}
