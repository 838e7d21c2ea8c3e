import CLinux
import Glibc

/// The one step by which a staged site and the published one change places.
struct ExchangedFolder {
  private let parent: OpenFolder
  private let name: OutputPath
  private let staging: OutputPath
  private let retired: OutputPath

  init(_ ground: WritingGround, _ staging: StagingFolder) {
    self.parent = ground.parent
    self.name = ground.folder.name
    self.staging = staging.name
    self.retired = Leftover.retired(beside: ground.folder.name)
  }

  /// After it the new site is published and durable, and the old one has the name of a retired one. After an
  /// error everything has its old name.
  func exchange() throws(SystemError) {
    // A killed build must not leave the old site under the name of what can be removed unseen.
    try parent.rename(staging, to: parent, retired)
    do {
      try parent.rename(retired, to: parent, name, flags: RENAME_EXCHANGE)
    } catch {
      try? parent.rename(retired, to: parent, staging)
      guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(error.code) else { throw error }
      try exchangeInTwoSteps()
      return
    }
    do {
      try parent.synchronize()
    } catch {
      try? parent.rename(retired, to: parent, name, flags: RENAME_EXCHANGE)
      try? parent.rename(retired, to: parent, staging)
      throw error
    }
  }

  /// For file systems that know no exchange: between the two renames there is no site, and the build after
  /// one that was killed there puts the old one back.
  private func exchangeInTwoSteps() throws(SystemError) {
    try parent.rename(name, to: parent, retired)
    do {
      try parent.rename(staging, to: parent, name)
    } catch {
      try? parent.rename(retired, to: parent, name)
      throw error
    }
    do {
      try parent.synchronize()
    } catch {
      try? parent.rename(name, to: parent, staging)
      try? parent.rename(retired, to: parent, name)
      throw error
    }
  }
}
