/// Numbers from 0 with a fixed count of decimals.
package enum Decimals {
  /// Rounded to the nearest; what lies exactly between two goes to the even one, as in C's `printf`.
  package static func text(_ number: Double, places: Int) -> String {
    let power = (0..<places).reduce(1) { power, _ in power * 10 }
    let scaled = number * Double(power)
    var count = scaled.rounded(.toNearestOrEven)
    // The product is rounded too. Only where that put it halfway does its error decide.
    if abs(scaled - scaled.rounded(.down) - 0.5) == 0 {
      let error = (-scaled).addingProduct(number, Double(power))
      if error > 0 {
        count = scaled.rounded(.up)
      } else if error < 0 {
        count = scaled.rounded(.down)
      }
    }
    let digits = String(Int(count) % power)
    let zeros = String(repeating: "0", count: max(0, places - digits.utf8.count))
    return places == 0 ? "\(Int(count))" : "\(Int(count) / power).\(zeros)\(digits)"
  }
}
