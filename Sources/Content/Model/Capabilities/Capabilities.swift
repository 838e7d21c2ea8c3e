/// What a content type can do beyond its fields: a closed list, each with a typed struct that is decoded and checked
/// while reading.
public enum CapabilityKind: String, Sendable, CaseIterable {
  case event, publication, course, tracker, assessment, platform, definition, matrix
  case caseStudy = "case"
  case figures, phases, chapter
}

/// What an item says for each capability of its type.
public struct Capabilities: Sendable {
  public internal(set) var event: Event?
  public internal(set) var publication: Publication?
  public internal(set) var course: Course?
  public internal(set) var tracker: Tracker?
  public internal(set) var assessment: Assessment?
  public internal(set) var platform: Platform?
  public internal(set) var definition: Definition?
  public internal(set) var matrix: Matrix?
  public internal(set) var caseStudy: CaseStudy?
  public internal(set) var figures: Figures?
  public internal(set) var phases: Phases?
  public internal(set) var chapter: Chapter?
  /// The keys of which the author writes that the sources don't say them.
  private(set) var unspecified: [UnspecifiedKey] = []
}

/// A capability's data, read from the mapping of its name in an item's front matter.
protocol Capability {
  static var kind: CapabilityKind { get }
  /// Reads the mapping; `nil` where it lacks, or has wrong, what the rest means nothing without.
  init?(_ reader: inout MappingReader)
}

extension Capabilities {
  /// Reads the capabilities a type declares.
  init(_ kinds: [CapabilityKind], from reader: inout MappingReader) {
    for kind in kinds {
      unspecified += reader.unspecifiedKeys(of: kind)
      switch kind {
      case .event: event = Capabilities.read(&reader)
      case .publication: publication = Capabilities.read(&reader)
      case .course: course = Capabilities.read(&reader)
      case .tracker: tracker = Capabilities.read(&reader)
      case .assessment: assessment = Capabilities.read(&reader)
      case .platform: platform = Capabilities.read(&reader)
      case .definition: definition = Capabilities.read(&reader)
      case .matrix: matrix = Capabilities.read(&reader)
      case .caseStudy: caseStudy = Capabilities.read(&reader)
      case .figures: figures = Capabilities.read(&reader)
      case .phases: phases = Capabilities.read(&reader)
      case .chapter: chapter = Capabilities.read(&reader)
      }
    }
  }

  private static func read<Value: Capability>(_ reader: inout MappingReader) -> Value? {
    let node = reader.node(Value.kind.rawValue)
    guard let node, !node.isUnspecified else { return nil }
    var inner = reader.inner(node, keyed: Value.kind.rawValue)
    guard inner.isMapping else {
      reader.add(inner)
      return nil
    }
    let value = Value(&inner)
    inner.finish()
    reader.add(inner)
    return value
  }
}
