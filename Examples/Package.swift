// swift-tools-version: 6.2
import PackageDescription

// A program of its own that uses the library, to be copied.
let package = Package(
  name: "entente-examples",
  dependencies: [.package(name: "entente", path: "..")],
  targets: [
    .executableTarget(
      name: "MeetingList", dependencies: [.product(name: "Entente", package: "entente")])
  ],
  swiftLanguageModes: [.v6]
)
