import Foundation
import PackagePlugin

/// Compiles the folder `Packs` into `builtin.entpack`, a resource of the target that uses this plugin.
@main
struct CompilePack: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let packs = context.package.directoryURL.appending(path: "Packs").resolvingSymlinksInPath()
    let output = context.pluginWorkDirectoryURL.appending(path: "builtin.entpack")
    return [
      .buildCommand(
        displayName: "Compiling the knowledge pack",
        executable: try context.tool(named: "EntentePackTool").url,
        arguments: [
          "compile", output.path(percentEncoded: false), packs.path(percentEncoded: false),
        ],
        // Every file, so that a change compiles again; an addition or removal changes this list.
        inputFiles: try sources(in: packs),
        outputFiles: [output])
    ]
  }

  /// The pack sources in `folder`, sorted.
  private func sources(in folder: URL) throws -> [URL] {
    let keys: [URLResourceKey] = [.isDirectoryKey]
    guard
      let walk = FileManager.default.enumerator(
        at: folder, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
    else { throw PackFolderMissing(path: folder.path(percentEncoded: false)) }
    var files: [URL] = []
    for case let file as URL in walk where ["yaml", "tsv"].contains(file.pathExtension) {
      files.append(file)
    }
    guard !files.isEmpty else { throw PackFolderMissing(path: folder.path(percentEncoded: false)) }
    return files.sorted { $0.path < $1.path }
  }
}

/// There is nothing to compile.
struct PackFolderMissing: Error, CustomStringConvertible {
  let path: String

  var description: String {
    "no pack sources in \(path): the folder `Packs` is part of the package"
  }
}
