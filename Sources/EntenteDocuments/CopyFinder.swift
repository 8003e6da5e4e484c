import EntenteModel

/// Finds documents that repeat others.
///
/// Whatever the order they come in, the original is the one of the earliest date, then of the smallest id; those
/// without a date come last. Cost: linear in the documents but for texts cut from one template.
package enum CopyFinder {
  /// What a document is to the others.
  package enum Verdict: Hashable, Sendable {
    case original
    /// Says the same, word for word, as the document of that id.
    case copy(of: String)
    /// Shares four runs of five words in five, or more, with the document of that id.
    case nearCopy(of: String)
  }

  /// From here up two texts count as one source.
  package static let threshold = 0.8

  /// Two texts of this likeness share one of these many smallest hashes but for one case in a hundred thousand.
  private static let probes = 12
  /// More originals than these with one hash in common come from a template; the hash then tells nothing.
  private static let bucketLimit = 64

  /// A verdict for each fingerprint, in their order.
  package static func verdicts(_ documents: [Fingerprint]) -> [Verdict] {
    let order = documents.indices.sorted { precedes(documents[$0], documents[$1]) }
    var verdicts = [Verdict](repeating: .original, count: documents.count)
    var byDigest: [String: Int] = [:]
    var buckets: [UInt64: [Int]] = [:]
    for i in order {
      let document = documents[i]
      if let first = byDigest[document.bodyDigest] {
        verdicts[i] = .copy(of: documents[first].id)
        continue
      }
      byDigest[document.bodyDigest] = i
      let probes = document.sketch.prefix(probes)
      var candidates: Set<Int> = []
      for probe in probes { candidates.formUnion(buckets[probe] ?? []) }
      var best: (likeness: Double, original: Int)?
      for candidate in candidates.sorted(by: { precedes(documents[$0], documents[$1]) }) {
        let likeness = document.likeness(to: documents[candidate])
        if likeness >= threshold, likeness > best?.likeness ?? 0 { best = (likeness, candidate) }
      }
      if let best {
        verdicts[i] = .nearCopy(of: documents[best.original].id)
        continue
      }
      for probe in probes where (buckets[probe]?.count ?? 0) < bucketLimit {
        buckets[probe, default: []].append(i)
      }
    }
    return verdicts
  }

  private static func precedes(_ a: Fingerprint, _ b: Fingerprint) -> Bool {
    switch (a.date, b.date) {
    case (let x?, let y?) where x != y: return x < y
    case (.some, nil): return true
    case (nil, .some): return false
    default: return a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
    }
  }
}
