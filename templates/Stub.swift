import Content
import HTML
public struct PlatformTheme: Theme {
  public init() {}
  public func assets(for site: Site) -> [ThemeAsset] { [] }
  public func render(_ page: Page, of site: Site, assets: [String: URLReference]) throws -> HTML { "<p>x</p>" }
}
