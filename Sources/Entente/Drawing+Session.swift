import EntenteRender

extension Drawing {
  /// Keeps Graphviz and fonts loaded, so that many drawings in turn cost a fraction of as many alone.
  ///
  /// Each drawing is still made in a process of its own: one that crashes or takes too long throws, and the next is
  /// drawn as if nothing had been. A session is used by one thread at a time and ends with the object.
  public final class Session {
    let renderer = DrawingSession()

    /// A session; its process starts with the first drawing.
    public init() {}
  }
}
