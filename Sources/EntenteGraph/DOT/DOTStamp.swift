/// The two lines that begin every DOT file of Entente, and tell whether a person has edited it
/// since.
///
/// ```
/// // entente-dot 1
/// // entente-content: 8c2f…   FNV-1a, 64 bits, of all bytes after this line
/// ```
/// The digest is against accidents, not against forgers.
package enum DOTStamp {
  private static let format = Array("// entente-dot 1\n".utf8)
  private static let label = Array("// entente-content: ".utf8)

  /// The file's bytes with the stamp before them.
  package static func stamped(_ content: [UInt8]) -> [UInt8] {
    format + label + digest(content[...]).utf8 + [0x0A] + content
  }

  /// Content that was changed on purpose, stamped as what it was made from: it counts as edited.
  package static func stamped(_ content: [UInt8], as original: [UInt8]) -> [UInt8] {
    format + label + digest(original[...]).utf8 + [0x0A] + content
  }

  /// The digest that the file was stamped with; nil where Entente did not write it.
  package static func told(_ bytes: [UInt8]) -> String? {
    guard let first = line(of: bytes, from: 0), first.text.elementsEqual(format.dropLast()),
      let second = line(of: bytes, from: first.next), second.text.starts(with: label)
    else { return nil }
    return String(decoding: second.text.dropFirst(label.count), as: UTF8.self)
  }

  /// True where the file has changed since Entente wrote it; nil where Entente did not write it.
  ///
  /// Line ends changed by an editor count as a change.
  package static func isEdited(_ bytes: [UInt8]) -> Bool? {
    guard let first = line(of: bytes, from: 0), first.text.starts(with: format.dropLast()),
      first.text.count == format.count - 1,
      let second = line(of: bytes, from: first.next), second.text.starts(with: label)
    else { return nil }
    let told = String(decoding: second.text.dropFirst(label.count), as: UTF8.self)
    return told != digest(bytes[second.next...]) || second.next != stampLength
  }

  private static var stampLength: Int { format.count + label.count + 17 }

  /// A line without its end, which may be `\n` or `\r\n`, and where the next begins.
  private static func line(
    of bytes: [UInt8], from start: Int
  ) -> (text: ArraySlice<UInt8>, next: Int)? {
    guard let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
    let text = bytes[start..<end]
    return (text.last == 0x0D ? text.dropLast() : text, end + 1)
  }

  /// Fowler, Noll and Vo, variant 1a, as 16 hexadecimal digits.
  private static func digest(_ bytes: ArraySlice<UInt8>) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
