import EntenteRender
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Judges SVG by expat, a strict XML parser that shares nothing with the one under test.
///
/// Everything is collected and judged at once, since a Python takes longer to start than a thousand pictures to read.
final class SVGJudge {
  private var pictures: [(svg: [UInt8], place: String)] = []

  func add(_ svg: [UInt8], _ place: String) { pictures.append((svg, place)) }

  /// Records an issue for each picture that is not clean.
  func close() throws {
    let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
      (path: String) in unsafe access(path, X_OK) == 0
    }
    let isThorough = unsafe getenv("CI").map { unsafe String(cString: $0) } == "true"
    guard let python else {
      #expect(!isThorough, "Python is not installed")
      return
    }
    let folder = "/tmp/entente-judge-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let isMade = unsafe mkdir(folder, 0o700) == 0
    try #require(isMade)
    defer {
      for name in ["judge.py", "pictures"] { _ = unsafe unlink(folder + "/" + name) }
      _ = unsafe rmdir(folder)
    }
    write(Array(Self.script.utf8), to: folder + "/judge.py")
    // Nothing that is drawn holds a NUL; a picture that does is counted as two, and both are bad.
    write(Array(pictures.map(\.svg).joined(separator: [0])), to: folder + "/pictures")
    let command = "\(python) \(folder)/judge.py < \(folder)/pictures 2>&1"
    guard let pipe = unsafe popen(command, "r") else {
      Issue.record("no Python could be started")
      return
    }
    var said: [UInt8] = []
    while case let byte = unsafe fgetc(pipe), byte != EOF { said.append(UInt8(byte)) }
    let status = unsafe pclose(pipe)
    #expect(status == 0)
    let lines = String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines.last == "judged \(pictures.count)", "\(lines.suffix(5))")
    for line in lines.dropLast() {
      let parts = line.split(separator: " ", maxSplits: 1)
      let number = parts.first.flatMap { Int($0) }
      Issue.record("\(line) in \(number.map { pictures[$0].place } ?? "?")")
    }
  }

  private func write(_ bytes: [UInt8], to path: String) {
    guard let file = unsafe fopen(path, "w") else {
      Issue.record("\(path) can't be made")
      return
    }
    _ = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
    let status = unsafe fclose(file)
    #expect(status == 0)
  }

  private static let script = #"""
    import html.parser, re, sys, xml.parsers.expat

    SVG = "http://www.w3.org/2000/svg"
    ELEMENTS = set("svg title desc rect g text tspan a path polygon polyline ellipse circle line defs "
                   "linearGradient radialGradient stop".split())
    WORDS = {"aria-label", "aria-labelledby", "id", "class", "font-family", "href", "role", "target", "rel",
             "lang", "viewBox", "d", "points"}
    FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
    LOCAL = re.compile(r"url\(#[A-Za-z0-9_.:-]+\)$")

    class Page(html.parser.HTMLParser):
        """The same picture as a page would read it."""
        def __init__(self, object):
            super().__init__()
            self.object = object
        def handle_starttag(self, tag, attributes):
            if tag not in {name.lower() for name in ELEMENTS}: self.object("a page sees <%s>" % tag)
            for name, value in attributes:
                if name.startswith("on"): self.object("a page sees %s" % name)
        def handle_comment(self, data): self.object("a page sees a comment")
        def handle_pi(self, data): self.object("a page sees an instruction")
        def unknown_decl(self, data): self.object("a page sees a declaration")

    def judge(data):
        found = []
        object = found.append
        def start(name, attributes):
            space, _, local = name.rpartition(" ")
            if space != SVG or local not in ELEMENTS: object("element %s" % ascii(name))
            for key, value in attributes.items():
                attribute = key.rpartition(" ")[2]
                # The one style that is written for every picture.
                if local == "svg" and (key, value) == ("style", "max-width:100%;height:auto"): continue
                if attribute.lower().startswith("on") or attribute in ("style", "src", "base"):
                    object("attribute %s" % ascii(key))
                if attribute == "href" and not re.match(r"(https?://|mailto:|#)", value):
                    object("address %s" % ascii(value[:80]))
                if " " in key and not key.startswith("http://www.w3.org/XML/1998/namespace lang"):
                    object("attribute of another kind %s" % ascii(key))
                if attribute not in WORDS and re.search(r"url\(|script|expression|@import", value) \
                        and not LOCAL.match(value):
                    object("value %s of %s" % (ascii(value[:80]), attribute))
                if attribute == "font-family" and not re.match(r"[\w ,.'\"-]*$", value):
                    object("font %s" % ascii(value[:80]))
                if FORBIDDEN.search(value): object("control character in %s" % attribute)
        def text(data):
            if FORBIDDEN.search(data): object("control character in text")
        def never(what): return lambda *rest: object(what)
        parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.CharacterDataHandler = start, text
        parser.StartDoctypeDeclHandler, parser.EntityDeclHandler = never("doctype"), never("entity")
        parser.ProcessingInstructionHandler, parser.StartCdataSectionHandler = never("instruction"), never("CDATA")
        try:
            parser.Parse(data, True)
            page = Page(object)
            page.feed(data.decode("utf-8"))
            page.close()
        except (xml.parsers.expat.ExpatError, UnicodeDecodeError) as error:
            object("not well-formed: %s" % error)
        return found

    data = sys.stdin.buffer.read()
    pictures = data.split(b"\0") if data else []
    for number, picture in enumerate(pictures):
        for fault in judge(picture)[:3]: print(number, fault)
    print("judged", len(pictures))
    """#
}

@Suite struct SVGJudgeTests {
  @Test(
    "The judge sees what it is there for",
    arguments: [
      "<script/>", "<g onload=\"x\"/>", "<a href=\"javascript:x\"/>", "<g style=\"x\"/>",
      "<rect fill=\"url(https://example.org)\"/>", "<text>\u{1}</text>", "<g>", "<!DOCTYPE x>",
      "<text>\u{202E}x</text>", "<x:g xmlns:x=\"urn:x\"/>", "<?x y?>", "<image/>", "&x;",
    ])
  func sees(_ part: String) {
    guard unsafe access("/usr/bin/python3", X_OK) == 0 else { return }
    withKnownIssue {
      let judge = SVGJudge()
      let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">\(part)</svg>"
      judge.add(Array((part.hasPrefix("<!") ? part + "<svg/>" : svg).utf8), part)
      try judge.close()
    }
  }
}

/// An error has to say what happened and how to mend it, on one line each.
func expectHelpful(_ error: RenderError, _ place: String = "") {
  expectOneLine(error.message, place)
  expectOneLine(error.hint, place)
  #expect(error.message.count >= 15 && !error.hint.isEmpty, "\(error) in \(place)")
  #expect(error.hint.hasSuffix(".") && !error.message.hasSuffix("."), "\(error) in \(place)")
}

/// Text that a terminal shows as one line of bearable length.
func expectOneLine(_ text: String, _ place: String) {
  #expect(
    text.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "\(text.debugDescription) in \(place)")
  #expect(text.utf8.count <= 2200, "\(text.prefix(200)) in \(place)")
}
