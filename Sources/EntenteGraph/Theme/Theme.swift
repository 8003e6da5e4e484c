/// The colours of a picture, each by what it is for.
///
/// A theme changes colours and nothing else: shapes, dashes and words tell the same in each, so that
/// no meaning rests on colour. Fonts are no part of it, since every box is as wide as its text is in
/// Arial.
public struct Theme: Hashable, Sendable {
  /// What a colour is for.
  public enum Role: String, Sendable, CaseIterable {
    /// What everything stands on, and the fill of persons and places.
    case paper = "paper"
    /// Text.
    case ink = "ink"
    /// Text of less weight, and the legend's outlines.
    case faint = "faint"
    /// Lines to visits and meetings, and their outlines.
    case eventLine = "event-line"
    case visitFill = "visit-fill"
    case meetingFill = "meeting-fill"
    /// Lines to agreements, and their outlines.
    case agreementLine = "agreement-line"
    case agreementFill = "agreement-fill"
    /// The frame round what was part of a visit.
    case frameLine = "frame-line"
    case frameFill = "frame-fill"
    /// Of the first bank: outlines and its name, its ground, the fill of parties and bodies.
    case bank1Line = "bank-1-line"
    case bank1Panel = "bank-1-panel"
    case bank1Body = "bank-1-body"
    case bank2Line = "bank-2-line"
    case bank2Panel = "bank-2-panel"
    case bank2Body = "bank-2-body"
    case bank3Line = "bank-3-line"
    case bank3Panel = "bank-3-panel"
    case bank3Body = "bank-3-body"
    case bank4Line = "bank-4-line"
    case bank4Panel = "bank-4-panel"
    case bank4Body = "bank-4-body"
    case bank5Line = "bank-5-line"
    case bank5Panel = "bank-5-panel"
    case bank5Body = "bank-5-body"
    /// Of the sixth bank and all further ones, and of the legend's bodies.
    case bank6Line = "bank-6-line"
    case bank6Panel = "bank-6-panel"
    case bank6Body = "bank-6-body"
  }

  /// One colour for each role, in the order of the roles.
  private var colours: [Colour]

  /// In the order of ``Role``.
  private init(_ numbers: [UInt32]) { colours = numbers.map { Colour($0) } }

  public subscript(role: Role) -> Colour {
    get { colours[Theme.place[role] ?? 0] }
    set { colours[Theme.place[role] ?? 0] = newValue }
  }

  private static let place = Dictionary(
    uniqueKeysWithValues: Role.allCases.enumerated().map { ($0.element, $0.offset) })

  /// The themes that come along, by name.
  public static let builtIn: [(name: String, theme: Theme)] = [
    ("default", .standard), ("print", .print), ("okabe-ito", .okabeIto), ("dark", .dark),
  ]

  /// Warm and cool tints on white: the default.
  public static let standard = Theme([
    0xffffff, 0x1c2024, 0x4b5157, 0x7a5b10, 0xf6e8bf,
    0xfff8e1, 0x2c6b41, 0xeaf6ee, 0x8a691a, 0xfdfaf1,
    0x95392b, 0xf9f0ee, 0xf1dcd7,
    0x2b4c82, 0xeff3f9, 0xdae4f1,
    0x25614f, 0xeef6f3, 0xd6e9e2,
    0x67458a, 0xf4f1f8, 0xe4daef,
    0x6b5512, 0xf7f4ea, 0xebe3c8,
    0x50565c, 0xf3f4f4, 0xe2e4e6,
  ])

  /// Greys only, for printers without colour and for photocopies.
  public static let print = Theme([
    0xffffff, 0x111111, 0x444444, 0x3d3d3d, 0xd6d6d6,
    0xf0f0f0, 0x000000, 0xffffff, 0x5c5c5c, 0xfafafa,
    0x2b2b2b, 0xf3f3f3, 0xdcdcdc,
    0x4a4a4a, 0xf3f3f3, 0xe6e6e6,
    0x333333, 0xf3f3f3, 0xd4d4d4,
    0x505050, 0xf3f3f3, 0xebebeb,
    0x3b3b3b, 0xf3f3f3, 0xe0e0e0,
    0x555555, 0xf7f7f7, 0xeeeeee,
  ])

  /// Hues that people with any of the common colour vision deficiencies tell apart: those of Okabe and
  /// Ito (Color Universal Design, 2008), paler for fills and darker for lines, so that contrasts hold.
  public static let okabeIto = Theme([
    0xffffff, 0x111111, 0x474747, 0x8a5a00, 0xfbe3b3,
    0xfffbe0, 0x00664b, 0xe0f5ee, 0x8f6200, 0xfffdf5,
    0xa34700, 0xfdf3ea, 0xfbdfcb,
    0x005a8f, 0xedf5fa, 0xcfe5f3,
    0x006b4f, 0xebf6f2, 0xcdebe0,
    0x92476f, 0xfbf1f6, 0xf3dbe7,
    0x1f6f9f, 0xeff7fc, 0xd9eefa,
    0x4a4a4a, 0xf4f4f4, 0xe4e4e4,
  ])

  /// Light on dark, for slides and screens.
  public static let dark = Theme([
    0x16191e, 0xf1f3f5, 0xc2c9d1, 0xd9b34a, 0x4d3f16,
    0x332b17, 0x6fc690, 0x1d3527, 0xb99a45, 0x1f1d17,
    0xf0988a, 0x2a1d1b, 0x4a2720,
    0x93b5ea, 0x1b222e, 0x24364f,
    0x7fcdb4, 0x1a2723, 0x1f4034,
    0xc5a5e6, 0x241d2d, 0x3c2b50,
    0xd3bc6a, 0x27231a, 0x443a1c,
    0xb9c0c8, 0x22262b, 0x363c43,
  ])
}
