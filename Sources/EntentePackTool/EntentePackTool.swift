import EntenteKnowledge
import EntenteModel
import EntentePackCompiler
import Glibc

/// `entente-pack-tool compile OUT DIR…`: what the build calls to make the pack that comes with the program.
@main
struct EntentePackTool {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.first == "compile", arguments.count >= 3 else {
      write("usage: entente-pack-tool compile OUT DIR…\n")
      exit(64)
    }
    let output = arguments[2]
    let folders = Array(arguments[3...])
    let reader = PackReader(folders: folders)
    write(DiagnosticFormatter.text(reader.faults))
    guard let source = try? reader.checked() else { exit(65) }
    do {
      try PackWriter.write(PackEncoder.encode(source), to: output)
    } catch {
      write(DiagnosticFormatter.text(error.faults))
      exit(73)
    }
  }

  private static func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe Glibc.write(2, bytes, bytes.count)
  }
}
