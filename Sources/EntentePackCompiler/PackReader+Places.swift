import EntenteKnowledge
import EntenteModel

extension PackReader {
  /// A country's capital as the table of countries has it.
  struct Capital {
    let country: String
    let name: String
    let aliases: [String]
    let place: SourcePlace
  }

  /// The seat of a subdivision.
  struct Seat {
    let unit: String
    /// The country's code in lower case.
    let country: String
    let name: String
    let place: SourcePlace
  }

  /// A town that the table of cities has.
  struct City {
    /// The country's code in lower case.
    let country: String
    let name: String
    let aliases: [String]
    let place: SourcePlace
  }

  /// Units that are a land and not a city: their capital is a place of its own, even of the same name.
  private static let lands: Set<String> = [
    "province", "state", "county", "region", "autonomous region", "nation", "department",
    "governorate", "oblast", "republic", "canton", "emirate", "division", "island",
  ]

  /// Links capitals to the units that are them, or makes places of them.
  mutating func makeCapitals() {
    for capital in capitals {
      let names = Set(([capital.name] + capital.aliases).map(PackReader.bare))
      let unit = source.entities.firstIndex { entity in
        entity.kind == .province && entity.country == capital.country && entity.until == nil
          && !PackReader.lands.contains(entity.type ?? "")
          && ([entity.name] + entity.aliases).contains { names.contains(PackReader.bare($0)) }
      }
      if let unit {
        change { source in
          source.entities[unit].capitalOf = capital.country
          let known = Set(
            ([source.entities[unit].name] + source.entities[unit].aliases).map(Folding.fold))
          for name in [capital.name] + capital.aliases where !known.contains(Folding.fold(name)) {
            source.entities[unit].aliases.append(name)
          }
        }
        continue
      }
      var place = SourceEntity(
        id: "place.\(capital.country.dropFirst(8)).\(Folding.slug(capital.name))", kind: .place,
        name: capital.name, at: capital.place)
      place.aliases = capital.aliases
      place.country = capital.country
      place.capitalOf = capital.country
      place.type = "city"
      add(place)
    }
  }

  /// Makes places of the seats of subdivisions and of the cities, unless they bear the name of a unit, of the capital,
  /// or of people.
  mutating func makeSeats() {
    var taken: Set<String> = []
    for entity in source.entities where entity.kind == .province || entity.kind == .place {
      guard let country = entity.country else { continue }
      for name in [entity.name] + entity.aliases {
        taken.insert("\(country) \(PackReader.bare(name))")
      }
    }
    // "Austin", "Lincoln", "Jackson": as a name alone they are more often a person's.
    var personal: Set<String> = []
    for term in base.terms + source.terms
    where term.termClass == .given || term.termClass == .family {
      personal.formUnion(([term.text] + term.also).map(PackReader.bare))
    }
    let current = seats.filter { seat in
      entityIndex[seat.unit].map { source.entities[$0].until == nil } ?? false
    }
    for seat in current + seats {
      let key = "country.\(seat.country) \(PackReader.bare(seat.name))"
      guard !taken.contains(key), !personal.contains(PackReader.bare(seat.name)) else { continue }
      taken.insert(key)
      var place = SourceEntity(
        id: "place.\(seat.country).\(Folding.slug(seat.name))", kind: .place, name: seat.name,
        at: seat.place)
      place.country = "country.\(seat.country)"
      place.partOf = seat.unit
      place.type = "city"
      if entityIndex[place.id] == nil { add(place) }
    }
    for city in cities {
      let names = [city.name] + city.aliases
      let free = names.filter { name in
        let bare = PackReader.bare(name)
        return !taken.contains("country.\(city.country) \(bare)") && !personal.contains(bare)
      }
      // A name that the units have already is theirs, and so are its other spellings.
      guard free.first == city.name else { continue }
      taken.formUnion(free.map { "country.\(city.country) \(PackReader.bare($0))" })
      var place = SourceEntity(
        id: "place.\(city.country).\(Folding.slug(city.name))", kind: .place, name: city.name,
        at: city.place)
      place.aliases = Array(free.dropFirst())
      place.country = "country.\(city.country)"
      place.type = "city"
      if entityIndex[place.id] == nil { add(place) }
    }
  }

  /// Folded and without spaces, so that `Ha Noi` is `Hanoi`.
  private static func bare(_ name: String) -> String {
    Folding.fold(name).filter { $0 != " " && $0 != "-" }
  }
}
