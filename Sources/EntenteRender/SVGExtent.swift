/// The size that a drawing claims.
struct SVGExtent {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  /// Points; a square kilometre of paper is more than anyone prints.
  private static let most = 1e6

  /// The four numbers of a `viewBox`; nil unless they are finite and make an area.
  init?(viewBox: String) {
    let numbers = viewBox.split { $0 == " " || $0 == "," }.map { Double($0) ?? .nan }
    guard numbers.count == 4, numbers.allSatisfy({ $0.isFinite && abs($0) <= Self.most }),
      numbers[2] > 0, numbers[3] > 0
    else { return nil }
    (x, y, width, height) = (numbers[0], numbers[1], numbers[2], numbers[3])
  }

  /// True if the first `viewBox` of the file is one. Looks at the head of the file only.
  static func isSound(_ svg: [UInt8]) -> Bool {
    let head = String(decoding: svg.prefix(4096), as: UTF8.self)
    guard let start = head.firstRange(of: "viewBox=\"") else { return false }
    return SVGExtent(viewBox: String(head[start.upperBound...].prefix { $0 != "\"" })) != nil
  }
}
