/// What a DOT file says to whoever edits it.
extension DiagramDOT {
  static let remarks = [
    "Made by Entente, to be edited. Draw it with:     entente render FILE.dot -o FILE.svg",
    "Bring edits into a graph with more articles:     entente graph ARTICLES --edits FILE.dot -o NEW.dot",
    "",
    "One statement a line. What you may do:",
    "- Change a label, a colour, a shape, a style: in the statement, or for a whole group in its",
    "  line `node […]`.",
    "- Move a box by its pos; its lines then follow, straight. Take out any line of this file.",
    "- Make two boxes one: give the second the id of the first; or move its lines, and take it out.",
    "- Add boxes and lines: in the group yours at the end, with or without a pos.",
    "- Write comments, like this one, above a statement.",
    "Leave the comments that begin with //= //# //@ //+ //~ as they are. //= tells what a statement was,",
    "so that an edit is known. //@ quotes the article: document, first byte, byte behind the last, text;",
    "//+ goes on with it, //~ tells who says it. `entente verify FILE.dot ARTICLES` looks them up.",
    "",
  ]

  /// The group that a person's own nodes and lines go into: drawn double, since no article tells of them.
  static let yours: [DOTStatement] = [
    .remark(
      "Yours: what no article tells. For instance: \"a\" [label=\"Anna Berg\"]; \"a\" -> \"ID\";"),
    .group(
      Edits.group,
      [
        .defaults("node", UserLook.node + [DOTAttribute("class", UserLook.name)]),
        .defaults("edge", UserLook.edge + [DOTAttribute("class", UserLook.name)]),
      ]),
  ]
}

/// How what a person added looks: drawn with a double line, in shape and not in colour alone.
package enum UserLook {
  /// The class that it has in DOT and SVG.
  package static let name = "user"
  static let ink = "#1c2024"
  static let node = [
    DOTAttribute("style", "filled"), DOTAttribute("fillcolor", "#ffffff"),
    DOTAttribute("color", ink), DOTAttribute("peripheries", "2"),
  ]
  static let edge = [
    DOTAttribute("color", "\(ink):#ffffff:\(ink)"), DOTAttribute("penwidth", "0.7"),
  ]
  /// In plain words, for the legend.
  static let words = "added by the editor, not from an article"
}
