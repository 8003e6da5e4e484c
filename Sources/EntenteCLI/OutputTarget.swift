import Glibc

/// What stands where a file is to be written.
enum OutputTarget {
  /// An open stream of this process.
  case stream(Int32)
  /// A pipe or device.
  case device
  /// A regular file, or nothing yet: the path to replace, free of links, and the mode of what stands there.
  case file(String, mode: mode_t?)

  /// Looks, and objects where no file can be made.
  init(_ path: String) throws(Failure) {
    guard path != "-" else {
      self = .stream(1)
      return
    }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw Output.failed(.cannotCreate, "cannot be made", path) }
      self = try OutputTarget.absent(path)
      return
    }
    // `/dev/stdout` may lead to a file that the shell goes on writing to: that must not be replaced.
    for descriptor: Int32 in [1, 2] {
      var own = stat()
      if unsafe fstat(descriptor, &own) == 0, own.st_dev == status.st_dev,
        own.st_ino == status.st_ino
      {
        self = .stream(descriptor)
        return
      }
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      throw Failure(
        .cannotCreate, code: "output.folder", "it is a folder", file: path,
        hint: "name a file in it: \(path.hasSuffix("/") ? path : path + "/")map.svg")
    case S_IFREG:
      guard unsafe access(path, W_OK) == 0 else {
        throw Output.failed(.cannotCreate, "it is protected from writing", path)
      }
      guard let place = unsafe realpath(path, nil) else {
        throw Output.failed(.cannotCreate, "cannot be made", path)
      }
      defer { unsafe free(place) }
      self = .file(unsafe String(cString: place), mode: status.st_mode)
    default: self = .device
    }
  }

  private static func absent(_ path: String) throws(Failure) -> OutputTarget {
    var status = stat()
    guard unsafe lstat(path, &status) != 0 else {
      throw Failure(
        .cannotCreate, code: "output.link", "it is a link that leads nowhere", file: path,
        hint: "remove the link, or make what it leads to")
    }
    let folder = folder(of: path)
    guard unsafe stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(
        .cannotCreate, code: "output.no-folder", "there is no folder \"\(folder)\"", file: path,
        hint: "make it with: mkdir -p '\(folder)'")
    }
    return .file(path, mode: nil)
  }

  /// What stands before the last component.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// True where something stands at the path.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
  }

  /// True where a folder stands at the path.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The file's identity on this machine, however its path is written; nil where there is none.
  static func identity(_ path: String) -> String? {
    var status = stat()
    guard path != "-", unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return "\(status.st_dev):\(status.st_ino)"
  }
}
