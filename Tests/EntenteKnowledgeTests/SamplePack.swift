import EntenteKnowledge
import EntenteModel
import EntentePackCompiler

/// A small compiled pack made without files.
enum SamplePack {
  static let place = SourcePlace(file: "countries/NO.yaml", line: 7, column: 1)

  static var source: PackSource {
    var source = PackSource()
    var norway = SourceEntity(id: "country.no", kind: .country, name: "Norway", at: place)
    norway.country = norway.id
    norway.adjectives = ["Norwegian"]
    var anna = SourceEntity(id: "person.anna-berg", kind: .person, name: "Ánna Berg", at: place)
    anna.country = norway.id
    anna.posts = [
      SourceEntity.Post(
        office: "Minister", body: norway.id, since: PartialDate("2021-05"), until: nil, line: 9)
    ]
    source.entities = [norway, anna]
    source.terms = [SourceTerm(.verb, "visit", at: place), SourceTerm(.event, "visit", at: place)]
    source.kinds = [KindStyle(kind: .person, caption: "Person", plural: "people", isEvent: false)]
    source.digest = 42
    return source
  }

  static var bytes: [UInt8] { PackEncoder.encode(source) }
}
