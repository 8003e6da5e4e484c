import EntenteDocuments
import EntenteModel
import Testing

@Suite struct LanguageTests {
  @Test(
    "a text in a language without a pack is refused",
    arguments: [
      ("km", "ព្រះមហាក្សត្រ នៃព្រះរាជាណាចក្រកម្ពុជា បានជួបរដ្ឋមន្ត្រី"),
      ("th", "พระมหากษัตริย์ทรงพบกับรัฐมนตรีที่กรุงเทพ"), ("lo", "ປະທານປະເທດ ໄດ້ພົບກັບ ລັດຖະມົນຕີ"),
      ("zh", "国家主席星期五在首都会见了外交部长。"), ("ja", "首相は金曜日に大臣と会談しました。"),
      ("ko", "대통령은 금요일에 장관을 만났다고 밝혔다."), ("ru", "Президент встретился с министром в столице."),
      ("uk", "Президент зустрівся з міністром у столиці їхньої країни."),
      ("ar", "التقى الرئيس بالوزير في العاصمة يوم الجمعة."),
      (
        "vi",
        "Chủ tịch nước đã có cuộc gặp với Bộ trưởng và các đại biểu của ông."
      ),
      (
        "fr",
        "Le président a rencontré le ministre dans la capitale, et il est parti avec elle."
      ),
      (
        "de",
        "Der Präsident hat den Minister getroffen und ist mit ihm nach Hause gereist."
      ),
      (
        "es",
        "El presidente se reunió con el ministro en la capital y hablaron sobre comercio."
      ),
      (
        "id",
        "Presiden bertemu dengan menteri di ibu kota dan telah sepakat untuk bertemu lagi."
      ),
    ]
  )
  func refused(language: String, text: String) {
    let document = load(text)
    #expect(document.refusal?.code == "document.language")
    #expect(document.refusal?.message == "language: \(language), no pack")
  }

  @Test func `of a mixed text the English parts are read and the rest is reported`() {
    let foreign = "ព្រះមហាក្សត្រ នៃព្រះរាជាណាចក្រកម្ពុជា បានជួបរដ្ឋមន្ត្រី"
    let document = load("\(prose)\n\n\(foreign)\n\n\(prose)")
    #expect(parts(document) == ["body: \(prose)", "body: \(prose)"])
    let start = prose.utf8.count + 2
    #expect(codes(document) == ["document.foreign-part"])
    #expect(document.notes.first?.place?.offset == start)
    #expect(
      document.notes.first?.message
        == "bytes \(start)..<\(start + foreign.utf8.count) are not read: language: km, no pack")
  }

  @Test func `a list of foreign names in an English text is English`() {
    let names = "Phạm Minh Chính, Trần Thanh Mẫn, Lê Minh Hưng, José da Silva and Ángel de la Cruz."
    #expect(parts("\(prose)\n\n\(names)").last == "body: \(names)")
  }

  @Test func `a language with a pack is read`() {
    let text =
      "Le président a rencontré le ministre dans la capitale, et il est parti avec elle."
    #expect(load(text, options: LoadOptions(languages: ["en", "fr"])).article != nil)
  }
}
