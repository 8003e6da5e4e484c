/// What a user may ask of the default picture.
package struct DiagramOptions: Hashable, Sendable {
  /// The headline; nil for one made from the graph.
  package var title: String?
  /// The note at the foot; nil for one made from the graph, empty for none.
  package var note: String?
  /// What the note made from the graph has to say besides, a paragraph each: that it is a part.
  package var remarks: [String]
  /// What stands under the title; nil for the counts of what is drawn.
  package var subtitle: String?
  /// What is to be said of nodes and edges besides what they are, by id.
  package var marks: [String: DiagramMark]
  /// An earlier picture whose places are kept; nil for none.
  package var kept: KeptLayout?
  /// The width in millimetres for which text and lines are made; 120…400.
  package var width: Double
  /// Above so many boxes the least telling ones are drawn together or left to the graph's file.
  package var mostBoxes: Int
  /// Names of countries by id, for those that no article names itself (`country.kh`: `Cambodia`).
  package var countryNames: [String: String]
  package var theme: Theme
  /// Where the words of the picture stand: an address that ends in `#` and what stands before the ids of
  /// events there; nil for boxes that lead to the articles.
  package var wordsAddress: String?

  package init(
    title: String? = nil, note: String? = nil, remarks: [String] = [], subtitle: String? = nil,
    marks: [String: DiagramMark] = [:], kept: KeptLayout? = nil, width: Double = 170,
    mostBoxes: Int = 70, countryNames: [String: String] = [:], theme: Theme = .standard,
    wordsAddress: String? = nil
  ) {
    self.title = title
    self.note = note
    self.remarks = remarks
    self.subtitle = subtitle
    self.marks = marks
    self.kept = kept
    self.width = width
    self.mostBoxes = mostBoxes
    self.countryNames = countryNames
    self.theme = theme
    self.wordsAddress = wordsAddress
  }
}
