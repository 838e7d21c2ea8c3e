import Foundation
import Glibc

/// Why templates can't be compiled.
public enum CompilingObstacle: Sendable, Hashable {
  /// The folder holds no `Package.swift` that makes the program.
  case noPackage
  /// It holds no folder `templates/`.
  case noTemplates
  /// `swift` isn't installed, or not on the PATH.
  case noSwift
  /// The compiler couldn't be started or its result not be copied: the system's words.
  case system(String)
}

/// A package whose product is the site's own generator.
struct TemplatePackage {
  let folder: String
  let product: String
  /// As the environment variable PATH.
  let searchPath: String

  /// `nil` where everything is there.
  var obstacle: CompilingObstacle? {
    let package = (try? Data(contentsOf: URL(fileURLWithPath: folder + "/Package.swift"))) ?? Data()
    guard package.range(of: Data("\"\(product)\"".utf8)) != nil else { return .noPackage }
    guard FolderIdentity(folder + "/templates") != nil else { return .noTemplates }
    let hasSwift = searchPath.split(separator: ":").contains { access("\($0)/swift", X_OK) == 0 }
    return hasSwift ? nil : .noSwift
  }
}
