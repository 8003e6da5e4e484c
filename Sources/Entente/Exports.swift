@_exported public import EntenteModel

// What a user of the library names of the graph's own module; the rest of it stays inside the package.
@_exported public import struct EntenteGraph.Decisions
@_exported public import struct EntenteGraph.Explanation
@_exported public import struct EntenteGraph.ExplanationFormatter
