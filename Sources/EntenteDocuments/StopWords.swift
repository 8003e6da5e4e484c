/// Function words by which languages in Latin script are told apart, folded.
enum StopWords {
  /// English first.
  static let languages = lists.map(\.0)

  /// For each word, packed into a number, the languages (bits by their place in `languages`) that have it.
  ///
  /// Words of one letter are left out (the "s" of "it's"), and a word that English has counts for English only.
  static let masks: [UInt64: UInt32] = {
    var masks: [UInt64: UInt32] = [:]
    for (i, list) in lists.enumerated() {
      for word in list.1.utf8.split(separator: 0x20) where word.count > 1 {
        masks[word.reduce(0) { $0 << 8 | UInt64($1) }, default: 0] |= 1 << UInt32(i)
      }
    }
    for word in shared.utf8.split(separator: 0x20) {
      masks[word.reduce(0) { $0 << 8 | UInt64($1) }] = nil
    }
    for (word, mask) in masks where mask & 1 == 1 { masks[word] = 1 }
    return masks
  }()

  /// Words that English has too, and particles of names: `van der Berg`, `de la Cruz` and `El Salvador` are no
  /// foreign text.
  private static let shared =
    """
    no do so me us man men far war non per via son come die hat dan dat din san data mai met door par \
    plus pour est ore dos de la le el al da di du van der den von bin ibn del los las das do dei ni na
    """

  /// Words of up to eight letters.
  private static let lists: [(String, String)] = [
    (
      "en",
      """
      the of and to in a for on with that at by is was as from it will has his said be are their he \
      this an which have its who were been they would but not or also during between after we our \
      her she had all both more these about than into over
      """
    ),
    (
      "fr",
      """
      le la les de des du et en un une dans pour par sur avec au aux que qui est a ce cette son sa \
      ses il elle ont ete sont pas plus ou se leur entre
      """
    ),
    (
      "es",
      """
      el la los las de del y en un una para por con que se su sus al es lo como mas fue ha han este \
      esta entre pero sobre
      """
    ),
    (
      "pt",
      """
      o a os as de do da dos das e em um uma no na nos nas para por com que se seu sua ao foi mais \
      como pelo pela sobre entre nao
      """
    ),
    (
      "it",
      """
      il lo la i gli le di del della dei delle e in un una nel nella per con che si da al alla sono \
      ha stato anche come piu tra
      """
    ),
    (
      "de",
      """
      der die das den dem des und in ein eine einen einem einer zu mit von auf fur im ist sich nicht \
      auch als an nach bei aus wurde werden hat sein zum zur uber
      """
    ),
    (
      "nl",
      """
      de het een van en in op te dat met voor zijn is aan niet door ook als bij naar om uit wordt \
      werd heeft over
      """
    ),
    (
      "vi",
      """
      va cua la trong cho cac voi duoc khong nhung mot da nay co tai den ngay nam nuoc viet ong ve \
      tu tren theo hai dong nguoi chu tich gap quan he
      """
    ),
    (
      "id",
      """
      yang dan di untuk dari dengan pada ini itu dalam ke tidak akan oleh juga telah adalah sebagai \
      antara kata bahwa presiden negara kepada para bahawa
      """
    ),
    (
      "tl", "ang ng mga sa na at ay ni si kay para hindi ito nang siya kung nito din rin kanyang"
    ),
    (
      "tr", "ve bir bu ile icin da de olarak olan daha gibi oldu dedi sonra kadar ancak cok turkiye"
    ),
    (
      "pl", "i w z na do nie sie ze jest to o od po za przez jak oraz dla ktory ktora zostal tym"
    ),
    ("cs", "a v na se je z do ze o s k po pro za jsou ktery ktere byl jako uvedl podle take"),
    ("ro", "si de in la a cu pe din pentru care este sa au fost al ale lui prin intre mai un o"),
    ("sv", "och i att det som en pa ar av for med till den har de inte om ett var fran vid sig"),
    ("hu", "a az es hogy nem is egy meg volt de ez azt csak mar el szerint kozott magyar"),
    ("sw", "na ya wa kwa ni katika za la kuwa hiyo huo rais amesema cha baada ambao pia nchi"),
  ]
}
