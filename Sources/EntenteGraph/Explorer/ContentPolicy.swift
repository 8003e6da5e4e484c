import EntenteModel

/// What a page may do: run the scripts and use the style sheets that it was written with, and nothing else.
///
/// Content Security Policy Level 3 (W3C): everything not named falls back to `default-src`; a script or style
/// sheet between tags is allowed by the SHA-256 of its bytes.
struct ContentPolicy {
  var scripts: [[UInt8]]
  var styles: [[UInt8]]

  /// The policy as it stands in a `meta` element.
  var text: String {
    [
      "default-src 'none'",
      "script-src " + ContentPolicy.sources(scripts),
      "style-src " + ContentPolicy.sources(styles),
      "base-uri 'none'", "form-action 'none'",
      "require-trusted-types-for 'script'", "trusted-types 'none'",
    ].joined(separator: "; ")
  }

  private static func sources(_ contents: [[UInt8]]) -> String {
    guard !contents.isEmpty else { return "'none'" }
    return contents.map { "'sha256-\(base64(SHA256.digest($0)))'" }.joined(separator: " ")
  }

  /// Base64 with padding (RFC 4648, section 4).
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = 0
      for byte in group { bits = bits << 8 | Int(byte) }
      bits <<= 8 * (3 - group.count)
      for k in 0..<4 {
        text.append(k <= group.count ? alphabet[bits >> (18 - 6 * k) & 63] : 0x3D)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
