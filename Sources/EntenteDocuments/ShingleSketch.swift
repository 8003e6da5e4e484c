/// The smallest hashes of the runs of five words in a text.
struct ShingleSketch {
  /// Words taken in.
  private(set) var count = 0
  /// The hashes of the last four words, the oldest first.
  private var last: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  /// Candidates, cut down to the smallest whenever they have grown to twice the sketch.
  private var hashes: [UInt64] = []
  private var ceiling = UInt64.max

  /// Takes in folded text; words are runs of letters, digits and bytes beyond ASCII.
  mutating func add(_ folded: [UInt8]) {
    var word: UInt64 = 0
    var length = 0
    for byte in folded {
      let isWord =
        byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte >= 0xC3
        || byte >= 0x80 && length > 0
      if isWord {
        if length == 0 { word = 0xcbf2_9ce4_8422_2325 }
        word = (word ^ UInt64(byte)) &* 0x100_0000_01b3
        length += 1
      } else if length > 0 {
        close(word)
        length = 0
      }
    }
    if length > 0 { close(word) }
  }

  private mutating func close(_ word: UInt64) {
    count += 1
    if count >= 5 {
      var hash = word
      for earlier in [last.3, last.2, last.1, last.0] {
        hash = ShingleSketch.mix(hash &+ 0x9e37_79b9_7f4a_7c15 ^ earlier)
      }
      if hash < ceiling {
        hashes.append(hash)
        if hashes.count >= 2 * Fingerprint.sketchSize { cut() }
      }
    }
    last = (last.1, last.2, last.3, word)
  }

  /// SplitMix64's finaliser (Steele, Lea, Flood 2014): every bit of the input stirs every bit of the result.
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }

  private mutating func cut() {
    hashes.sort()
    var kept: [UInt64] = []
    kept.reserveCapacity(Fingerprint.sketchSize)
    for hash in hashes where hash != kept.last {
      kept.append(hash)
      if kept.count == Fingerprint.sketchSize { break }
    }
    hashes = kept
    if kept.count == Fingerprint.sketchSize, let largest = kept.last { ceiling = largest }
  }

  /// Ascending, each once.
  consuming func smallest() -> [UInt64] {
    cut()
    return hashes
  }
}
