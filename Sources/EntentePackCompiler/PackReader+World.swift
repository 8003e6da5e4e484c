import EntenteKnowledge
import EntenteModel

extension PackReader {
  /// `world/countries.tsv`, `regions.tsv`, `cities.tsv`, `adjectives.tsv`, `organizations.tsv` and `blocs.yaml`.
  mutating func readWorld(_ file: SourceFile) {
    switch file.name.split(separator: "/").last {
    case "countries.tsv": readCountries(file)
    case "regions.tsv": readRegions(file)
    case "cities.tsv": readCities(file)
    case "adjectives.tsv": readAdjectives(file)
    case "organizations.tsv": readOrganizations(file)
    case "blocs.yaml": readBlocs(file)
    default:
      note(
        Diagnostic(
          .error, code: "pack.file-name", "`world` has no such file",
          at: Diagnostic.Place(file: file.path),
          hint: "call it countries, regions, cities, adjectives or organizations.tsv, or blocs.yaml"
        ))
    }
  }

  private mutating func readCountries(_ file: SourceFile) {
    let columns = [
      "code", "name", "aliases", "adjectives", "people", "capital", "capital_aliases",
    ]
    for row in noting({ TSVTable(file, columns: columns, faults: &$0) }).rows {
      guard let code = isoCode(row[0].text, file.place(row.line, row[0].column)),
        let name = required(row[1], "name", file)
      else { continue }
      var country = SourceEntity(
        id: "country." + code, kind: .country, name: name,
        at: SourcePlace(file: file.name, line: row.line, column: 1))
      country.aliases = row[2].items
      country.adjectives = row[3].items
      country.people = row[4].items
      country.country = country.id
      add(country)
      guard let capital = row[5].value else { continue }
      capitals.append(
        Capital(
          country: country.id, name: capital, aliases: row[6].items,
          place: SourcePlace(file: file.name, line: row.line, column: row[5].column)))
    }
  }

  private mutating func readRegions(_ file: SourceFile) {
    for row in noting({ TSVTable(file, columns: ["id", "name", "aliases"], faults: &$0) }).rows {
      guard let id = identifier(row[0].text, file.place(row.line, row[0].column)),
        let name = required(row[1], "name", file)
      else { continue }
      var region = SourceEntity(
        id: "place." + id, kind: .place, name: name,
        at: SourcePlace(file: file.name, line: row.line, column: 1))
      region.aliases = row[2].items
      region.type = "region"
      add(region)
    }
  }

  private mutating func readBlocs(_ file: SourceFile) {
    guard let tree = tree(file),
      let top = noting({ FieldReader(tree, file, what: "blocs.yaml", faults: &$0) })
    else { return }
    noting { top.allowOnly(["blocs"], faults: &$0) }
    for node in noting({ top.nodes("blocs", faults: &$0) }) {
      let keys = PackReader.bodyKeys + ["members"]
      guard
        case (var bloc, let fields)? = body(
          node, file, what: "this bloc", prefix: "organization.", kind: .organization, keys: keys)
      else { continue }
      bloc.needsOwner = noting { fields.flag("generic", faults: &$0) } ?? false
      guard add(bloc) != nil else { continue }
      refer(bloc.id, .partOf, fields, "of", prefixes: ["organization."])
      for member in noting({ fields.nodes("members", faults: &$0) }) {
        guard let text = member.text,
          let code = isoCode(text, file.place(member.line, member.column))
        else { continue }
        references.append(
          .entity(
            bloc.id, .member, "country." + code, [], file.place(member.line, member.column)))
      }
    }
  }

  /// `world/subdivisions/XX.tsv`: the first-level units of a country.
  mutating func readSubdivisions(_ file: SourceFile) {
    guard file.name.hasSuffix(".tsv") else { return }
    let columns = ["code", "name", "type", "aliases", "capital", "since", "until", "into"]
    let base = file.name.split(separator: "/").last?.dropLast(4) ?? ""
    let table = noting { TSVTable(file, columns: columns, faults: &$0) }
    guard let country = isoCode(String(base), Diagnostic.Place(file: file.path)) else { return }
    for row in table.rows {
      guard isUnitCode(row[0].text, of: String(base), file.place(row.line, row[0].column)),
        let name = required(row[1], "name", file)
      else { continue }
      var unit = SourceEntity(
        id: "province." + Folding.slug(row[0].text), kind: .province, name: name,
        at: SourcePlace(file: file.name, line: row.line, column: 1))
      unit.type = row[2].value
      unit.aliases = row[3].items
      unit.country = "country." + country
      unit.since = date(row[5], file)
      unit.until = date(row[6], file)
      guard add(unit) != nil else { continue }
      let start = file.place(row.line, 1)
      references.append(.entity(unit.id, .country, "country." + country, [], start))
      if let into = row[7].items.first {
        references.append(
          .entity(
            unit.id, .into, "province." + Folding.slug(into), [],
            file.place(row.line, row[7].column)))
      }
      for seat in row[4].items {
        seats.append(
          Seat(
            unit: unit.id, country: country, name: seat,
            place: SourcePlace(file: file.name, line: row.line, column: row[4].column)))
      }
    }
  }

  // MARK: - Checks

  /// A two-letter code in lower case; a fault and nil for anything else.
  mutating func isoCode(_ text: String, _ place: Diagnostic.Place) -> String? {
    if text.utf8.count == 2, text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
      return text.lowercased()
    }
    note(
      Diagnostic(
        .error, code: "pack.iso-code", "`\(text)` is no country code", at: place,
        hint: "use the two capital letters of ISO 3166-1, such as VN"))
    return nil
  }

  private mutating func isUnitCode(
    _ code: String, of country: String, _ place: Diagnostic.Place
  ) -> Bool {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0] == country, (1...6).contains(parts[1].utf8.count),
      parts[1].utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) })
    {
      return true
    }
    note(
      Diagnostic(
        .error, code: "pack.iso-code", "`\(code)` is no code of a subdivision of \(country)",
        at: place, hint: "use ISO 3166-2, such as \(country)-12"))
    return false
  }

  /// A word for an id; a fault and nil for anything else.
  mutating func identifier(_ text: String, _ place: Diagnostic.Place) -> String? {
    let isGood =
      !text.isEmpty && text.utf8.first != 0x2D
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
    if isGood { return text }
    note(
      Diagnostic(
        .error, code: "pack.id", "`\(text)` is no id", at: place,
        hint: "use a–z, 0–9 and hyphens, such as `\(Folding.slug(text))`"))
    return nil
  }

  mutating func required(_ cell: TSVTable.Cell, _ column: String, _ file: SourceFile)
    -> String?
  {
    if let value = cell.value { return value }
    note(
      Diagnostic(
        .error, code: "pack.missing-key", "the \(column) is missing",
        at: file.place(cell.line, cell.column), hint: "fill the column `\(column)`"))
    return nil
  }

  private mutating func date(_ cell: TSVTable.Cell, _ file: SourceFile) -> PartialDate? {
    guard let text = cell.value else { return nil }
    return noting {
      FieldReader.date(text, at: file.place(cell.line, cell.column), faults: &$0)
    }
  }
}
