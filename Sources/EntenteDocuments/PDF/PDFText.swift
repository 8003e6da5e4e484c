import CProcessShim
import EntenteModel
import Glibc

/// The text of a PDF, by the program `pdftotext` of poppler-utils.
///
/// PDF is too large a format for untrusted files to be read in this process. The program gets the bytes through
/// its standard input, and limits of time, memory and output; it can write no file.
enum PDFText {
  /// True for the first bytes of a PDF, or for some junk before them where the name ends in `.pdf`.
  static func isPDF(_ bytes: [UInt8], ending: String) -> Bool {
    let mark = Array("%PDF-".utf8)
    if bytes.starts(with: mark) { return true }
    guard ending == "pdf" else { return false }
    let head = bytes.prefix(1024)
    return head.indices.contains { head[$0...].starts(with: mark) }
  }

  /// Seconds of a processor: a newspaper's page takes a hundredth of one.
  private static let seconds: UInt32 = 20
  private static let memoryBytes: UInt64 = 1 << 30
  private static let outputBytes = 64 << 20

  /// The text in reading order, as UTF-8. Throws `document.pdf` with the reason.
  static func read(_ pdf: [UInt8]) throws(EntenteError) -> [UInt8] {
    guard let program else {
      throw EntenteError(
        code: "document.pdf", "a PDF file, and the program pdftotext is not installed",
        hint:
          "install it (Debian: apt-get install poppler-utils), or save the article as plain text")
    }
    return try run([program, "-q", "-enc", "UTF-8", "-eol", "unix", "-nopgbrk", "-", "-"], on: pdf)
  }

  /// Where `pdftotext` is, by the environment's list of absolute folders.
  static var program: String? {
    guard let list = unsafe getenv("PATH") else { return nil }
    return unsafe String(cString: list).split(separator: ":")
      .filter { $0.hasPrefix("/") }.map { "\($0)/pdftotext" }
      .first { unsafe access($0, X_OK) == 0 }
  }

  private static func run(
    _ arguments: [String], on input: [UInt8]
  ) throws(EntenteError) -> [UInt8] {
    var result = unsafe entente_process_result()
    var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
    defer { while let word = unsafe words.popLast() { unsafe free(word) } }
    unsafe words.append(nil)
    // The shim reads the words and the input during the call only.
    unsafe words.withUnsafeBufferPointer { list in
      unsafe list.withMemoryRebound(to: UnsafePointer<CChar>?.self) { list in
        unsafe input.withUnsafeBufferPointer { input in
          var request = unsafe entente_process_request(
            arguments: list.baseAddress, input: input.baseAddress, input_length: input.count,
            seconds: seconds, memory_bytes: memoryBytes, output_bytes: outputBytes)
          _ = unsafe entente_process_run(&request, &result)
        }
      }
    }
    defer { unsafe entente_process_free(&result) }
    if let failure = unsafe failure(of: result) {
      throw EntenteError(
        code: "document.pdf", "a PDF file that cannot be read: \(failure)",
        hint: "save the article as plain text")
    }
    return unsafe [UInt8](UnsafeBufferPointer(start: result.bytes, count: result.length))
  }

  private static func failure(of result: entente_process_result) -> String? {
    switch unsafe Int(result.status) {
    case ENTENTE_PROCESS_OK:
      switch unsafe result.exit_code {
      case 0: nil
      case 1: "pdftotext finds it damaged or locked"
      case 3: "its author does not allow its text to be taken out"
      default: "pdftotext ended with code \(unsafe result.exit_code)"
      }
    case ENTENTE_PROCESS_START:
      unsafe "pdftotext cannot be started: "
        + (strerror(result.error_number).map { unsafe String(cString: $0) } ?? "unknown error")
    case ENTENTE_PROCESS_TIME: "pdftotext took more than \(seconds) seconds"
    case ENTENTE_PROCESS_OUTPUT: "it holds more than \(outputBytes) bytes of text"
    default: "pdftotext crashed"
    }
  }
}

extension DocumentContents {
  /// The text of a PDF. Throws what ``PDFText`` throws, and `document.no-text` for one of pictures only.
  init(pdf bytes: [UInt8]) throws(EntenteError) {
    let text = try PDFText.read(bytes)
    guard text.contains(where: { $0 > 0x20 }) else {
      throw EntenteError(
        code: "document.no-text", "the PDF holds no text: its pages are pictures",
        hint: "give it to a program that recognises text first")
    }
    let decoding = try Decoding(text)
    self.init(
      text: decoding.text,
      notes: decoding.notes + [
        Diagnostic(
          .note, code: "document.pdf",
          "read by pdftotext; what stands above and below its pages is read too")
      ])
  }
}
