@_exported public import EntenteModel

// What a user of the library names of the graph's own module; the rest of it stays inside the package.
@_exported public import struct EntenteGraph.Annotation
@_exported public import struct EntenteGraph.Calibration
@_exported public import struct EntenteGraph.CalibrationFormatter
@_exported public import struct EntenteGraph.Choice
@_exported public import struct EntenteGraph.Colour
@_exported public import struct EntenteGraph.Decisions
@_exported public import struct EntenteGraph.DiffFormatter
@_exported public import struct EntenteGraph.DocumentScore
@_exported public import struct EntenteGraph.Edits
@_exported public import struct EntenteGraph.Explanation
@_exported public import struct EntenteGraph.ExplanationFormatter
@_exported public import struct EntenteGraph.GraphDiff
@_exported public import struct EntenteGraph.Legibility
@_exported public import enum EntenteGraph.Measure
@_exported public import struct EntenteGraph.Miss
@_exported public import struct EntenteGraph.Review
@_exported public import struct EntenteGraph.ReviewFormatter
@_exported public import struct EntenteGraph.Score
@_exported public import struct EntenteGraph.Scorecard
@_exported public import struct EntenteGraph.ScorecardFormatter
@_exported public import struct EntenteGraph.Selection
@_exported public import struct EntenteGraph.Tally
@_exported public import struct EntenteGraph.Theme
@_exported public import struct EntenteGraph.Words
