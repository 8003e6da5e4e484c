import EntenteGraph
import EntenteModel
import Testing

@Suite struct ScriptTests {
  /// Widths in units of the font size as HarfBuzz 8 shapes these names in bold, the widest of Noto
  /// Sans, Noto Serif and DejaVu Sans.
  private static let names: [(String, Double)] = [
    ("គណបក្សប្រជាជនកម្ពុជា", 9.68), ("ស៊ុន ចាន់ថុល", 5.51), ("ພັກປະຊາຊົນປະຕິວັດລາວ", 11.53),
    ("วันเพ็ญ", 3.22), ("وزارة الداخلية", 6.84), ("محمد عبد الله", 6.69), ("柬埔寨王国", 5.0),
    ("Đặng Thị Ngọc", 7.0),
  ]

  @Test(arguments: names)
  func `a name of any script gets the room that it needs`(name: String, needed: Double) {
    let width = TextMetrics.width(of: name, size: 1, bold: true)
    #expect(width >= needed - 0.01, "\(width)")
    #expect(width <= needed * 1.45, "\(width)")
  }

  @Test(arguments: [
    "គណៈកម្មការទំនាក់ទំនងក្រៅប្រទេសនៃគណៈកម្មាធិការកណ្តាល", "ພັກປະຊາຊົນປະຕິວັດລາວແຫ່ງຊາດລາວ",
    "กระทรวงการต่างประเทศแห่งราชอาณาจักรไทย", "မြန်မာနိုင်ငံခြားရေးဝန်ကြီးဌာန",
  ])
  func `a line never parts a letter from what is written round it`(name: String) {
    for width in stride(from: 20.0, to: 90, by: 7) {
      let lines = TextMetrics.wrap(name, width: width, size: 9, bold: true, most: 40)
      #expect(lines.joined() == name)
      for line in lines {
        let first = line.unicodeScalars.first?.value ?? 0
        let last = line.unicodeScalars.last?.value ?? 0
        #expect(line.unicodeScalars.first?.properties.generalCategory != .nonspacingMark)
        #expect(![0xE30, 0xE32, 0xE33, 0xEB0, 0xEB2, 0xEB3].contains(first))
        #expect(![0x17D2, 0x1039].contains(last))
        #expect(!(0xE40...0xE44).contains(last) && !(0xEC0...0xEC4).contains(last))
      }
    }
  }

  @Test func `Chinese breaks between any two characters but not before a full stop`() {
    let lines = TextMetrics.wrap("Meeting with 越南共产党。", width: 72, size: 9, most: 9)
    #expect(lines.joined() == "Meeting with 越南共产党。")
    #expect(lines[0].hasPrefix("Meeting with 越") && lines.count > 1)
    for line in lines { #expect(!line.hasPrefix("。")) }
  }

  @Test func `letters that reach further get higher lines, in the picture and in the DOT`() {
    func picture(_ name: String) -> (Picture, String) {
      var graph = ViewSample.visit()
      for i in graph.nodes.indices where graph.nodes[i].kind == .person {
        graph.nodes[i].name = name
      }
      let picture = BanksLayout.picture(of: DiagramView.diagram(of: graph))
      return (picture, String(decoding: DiagramDOT.write(graph), as: UTF8.self))
    }
    let (khmer, dot) = picture("ហ៊ុន")
    let (latin, plain) = picture("Anna")
    #expect(khmer.height > latin.height)
    #expect(dot.contains("<FONT POINT-SIZE=\"12\">&#160;</FONT>"))
    #expect(!plain.contains("&#160;</FONT>"))
  }

  @Test func `joiners stay where a script needs them, and direction marks never`() {
    #expect(DOTText.visible("می\u{200C}خواهم") == "می\u{200C}خواهم")
    #expect(DOTText.visible("ភ្នំ\u{200B}ពេញ") == "ភ្នំ\u{200B}ពេញ")
    #expect(DOTText.visible("zero\u{200B}width\u{200D}") == "zerowidth")
    #expect(DOTText.visible("\u{202E}محمد\u{200F}\u{2067}\u{061C}") == "محمد")
  }

  @Test func `a line that begins from right to left still runs from left to right`() {
    var graph = ViewSample.visit()
    for i in graph.nodes.indices where graph.nodes[i].kind == .person {
      graph.nodes[i].name = "\u{202E}محمد 3"
    }
    let dot = String(decoding: DiagramDOT.write(graph), as: UTF8.self)
    #expect(dot.contains("<B>\u{200E}محمد\u{200E} 3</B>"))
    #expect(!dot.contains("\u{202E}"))
  }
}
