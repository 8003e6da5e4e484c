extension Picture {
  /// What some views have beside boxes and lines: shaded fields, rows to follow with the eye, words
  /// without a box.
  package struct Backdrop: Sendable {
    /// A field in the light colour of a bank.
    package struct Band: Sendable {
      package var id: String
      package var box: Box
      package var tint: Int
    }

    /// A thin level line that leads from a card to the right.
    package struct Guide: Sendable {
      package var id: String
      package var from: Point
      package var to: Point
    }

    /// Words without a box.
    package struct Caption: Sendable {
      package var id: String
      package var text: Text
      package var box: Box
    }

    package var bands: [Band] = []
    package var guides: [Guide] = []
    package var captions: [Caption] = []
    /// True where a line begins with a dot on a guide.
    package var hasDots = false

    mutating func move(by dy: Double) {
      for i in bands.indices { bands[i].box.y += dy }
      for i in captions.indices { captions[i].box.y += dy }
      for i in guides.indices {
        guides[i].from.y += dy
        guides[i].to.y += dy
      }
    }
  }
}
