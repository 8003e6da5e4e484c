import Glibc

/// The one way out for data: standard output, or a file that appears whole or not at all.
enum Output {
  /// Writes to standard output; every byte or an error.
  static func standard(_ bytes: [UInt8]) throws(Failure) {
    try write(bytes, to: 1, name: "standard output")
  }

  /// Writes a file, `-` for standard output.
  ///
  /// The bytes go into a new file beside it, which then takes its name; a reader sees the old file or the new
  /// one. A file keeps its permissions. A symbolic link stays and what it leads to is replaced; a hard link
  /// is parted from its twins. A pipe or device is written to as it is.
  ///
  /// - Parameter waits: whether the disk has to have it before the next thing is done. ``settle(_:)`` waits for many.
  static func file(_ bytes: [UInt8], to path: String, waits: Bool = true) throws(Failure) {
    try files([bytes], to: [path], waits: waits)
  }

  /// Writes files that belong together as ``file(_:to:)`` does; none takes its name before all are written.
  static func files(
    _ contents: [[UInt8]], to paths: [String], waits: Bool = true
  ) throws(Failure) {
    var unnamed: [Unnamed] = []
    defer { Interrupts.guardFiles([]) }
    do throws(Failure) {
      for (bytes, path) in zip(contents, paths) {
        switch try OutputTarget(path) {
        case .stream(let descriptor):
          try write(bytes, to: descriptor, name: path == "-" ? "standard output" : path)
        case .device:
          let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
          guard descriptor >= 0 else { throw failed(.cannotCreate, "cannot be opened", path) }
          defer { close(descriptor) }
          try write(bytes, to: descriptor, name: path)
        case .file(let place, let mode):
          let temporary =
            OutputTarget.folder(of: place) + "/.entente-\(getpid())-\(temporaryNumber()).tmp"
          unnamed.append(Unnamed(temporary: temporary, place: place, name: path))
          Interrupts.guardFiles(unnamed.map(\.temporary))
          try fill(temporary, with: bytes, mode: mode, name: path, waits: waits)
        }
      }
      while let file = unnamed.first {
        try name(file, waits: waits)
        unnamed.removeFirst()
      }
    } catch {
      for file in unnamed { unsafe unlink(file.temporary) }
      throw error
    }
  }

  /// A file that is written but does not bear its name yet.
  private struct Unnamed {
    let temporary: String
    let place: String
    /// As the user wrote it.
    let name: String
  }

  private static func fill(
    _ temporary: String, with bytes: [UInt8], mode: mode_t?, name: String, waits: Bool
  ) throws(Failure) {
    // Created anew or not at all: nobody can have put a link there.
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failed(.cannotCreate, "cannot be made", name) }
    do throws(Failure) {
      if let mode, fchmod(descriptor, mode & 0o7777) != 0 {
        throw failed(.cannotCreate, "cannot keep its permissions", name)
      }
      try write(bytes, to: descriptor, name: name)
      if waits, fsync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP {
        throw failed(.writeFailed, "cannot be written", name)
      }
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw failed(.writeFailed, "cannot be written", name) }
  }

  private static func name(_ file: Unnamed, waits: Bool) throws(Failure) {
    guard unsafe rename(file.temporary, file.place) == 0 else {
      throw failed(.cannotCreate, "cannot be replaced", file.name)
    }
    guard waits else { return }
    // So that the name survives a loss of power; the file is there, so a failure is none.
    let directory = unsafe open(
      OutputTarget.folder(of: file.place), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  /// Waits until the disk has what was written without waiting; a full disk or quota may show only now.
  static func settle(_ paths: [String]) throws(Failure) {
    for path in paths + Set(paths.map(OutputTarget.folder)).sorted() {
      let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
        throw failed(.writeFailed, "cannot be written", path)
      }
    }
  }

  /// Differs between the files of one run.
  private static func temporaryNumber() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_nsec
  }

  private static func write(
    _ bytes: [UInt8], to descriptor: Int32, name: String
  ) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count >= 0 {
        written += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        unsafe poll(&wait, 1, -1)
      // Who has read enough of a pipe need not hear of it.
      case EPIPE: throw Failure(.pipeClosed)
      default: throw failed(.writeFailed, "cannot be written", name)
      }
    }
  }

  /// A failure with the system's words for it.
  static func failed(_ status: ExitStatus, _ what: String, _ name: String) -> Failure {
    let reason = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
    return Failure(
      status, code: "output.failed", "\(what): \(reason)", file: name,
      hint: errno == ENOSPC ? "make room on the disk, or write elsewhere" : nil)
  }
}
