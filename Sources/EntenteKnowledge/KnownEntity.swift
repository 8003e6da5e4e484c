package import EntenteModel

/// A person, body or place that the pack lists: a view, whose strings are made when asked for.
package struct KnownEntity: Sendable {
  private let file: PackFile
  /// Its number in the pack; entities are ordered by id.
  package let index: UInt32

  init(_ file: PackFile, _ index: UInt32) {
    self.file = file
    self.index = index
  }

  /// An office held, with the body it belongs to.
  package struct Post: Hashable, Sendable {
    /// As the pack writes it: `General Secretary`.
    package let office: String
    /// The entity's index.
    package let body: UInt32
    package let since: PartialDate?
    package let until: PartialDate?
    /// The line in the entity's source file.
    package let line: Int

    /// True unless the dates say that it was not held on that day.
    package func isHeld(on date: PartialDate?) -> Bool {
      guard let date else { return until == nil }
      if let since, date < since, !date.isCompatible(with: since) { return false }
      if let until, until < date, !date.isCompatible(with: until) { return false }
      return true
    }
  }

  /// `person.to-lam`
  package var id: String { string(.id) }
  package var kind: Kind { Kind(string(.kind)) }
  /// The name in the pack's spelling.
  package var name: String { string(.name) }
  package var abbreviation: String? { optional(.abbreviation) }
  /// Other names, in the pack's order.
  package var aliases: [String] { strings(.aliasStart, .aliasCount) }
  /// A country's adjectives: `Vietnamese`.
  package var adjectives: [String] { strings(.adjectiveStart, .adjectiveCount) }
  /// A country's people: `Vietnamese`, `Americans`.
  package var people: [String] { strings(.peopleStart, .peopleCount) }
  /// The index of its country; a country's is its own.
  package var country: UInt32? { entity(.country) }
  /// The index of the body or unit that it is part of.
  package var partOf: UInt32? { entity(.partOf) }
  /// How its persons are named: `western`, `vietnamese`, `khmer`; empty where unknown.
  package var culture: String { string(.culture) }
  /// `news agency`, `city`, `legislature`: what the source calls it.
  package var type: String? { optional(.type) }
  /// A ministry's field: `public security`.
  package var field: String? { optional(.field) }
  /// The country that it is the capital of.
  package var capitalOf: UInt32? { entity(.capitalOf) }
  /// For a province: when it was made or abolished, and what it went into.
  package var since: PartialDate? { PackFormat.date(value(.since)) }
  package var until: PartialDate? { PackFormat.date(value(.until)) }
  package var into: UInt32? { entity(.into) }
  /// A bloc's members, by index.
  package var members: [UInt32] {
    numbers(.memberStart, .memberCount).compactMap { $0 == 0 ? nil : $0 - 1 }
  }
  /// True where its bare name proves nothing: an organ, a legislature, a ministry.
  package var needsOwner: Bool { value(.flags) & 1 != 0 }
  /// The source file, relative to the folder of packs, and the line.
  package var source: (file: String, line: Int) { (string(.file), Int(value(.line))) }

  /// The offices held, in the pack's order.
  package var posts: [Post] {
    let numbers = numbers(.postStart, .postCount)
    return stride(from: 0, to: numbers.count - 4, by: 5).compactMap { i in
      guard numbers[i + 1] != 0 else { return nil }
      return Post(
        office: file.string(numbers[i]), body: numbers[i + 1] - 1,
        since: PackFormat.date(numbers[i + 2]), until: PackFormat.date(numbers[i + 3]),
        line: Int(numbers[i + 4]))
    }
  }

  private func value(_ field: PackFormat.EntityField) -> UInt32 {
    file.entities[Int(index) * PackFormat.EntityField.allCases.count + field.rawValue]
  }

  private func string(_ field: PackFormat.EntityField) -> String { file.string(value(field)) }

  private func optional(_ field: PackFormat.EntityField) -> String? {
    value(field) == 0 ? nil : string(field)
  }

  private func entity(_ field: PackFormat.EntityField) -> UInt32? {
    value(field) == 0 ? nil : value(field) - 1
  }

  private func strings(
    _ start: PackFormat.EntityField, _ count: PackFormat.EntityField
  ) -> [String] {
    numbers(start, count).map(file.string)
  }

  private func numbers(
    _ start: PackFormat.EntityField, _ count: PackFormat.EntityField
  ) -> [UInt32] {
    file.list(start: value(start), count: value(count))
  }
}

extension PackFile {
  /// A stretch of the lists section, cut to what is there.
  func list(start: UInt32, count: UInt32) -> [UInt32] {
    let end = min(Int(start) + Int(count), lists.count)
    guard Int(start) < end else { return [] }
    return (Int(start)..<end).map { lists[$0] }
  }
}

extension PackColumn<UInt32> {
  /// Of a column of pairs sorted by the first: the second of each pair whose first is `key`.
  func seconds(of key: UInt32) -> [UInt32] {
    var low = 0
    var high = count / 2
    while low < high {
      let middle = (low + high) / 2
      if self[middle * 2] < key { low = middle + 1 } else { high = middle }
    }
    var found: [UInt32] = []
    while low < count / 2, self[low * 2] == key {
      found.append(self[low * 2 + 1])
      low += 1
    }
    return found
  }
}

extension Knowledge {
  /// The persons one of whose names has the word, by the hash of the folded word. Where the given name comes first
  /// it is no short form and does not count.
  package func persons(called word: UInt32) -> [UInt32] { file.personWords.seconds(of: word) }

  /// The ministries of a country that are named by a field.
  package func ministries(of country: UInt32) -> [UInt32] { file.ministries.seconds(of: country) }

  /// The number of entities; they count from 0.
  package var entityCount: UInt32 {
    UInt32(file.entities.count / PackFormat.EntityField.allCases.count)
  }

  /// The entity of that number; all its fields are empty where there is none.
  package func entity(_ index: UInt32) -> KnownEntity { KnownEntity(file, index) }

  /// All entities of a kind, by number.
  package func entities(of kind: Kind) -> [KnownEntity] {
    var found: [KnownEntity] = []
    // Most have the kind of the one before: a string of the pack that need not be made and compared again.
    var last: (number: UInt32, isWanted: Bool)?
    let width = PackFormat.EntityField.allCases.count
    for index in 0..<entityCount {
      let number = file.entities[Int(index) * width + PackFormat.EntityField.kind.rawValue]
      if last?.number != number { last = (number, KnownEntity(file, index).kind == kind) }
      if last?.isWanted ?? false { found.append(KnownEntity(file, index)) }
    }
    return found
  }

  /// The index of the entity with this id, or nil. Binary search.
  package func entity(id: String) -> UInt32? {
    var low: UInt32 = 0
    var high = entityCount
    while low < high {
      let middle = (low + high) / 2
      let candidate = entity(middle).id
      if candidate == id { return middle }
      if candidate.utf8.lexicographicallyPrecedes(id.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return nil
  }
}
