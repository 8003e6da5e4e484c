import CGraphvizShim

/// Keeps Graphviz, its plugins and fonts loaded for many drawings in turn.
///
/// It is a process that reads no graph: each drawing is made in a process split off it, so that a graph which
/// crashes, hangs or eats memory fails alone, as without a session. The process starts with the first drawing, starts
/// again if it was killed, and ends with this object. A session is for one thread at a time.
package final class DrawingSession {
  var process = entente_gv_session()

  /// A session that has not begun.
  package init() {}

  /// The number of its process while it has one.
  package var processNumber: Int32? { process.is_open != 0 ? process.process : nil }

  deinit { unsafe entente_gv_session_close(&process) }
}
