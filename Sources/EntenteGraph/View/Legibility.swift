/// How well a picture can be read, measured from where everything stands, for a print as wide as it
/// was laid out for (170 mm unless told).
public struct Legibility: Hashable, Sendable {
  /// Pairs of boxes or texts that lie over each other, and texts that do not fit their boxes.
  public let overlaps: Int
  /// Lines that run through a box that is none of their ends, one for each such box.
  public let linesThroughBoxes: Int
  /// How often two lines without a common end cross; lines that share a trunk count once.
  public let crossings: Int
  /// Of the smallest text, in points on paper.
  public let smallestText: Double
  /// Of the thinnest line or border, in points on paper.
  public let thinnestLine: Double
  /// The least contrast of a line or border against what lies under it, after WCAG 2: 1…21.
  public let lineContrast: Double
  /// The least contrast of a text against what lies under it, after WCAG 2: 1…21.
  public let textContrast: Double
  /// Height by width.
  public let aspectRatio: Double
  /// Of three equal upright strips of the drawing, how much of the emptiest is covered by boxes: 0…1.
  public let emptiestThird: Double
  /// Boxes drawn: cards, events and who stands in the centre.
  public let boxes: Int
}

extension Legibility {
  /// Measures a picture in its place.
  package init(of composition: Composition) {
    let picture = composition.picture
    let diagram = composition.diagram
    let boxes = BoxCensus(diagram, picture)
    let strokes = StrokeCensus(diagram, picture, boxes)
    // The sheet has a margin of 0.03 inch on either side.
    let scale = picture.width / (picture.width + 0.06 * 72) * (72 / 25.4 / 3)
    self.boxes = boxes.solid.count
    overlaps = boxes.overlaps
    linesThroughBoxes = strokes.throughBoxes
    crossings = strokes.crossings
    smallestText = boxes.smallestText * scale
    thinnestLine = strokes.thinnest * scale
    lineContrast = Contrast.least(of: Contrast.lines(diagram, picture))
    textContrast = Contrast.least(of: Contrast.texts(diagram, picture))
    aspectRatio = picture.width > 0 ? picture.height / picture.width : 0
    emptiestThird = boxes.emptiestThird
  }
}
