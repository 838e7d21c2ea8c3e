import Foundation
import Markup
import Testing

/// `_` stands for U+00A0, `~` for U+202F.
@Suite("French typography")
struct FrenchTypographyTests {
  @Test(
    "T1: the spaces around punctuation",
    arguments: [
      ("Oui !", "Oui~!"), ("Oui!", "Oui~!"), ("Oui\u{A0}!", "Oui~!"), ("Oui\u{202F}!", "Oui~!"),
      ("Oui  !", "Oui~!"), ("Oui\t!", "Oui~!"), ("Oui\n!", "Oui~!"), ("Oui\u{2009}!", "Oui~!"),
      ("Quoi ?!", "Quoi~?!"), ("Quoi?!", "Quoi~?!"), ("Oui !!", "Oui~!!"), ("a ; b", "a~; b"),
      ("a; b", "a~; b"), ("Titre : suite", "Titre_: suite"), ("Titre: suite", "Titre_: suite"),
      ("Titre\u{202F}: x", "Titre_: x"), ("Objectif:", "Objectif_:"), ("(quoi ?)", "(quoi~?)"),
      ("(quoi?)", "(quoi~?)"), ("été?", "été~?"), ("« mot »", "«_mot_»"), ("«mot»", "«_mot_»"),
      ("«\u{202F}mot\u{202F}»", "«_mot_»"), ("«mot» !", "«_mot_»~!"), ("«mot!»", "«_mot~!_»"),
      ("(a)!", "(a)~!"), ("12 ?", "12~?"), ("100 %!", "100_%~!"), ("fin…!", "fin…~!"),
      ("quoi ?, dit-il", "quoi~?, dit-il"), ("quoi ?.", "quoi~?."), ("etc.!", "etc.~!"),
      ("« ! »", "«_!_»"), ("(!) et (?)", "(!) et (?)"), ("!", "!"), ("? oui", "? oui"), (": a", ": a"),
      (" : a", " : a"), ("a\n\n! b", "a\n\n! b"), ("Ah ! Oh ? Eh ; ih : uh", "Ah~! Oh~? Eh~; ih_: uh"),
      ("«»", "«»"), ("🎉!", "🎉!"), ("a , b", "a , b"), ("H₂O !", "H₂O~!"), ("x²!", "x²~!"),
      ("שלום!", "שלום!"), ("مرحبا؟ نعم: لا!", "مرحبا؟ نعم: لا!"), ("« مرحبا » !", "«_مرحبا_»~!"),
    ])
  func punctuation(text: String, set: String) { #expect(french(text) == set) }

  @Test(
    "T2: what stays beside a number or a name",
    arguments: [
      ("12 %", "12_%"), ("12%", "12_%"), ("12,5 %", "12,5_%"), ("12\u{202F}%", "12_%"), ("5 €", "5_€"),
      ("5€", "5_€"), ("3 M€, 2 k€", "3_M€, 2_k€"), ("3M€", "3_M€"), ("2 Md€", "2_Md€"), ("5 ‰", "5_‰"),
      ("20 °C", "20_°C"), ("-5 °C", "-5_°C"), ("12 km²", "12_km²"), ("3 m²", "3_m²"), ("1 km", "1_km"),
      ("7 ha", "7_ha"), ("2 kg", "2_kg"), ("10 min", "10_min"), ("8 Mo", "8_Mo"), ("10 h", "10_h"),
      ("23 h 30", "23_h_30"), ("10km", "10km"), ("10h30", "10h30"), ("12 kmx", "12 kmx"),
      ("12 m'ont", "12 m’ont"), ("20 ans", "20 ans"), ("n° 5", "n°_5"), ("N° A12", "N°_A12"),
      ("n°5", "n°5"), ("p. 12", "p._12"), ("pp. 12", "pp._12"), ("art. 3", "art._3"), ("al. 2", "al._2"),
      ("etc. 3", "etc. 3"), ("p. ex. oui", "p. ex. oui"), ("M. Dupont", "M._Dupont"),
      ("MM. A et B", "MM._A et B"), ("Mme Élise", "Mme_Élise"), ("Dr Noé", "Dr_Noé"),
      ("M. dupont", "M. dupont"), ("AMM. Ici", "AMM. Ici"), ("12 mars", "12_mars"),
      ("1er mai 2019", "1er_mai 2019"), ("12\nmars", "12_mars"), ("31 Décembre", "31_Décembre"),
      ("32 mars", "32 mars"), ("12 marsouins", "12 marsouins"), ("2 août", "2_août"), ("20%2C", "20%2C"),
      ("taux en %", "taux en %"), ("T2 2024 %", "T2 2024_%"), ("100 %, 5 €.", "100_%, 5_€."),
      ("A 12 h, B", "A 12_h, B"), ("Drôle D'un", "Drôle D’un"),
    ])
  func units(text: String, set: String) { #expect(french(text) == set) }

  @Test(
    "T3: thousands, of what is surely one number",
    arguments: [
      ("5 391 223", "5~391~223"), ("5\u{A0}391\u{A0}223", "5~391~223"), ("12 000 €", "12~000_€"),
      ("1 234,5 %", "1~234,5_%"), ("1234", "1234"), ("2019", "2019"), ("2019 300", "2019 300"),
      ("12 34", "12 34"), ("01 234 567", "01 234 567"), ("1 23 456", "1 23 456"),
      ("1 234 56", "1 234 56"), ("06 12 34 56 78", "06 12 34 56 78"), ("+33 1 234", "+33 1 234"),
      ("ODD 17 100", "ODD 17 100"), ("SIREN 732 829 320", "SIREN 732 829 320"),
      ("n° 732 829 320", "n°_732 829 320"), ("en 2019, 12 000 actes", "en 2019, 12~000 actes"),
      ("A12 345", "A12 345"), ("12 mars 2019 300 pages", "12_mars 2019 300 pages"), ("1\n000", "1\n000"),
      ("1 0000", "1 0000"), ("978-2 345 678", "978-2 345 678"), ("1,5 000", "1,5 000"),
    ])
  func thousands(text: String, set: String) { #expect(french(text) == set) }

  @Test(
    "T4: apostrophes, ellipses, ranges",
    arguments: [
      ("l'État", "l’État"), ("aujourd'hui", "aujourd’hui"), ("l'1", "l’1"),
      ("l'« avenir »", "l’«_avenir_»"), ("d'\"ici\"", "d’«_ici_»"), ("l'“eau”", "l’“eau”"), ("l'", "l'"),
      ("'mot'", "'mot'"), ("l' eau", "l' eau"), ("f'(x)", "f'(x)"), ("5'10", "5'10"), ("fin...", "fin…"),
      ("fin....", "fin...."), ("a..b", "a..b"), ("[...]", "[…]"), ("...suite", "…suite"),
      ("../..", "../.."), ("../...", "../..."), ("2019-2021", "2019–2021"), ("2021-2019", "2021-2019"),
      ("2019-20", "2019-20"), ("2024-05-01", "2024-05-01"), ("p. 12-15", "p._12–15"),
      ("pp. 12-15", "pp._12–15"), ("12-15 %", "12–15_%"), ("12-15%", "12–15_%"), ("12-15 km", "12–15_km"),
      ("12-15 mars", "12–15_mars"), ("12-15", "12-15"), ("12-15 ans", "12-15 ans"),
      ("2019-2021-A", "2019-2021-A"), ("A2019-2021", "A2019-2021"), ("ODD-17", "ODD-17"),
      ("01-23-45", "01-23-45"), ("2019-2021.pdf", "2019-2021.pdf"),
      ("978-2-1234-5680-3", "978-2-1234-5680-3"), ("2019–2021", "2019–2021"), ("a - b", "a - b"),
      ("rapport-2019-2021", "rapport-2019-2021"), ("(2019-2021)", "(2019–2021)"), ("3000-4000", "3000-4000"),
    ])
  func signs(text: String, set: String) { #expect(french(text) == set) }

  @Test(
    "T4: straight quotes become « », “ ” inside others",
    arguments: [
      ("\"texte\"", "«_texte_»"), ("un \"mot\", deux \"mots\".", "un «_mot_», deux «_mots_»."),
      ("\" texte \"", "«_texte_»"), ("(\"a\")", "(«_a_»)"), ("\"a\"!", "«_a_»~!"), ("\"a!\"", "«_a~!_»"),
      ("« a \"b\" c »", "«_a “b” c_»"), ("\"a \"b\" c\"", "«_a “b” c_»"), ("\"a \"b\"\"", "«_a “b”_»"),
      ("“texte”", "“texte”"), ("un \"mot", "un \"mot"), ("\"a\" et \"b", "\"a\" et \"b"),
      ("mot\"", "mot\""), ("écran de 12\"", "écran de 12\""), ("12\" et \"mot\"", "12\" et «_mot_»"),
      ("\"il en a 12\"", "«_il en a 12_»"), ("a\"b", "a\"b"), ("{\"a\":1}", "{\"a\":1}"),
      ("\"Où ?\" dit-il", "«_Où~?_» dit-il"), ("\"\"", "\"\""), ("\"...\"", "«_…_»"),
      ("l'\"eau\"", "l’«_eau_»"), ("\"mot\":", "«_mot_»_:"), ("« \"a\" »", "«_“a”_»"),
    ])
  func quotes(text: String, set: String) { #expect(french(text) == set) }

  @Test(
    "T9: texts come out composed",
    arguments: [
      ("e\u{301}te\u{301} !", "\u{E9}t\u{E9}\u{202F}!"), ("E\u{301}", "\u{C9}"), ("a\u{308}b", "\u{E4}b"),
    ])
  func composition(text: String, set: String) {
    #expect(Array(Typography(language: .french).apply(to: text).unicodeScalars) == Array(set.unicodeScalars))
  }

  @Test(
    "T10: times, ratios, addresses, code-like words and faces stay",
    arguments: [
      "10:30", "3:1", "a::b", "std::vector", "https://exemple.org/a?b=c!d;e:f", "www.exemple.org/l'eau",
      "https://exemple.org/l'eau...suite", "nom@exemple.org", "mailto:nom@exemple.org", "fichier.pdf",
      "C:\\dossier", ":::note", ":terme[mot]", ":smile:", ":smile: oui", "a != b", "a !== b", "?q=a",
      "&nbsp; a", "&#160; a", "a;)", "a:)", "/fr/l'eau", "1.2.3", "v1.2", "12:30:45", "localhost:8080",
      "exemple.org:80", "a?b", "a!b", "A;B", "https://exemple.org/2019-2021", "doi.org/10.1000/123-456",
      "nom+a@exemple.org",
    ])
  func untouched(text: String) { #expect(french(text) == text) }

  @Test("T9: long texts are composed too, as Foundation does it at once")
  func longComposition() {
    for text in [
      "e\u{301}", "l'e\u{301}te\u{301} ", "日e\u{301}\u{323} ", "a\u{301}\u{323}\u{308}", "ÀE\u{300}",
    ] {
      let long = repeated(text, 100)
      let set = Typography(language: .french).apply(to: long)
      let composed = Typography(language: .french).apply(to: long.precomposedStringWithCanonicalMapping)
      #expect(set.unicodeScalars.elementsEqual(composed.unicodeScalars), "\(text)")
    }
  }

  @Test("T10: an elision before a domain is still one")
  func elision() { #expect(french("l'exemple.org d'ici") == "l’exemple.org d’ici") }

  @Test(
    "T5: strings keep their ordinals plain, whatever their form",
    arguments: ["1er", "2e", "XXIe", "3ème", "1ère"])
  func ordinals(text: String) { #expect(french(text) == text) }
}
