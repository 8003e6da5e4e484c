// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "entente",
  products: [
    .library(name: "Entente", targets: ["Entente"]),
    .executable(name: "entente", targets: ["EntenteCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "EntenteModel"),
    .systemLibrary(
      name: "CLibXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CLibXMLShim", dependencies: ["CLibXML"]),
    .target(name: "CProcessShim"),
    .target(
      name: "EntenteDocuments", dependencies: ["EntenteModel", "CLibXMLShim", "CProcessShim"]),
    .target(name: "EntenteKnowledge", dependencies: ["EntenteModel"]),
    .target(name: "EntenteReader", dependencies: ["EntenteModel", "EntenteKnowledge"]),
    .target(
      name: "EntentePackCompiler",
      dependencies: ["EntenteModel", "EntenteKnowledge", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "EntenteGraph", dependencies: ["EntenteModel", "EntenteKnowledge"],
      // In the code, since the static program is one file.
      resources: [
        "page.css", "text.js", "graph.js", "filters.js", "picture.js", "tables.js", "quotes.js",
        "panels.js", "facets.js", "search.js", "page.js",
      ].map { .embedInCode("Explorer/Page/\($0)") }),

    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .target(name: "CGraphvizShim", dependencies: ["CGraphviz"]),
    .target(name: "EntenteRender", dependencies: ["CGraphvizShim"]),

    .executableTarget(
      name: "EntentePackTool",
      dependencies: ["EntenteKnowledge", "EntenteModel", "EntentePackCompiler"],
      exclude: ["Packs"]),
    .plugin(
      name: "CompilePack", capability: .buildTool(), dependencies: ["EntentePackTool"]),

    .target(
      name: "Entente",
      dependencies: [
        "EntenteModel", "EntenteDocuments", "EntenteKnowledge", "EntenteReader", "EntenteGraph",
        "EntentePackCompiler", "EntenteRender",
      ],
      plugins: ["CompilePack"]),
    .executableTarget(
      name: "EntenteCLI",
      dependencies: [
        "Entente", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "EntenteDocumentsTests", dependencies: ["EntenteDocuments", "EntenteModel"]),
    .testTarget(name: "EntenteGraphTests", dependencies: ["EntenteGraph", "EntenteModel"]),
    .testTarget(
      name: "EntenteKnowledgeTests",
      dependencies: ["EntenteKnowledge", "EntenteModel", "EntentePackCompiler"]),
    .testTarget(
      name: "EntentePackCompilerTests",
      dependencies: ["EntenteKnowledge", "EntenteModel", "EntentePackCompiler"]),
    .testTarget(name: "EntenteModelTests", dependencies: ["EntenteModel"]),
    .testTarget(
      name: "EntenteReaderTests",
      dependencies: [
        "EntenteDocuments", "EntenteGraph", "EntenteKnowledge", "EntenteModel",
        "EntentePackCompiler", "EntenteReader",
      ],
      exclude: ["Articles", "Goldens", "Sentences"]),
    .testTarget(name: "EntenteRenderTests", dependencies: ["EntenteRender"]),
    .testTarget(name: "EntenteTests", dependencies: ["Entente", "EntenteGraph"]),
    // The program itself is what these tests run.
    .testTarget(
      name: "EntenteCLITests", dependencies: ["Entente", "EntenteCLI"], exclude: ["Report"]),
  ],
  swiftLanguageModes: [.v6]
)

// One place for the settings of every Swift target: strictness is not a matter of taste per folder.
for target in package.targets where [.regular, .executable, .test].contains(target.type) {
  guard !target.name.hasSuffix("Shim") else { continue }
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .strictMemorySafety(),
  ]
}
