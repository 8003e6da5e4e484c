import EntenteModel
import Glibc

/// The bytes of a pack: a file mapped read-only, or a copy of an array; given back when the last user is gone.
///
/// The address is kept as a number, which is `Sendable`; the bytes are never written after `init`.
final class PackMemory: Sendable {
  /// Where the bytes start, aligned to 16 at least.
  let address: UInt
  let count: Int
  private let isMapped: Bool

  /// Maps a file. Throws where it can't be opened or is no regular file of a sensible size.
  init(path: String) throws(EntenteError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw PackFault.unreadable(path, reason: PackMemory.lastError())
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw PackFault.unreadable(path, reason: PackMemory.lastError())
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw PackFault.unreadable(path, reason: "it is not a regular file")
    }
    let size = Int(status.st_size)
    guard size >= PackFormat.tableOffset else {
      throw PackFault.damaged(path, "it has only \(size) bytes")
    }
    guard size <= PackFormat.maximumLength else {
      throw PackFault.damaged(path, "it has \(size) bytes, more than a pack can have")
    }
    guard
      let start = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0),
      unsafe start != MAP_FAILED
    else { throw PackFault.unreadable(path, reason: PackMemory.lastError()) }
    address = UInt(bitPattern: start)
    count = size
    isMapped = true
  }

  /// Copies an array.
  init(bytes: [UInt8]) {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
    unsafe bytes.withUnsafeBytes {
      if let start = $0.baseAddress { unsafe copy.copyMemory(from: start, byteCount: $0.count) }
    }
    address = UInt(bitPattern: copy)
    count = bytes.count
    isMapped = false
  }

  deinit {
    guard let start = unsafe UnsafeMutableRawPointer(bitPattern: address) else { return }
    if isMapped { unsafe munmap(start, count) } else { unsafe start.deallocate() }
  }

  private static func lastError() -> String { unsafe String(cString: strerror(errno)) }
}
