import EntenteKnowledge
import EntenteModel

/// The long lists of names: cities, and bodies that news takes for known.
extension PackReader {
  /// `world/cities.tsv`: towns that are no capital and no seat of a unit by the table of units.
  mutating func readCities(_ file: SourceFile) {
    for row in noting({ TSVTable(file, columns: ["country", "name", "aliases"], faults: &$0) }).rows
    {
      guard let country = isoCode(row[0].text, file.place(row.line, row[0].column)),
        let name = required(row[1], "name", file)
      else { continue }
      cities.append(
        City(
          country: country, name: name, aliases: row[2].items,
          place: SourcePlace(file: file.name, line: row.line, column: row[1].column)))
    }
  }

  /// `world/adjectives.tsv`: what is said of provinces as a demonym is of a country, by their codes.
  mutating func readAdjectives(_ file: SourceFile) {
    for row in noting({ TSVTable(file, columns: ["code", "adjectives"], faults: &$0) }).rows {
      adjectives.append(
        (row[0].text, row[1].items, file.place(row.line, row[0].column)))
    }
  }

  /// Gives the provinces their adjectives once all are read.
  mutating func addAdjectives() {
    for (code, words, place) in adjectives {
      guard let unit = entityIndex["province." + Folding.slug(code)] else {
        note(
          Diagnostic(
            .error, code: "pack.unknown-id", "`\(code)` is no province that this pack lists",
            at: place, hint: "use the code that stands in world/subdivisions"))
        continue
      }
      change { $0.entities[unit].adjectives = words }
    }
  }

  /// `world/organizations.tsv`: the press, companies, institutes and agencies; `group` says which.
  mutating func readOrganizations(_ file: SourceFile) {
    let columns = ["name", "country", "abbreviation", "aliases", "group"]
    for row in noting({ TSVTable(file, columns: columns, faults: &$0) }).rows {
      guard let name = required(row[0], "name", file),
        let group = required(row[4], "group", file)
      else { continue }
      var body = SourceEntity(
        id: "organization.\(group).\(Folding.slug(name))", kind: .organization, name: name,
        at: SourcePlace(file: file.name, line: row.line, column: 1))
      if row[1].value != nil {
        guard let code = isoCode(row[1].text, file.place(row.line, row[1].column)) else { continue }
        body.country = "country." + code
        references.append(
          .entity(
            body.id, .country, "country." + code, [], file.place(row.line, row[1].column)))
      }
      body.abbreviation = row[2].value
      body.aliases = row[3].items
      body.type = group
      add(body)
    }
  }
}
