package import EntenteModel
import Glibc

/// Puts a compiled pack on disk: whole or not at all, so that a program that has the old one mapped keeps it.
package enum PackWriter {
  /// Writes beside `path` and renames. Throws `pack.unwritable`.
  package static func write(_ bytes: [UInt8], to path: String) throws(EntenteError) {
    let draft = "\(path).\(getpid()).part"
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw fault(path) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      written += count
    }
    let problem = fault(path)
    close(descriptor)
    guard written == bytes.count, unsafe rename(draft, path) == 0 else {
      unsafe unlink(draft)
      throw problem
    }
  }

  private static func fault(_ path: String) -> EntenteError {
    EntenteError(
      code: "pack.unwritable", "cannot write `\(path)`: \(unsafe String(cString: strerror(errno)))",
      at: Diagnostic.Place(file: path), hint: "check that the folder exists and can be written to")
  }
}
