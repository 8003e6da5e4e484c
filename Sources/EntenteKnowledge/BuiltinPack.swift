package import EntenteModel
import Glibc

/// Where the pack that belongs to the program lies.
package enum BuiltinPack {
  /// The path of the first that is there of: `$ENTENTE_PACK`; the resources of the build beside the program;
  /// `../share/entente/builtin.entpack` of an installation.
  ///
  /// `$ENTENTE_PACK` is believed even where nothing is there, so that a mistyped path is told of and not passed over.
  /// Throws `pack.missing`, naming the places looked at.
  package static func locate() throws(EntenteError) -> String {
    if let chosen = unsafe getenv("ENTENTE_PACK"), unsafe chosen.pointee != 0 {
      return unsafe String(cString: chosen)
    }
    let places = candidates(beside: programFolder())
    for place in places where unsafe access(place, R_OK) == 0 { return place }
    throw EntenteError(
      code: "pack.missing",
      "found no knowledge pack; looked for " + places.map { "`\($0)`" }.joined(separator: ", "),
      hint: "run `make install`, or set ENTENTE_PACK to the path of a compiled pack")
  }

  /// The places to look at for a program in `folder`.
  package static func candidates(beside folder: String) -> [String] {
    [
      folder + "/entente_Entente.resources/builtin.entpack",
      // A test bundle on other systems holds its program two folders down.
      folder + "/../../../entente_Entente.resources/builtin.entpack",
      folder + "/../share/entente/builtin.entpack",
    ]
  }

  /// The folder of the running program, by `/proc`.
  private static func programFolder() -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    guard length > 0 else { return "." }
    let path = String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[..<slash])
  }
}
