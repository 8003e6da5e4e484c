import EntenteDocuments
import EntenteModel
import Foundation
import Testing

/// True where PDFs can be read, or have to be.
private let hasProgram =
  ProcessInfo.processInfo.environment["CI"] == "true"
  || (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext") }

/// A PDF of one page with these lines.
private func pdf(_ lines: [String]) -> [UInt8] {
  let show = lines.map { "(\($0)) Tj T*" }.joined(separator: "\n")
  let page = "BT /F1 12 Tf 14 TL 72 720 Td\n\(show)\nET"
  let objects = [
    "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
      + "/Resources << /Font << /F1 5 0 R >> >> >>",
    "<< /Length \(page.utf8.count) >>\nstream\n\(page)\nendstream",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ]
  var file = "%PDF-1.4\n"
  var offsets: [Int] = []
  for (i, object) in objects.enumerated() {
    offsets.append(file.utf8.count)
    file += "\(i + 1) 0 obj\n\(object)\nendobj\n"
  }
  let table = file.utf8.count
  file += "xref\n0 6\n0000000000 65535 f \n"
  for offset in offsets {
    let number = String(offset)
    file += String(repeating: "0", count: 10 - number.count) + number + " 00000 n \n"
  }
  file += "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
  return Array(file.utf8)
}

@Suite struct PDFTests {
  @Test(.enabled(if: hasProgram, "pdftotext is not installed"))
  func `a PDF is read in the order of its lines`() throws {
    let file = pdf(["The two ministers met in Oslo on Friday", "and agreed to talk again."])
    let document = load(file, as: "a.pdf")
    #expect(
      parts(document) == [
        "body: The two ministers met in Oslo on Friday\nand agreed to talk again."
      ])
    #expect(codes(document) == ["document.pdf"])
    #expect(document.article?.record.sha256 == SHA256.hexadecimal(file))
    let entry = SourceEntry(id: "a.pdf", origin: .bytes(file))
    #expect(try SourceLoader().text(of: entry) == document.article?.text)
  }

  @Test(.enabled(if: hasProgram, "pdftotext is not installed"))
  func `many PDFs can be read at once`() async {
    let file = pdf([prose])
    let found = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<32 { group.addTask { load(file, as: "a.pdf").article != nil } }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(found == 32)
  }

  @Test(.enabled(if: hasProgram, "pdftotext is not installed"))
  func `a PDF of pictures is refused`() {
    #expect(load(pdf([]), as: "a.pdf").refusal?.code == "document.no-text")
  }

  @Test func `a broken PDF is refused with a reason and a way out`() {
    let refusal = load("%PDF-1.7 x", as: "a.pdf").refusal
    #expect(refusal?.code == "document.pdf")
    #expect(refusal?.message.hasPrefix("a PDF file") == true)
    #expect(refusal?.hint?.contains("plain text") == true)
  }
}
