/// The checksum of a pack: four lanes of multiply and rotate, after xxHash64 (Collet), 8 bytes a step.
///
/// Against accidents, not against forgery; every accessor of an opened pack checks its bounds as well.
package enum PackChecksum {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9

  /// The checksum of `bytes`; every byte counts.
  package static func of(_ bytes: RawSpan) -> UInt64 {
    var a: UInt64 = prime1 &+ prime2
    var b: UInt64 = prime2
    var c: UInt64 = 0
    var d: UInt64 = 0 &- prime1
    var i = 0
    let whole = bytes.byteCount & ~31
    while i < whole {
      a = round(a, word(bytes, i))
      b = round(b, word(bytes, i + 8))
      c = round(c, word(bytes, i + 16))
      d = round(d, word(bytes, i + 24))
      i += 32
    }
    var hash = rotate(a, 1) &+ rotate(b, 7) &+ rotate(c, 12) &+ rotate(d, 18)
    hash = hash &+ UInt64(bytes.byteCount)
    while i < bytes.byteCount {
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: i, as: UInt8.self)
      hash = rotate(hash ^ UInt64(byte) &* prime3, 11) &* prime1
      i += 1
    }
    hash = (hash ^ hash >> 33) &* prime2
    hash = (hash ^ hash >> 29) &* prime3
    return hash ^ hash >> 32
  }

  private static func word(_ bytes: RawSpan, _ i: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self))
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotate(lane &+ word &* prime2, 31) &* prime1
  }

  private static func rotate(_ x: UInt64, _ n: UInt64) -> UInt64 { x << n | x >> (64 - n) }
}
