//! Words of Kazakh in texts of other languages are marked as such, and abbreviations told.

use crate::site::{Site, assert_same, attributes, project, texts, tree};
use jarshy::language::Language;
use jarshy::language::parts::kazakh;
use jarshy::markdown::{Addresses, Parts, Refs, Setting, Words, render};
use proptest::prelude::*;
use std::ops::Range;

/// A sentence with what is to be marked in it.
struct Sentence {
    language: Language,
    text: String,
    wanted: Vec<Range<usize>>,
}

impl Sentence {
    fn read(language: &str, line: &str) -> Self {
        let (mut text, mut wanted) = (String::new(), Vec::new());
        for piece in line.split_inclusive(['⟦', '⟧']) {
            text.push_str(piece.trim_end_matches(['⟦', '⟧']));
            match piece.chars().next_back() {
                Some('⟦') => wanted.push(text.len()..text.len()),
                Some('⟧') => wanted.last_mut().unwrap().end = text.len(),
                _ => {}
            }
        }
        Self { language: Language::parse(language).unwrap(), text, wanted }
    }

    fn found(&self) -> Vec<Range<usize>> {
        kazakh(self.language, &self.text)
    }

    /// The text with brackets around some parts.
    fn shown(&self, parts: &[Range<usize>]) -> String {
        let mut shown = self.text.clone();
        for part in parts.iter().rev() {
            shown.insert(part.end, '⟧');
            shown.insert(part.start, '⟦');
        }
        shown
    }
}

/// The sentences of `tests/parts`: a file a language, or with the language before each sentence.
fn sentences() -> Vec<Sentence> {
    let read = |(name, text): (String, Vec<u8>)| {
        let text = String::from_utf8(text).unwrap();
        let language = name.split(['.', '-']).next().unwrap().to_owned();
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let of_line = |line: &str| match language.as_str() {
            "others" => line.split_once(' ').map(|(language, line)| Sentence::read(language, line)).unwrap(),
            language => Sentence::read(language, line),
        };
        lines.map(of_line).collect::<Vec<_>>()
    };
    tree(&project().join("tests/parts")).into_iter().flat_map(read).collect()
}

/// How many letters of a text two lists of parts have in common.
fn common(text: &str, one: &[Range<usize>], other: &[Range<usize>]) -> usize {
    let within = |parts: &[Range<usize>], at: usize| parts.iter().any(|part| part.contains(&at));
    let letters = text.char_indices().filter(|(_, c)| c.is_alphabetic());
    letters.filter(|(at, _)| within(one, *at) && within(other, *at)).count()
}

#[test]
fn kazakh_parts_are_told_from_the_rest() {
    let sentences = sentences();
    let (mut wanted, mut found, mut right, mut parts, mut same) = (0, 0, 0, 0, 0);
    let mut wrong = String::new();
    for sentence @ Sentence { text, wanted: should, .. } in &sentences {
        let is = sentence.found();
        wanted += common(text, should, should);
        found += common(text, &is, &is);
        right += common(text, &is, should);
        parts += should.len();
        same += is.iter().filter(|part| should.contains(part)).count();
        if is != *should {
            wrong += &format!("is:     {}\nshould: {}\n", sentence.shown(&is), sentence.shown(should));
        }
    }
    let bare = sentences.iter().filter(|sentence| sentence.wanted.is_empty()).count();
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole as f64;
    let (precision, recall, exact) = (percent(right, found), percent(right, wanted), percent(same, parts));
    println!("{wrong}{parts} Kazakh parts in {} sentences, {bare} of which have none", sentences.len());
    println!("of the letters: precision {precision:.1} %, recall {recall:.1} %; of the parts {exact:.1} % exactly so");
    assert!(parts >= 120 && bare >= 60, "the corpus is too small");
    assert!(precision >= 97.0 && recall >= 94.0 && exact >= 93.0, "{wrong}{precision:.1} {recall:.1} {exact:.1}");
}

/// The HTML of a body with its parts told.
fn html(language: &str, body: &str) -> String {
    let language = Language::parse(language).unwrap();
    let parts = Parts { language, abbreviations: [("АНК".to_owned(), "Ассамблея".to_owned())].into() };
    let mut html = String::new();
    let setting = Setting { parts: Some(&parts), ..Setting::default() };
    render(body, &Refs::default(), &Words::default(), setting, Addresses::Local, &mut html);
    html
}

/// A text with tags around its Kazakh parts.
fn with_tags(language: &str, text: &str) -> String {
    let mut tagged = text.to_owned();
    for part in kazakh(Language::parse(language).unwrap(), text).into_iter().rev() {
        tagged.insert_str(part.end, "</span>");
        tagged.insert_str(part.start, "<span lang=\"kk\">");
    }
    tagged
}

proptest! {
    #[test]
    fn marks_add_to_a_text_and_take_nothing(
        text in "([«»„“”\"‘’ ,.:-]|Қазақ|тілі|елі|Ана|АНК|ҚХА|Ә|и|в|мен|Жыр|җыр|ІІ|Дом|word|ның| ){0,40}",
        language in "(ru|en|ky|uk|kk|ko)",
    ) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let tagged = with_tags(&language, &text);
        prop_assert_eq!(tagged.replace("<span lang=\"kk\">", "").replace("</span>", ""), &*text);
        // A quotation that was marked by hand is no longer seen as one, so that what it holds is not marked again.
        let once = html(&language, &format!("x {text}"));
        let told = once.trim_start_matches("<p>").trim_end_matches("</p>\n");
        prop_assert_eq!(html(&language, told), once);
    }

    #[test]
    fn an_abbreviation_is_told_once(text in "([«»,.-]|АНК|КГУ|и|word| ){0,20}", language in "(ru|en|kk)") {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let once = html(&language, &format!("x {text}"));
        prop_assert!(once.matches("<abbr").count() <= 1);
        let told = once.trim_start_matches("<p>").trim_end_matches("</p>\n");
        prop_assert_eq!(html(&language, told), once);
    }
}

const FRONT: &str = "title: Проект «Ана тілі» & Әлия в области Ұлытау\nsummary: Итоги подвела Әлия Әбішева.\n\
    date: 2024-10-18\nregion: ulytau\ntags: [birlik]\nevent: {starts: 2024-11-01, place: Зал «Достық»}\n\
    corrections: [{date: 2024-10-19, text: Верно — Қонаев.}]";
const PAGE: &str = "ru/news/2024/10/18/ana-tili/index.html";

/// A release with Kazakh names in Russian and English.
fn newsroom() -> Site {
    let id = "2024-10-18-ana-tili";
    Site::empty()
        .edit(
            "site.yaml",
            "identity:",
            "abbreviations:\n  ru: {АНК: 'Ассамблея \"народа\"'}\n  kk: {ҚХА: Қазақстан халқы Ассамблеясы}\nidentity:",
        )
        .file(
            "content/regions.yaml",
            "ulytau:\n  iso: KZ-62\n  names: {kk: Ұлытау облысы, ru: область Ұлытау, en: Ulytau}\n",
        )
        .file("content/tags.yaml", "birlik: {kk: Бірлік, ru: Медаль «Бірлік», en: Medal}\n")
        .release(id, "ru", FRONT, "АНК и ҚХА, вновь АНК. **«Қазақ**\nелі»\n\n## Клуб АНК «Өрлеу»\n\n`Қыз`")
        .release(id, "kk", "title: Ана тілі", "«Біртұтас» ҚХА-ның жобасы, ҚХА.")
        .release(id, "en", "title: The project “Ана тілі”", "The words Ана тілі and АНК.")
}

/// What is marked as Kazakh in an element of a page.
fn marked(site: &Site, path: &str, selector: &str) -> Vec<String> {
    texts(&site.page(path), &format!("{selector} span[lang=kk]"))
}

#[test]
fn a_page_tells_its_kazakh_parts_wherever_words_are_shown() {
    let site = newsroom().build();
    let in_page = |selector: &str| marked(&site, PAGE, selector);
    assert_eq!(in_page("h1"), ["Ана тілі", "Әлия", "Ұлытау"]);
    assert_eq!(in_page(".lead"), ["Әлия Әбішева"]);
    assert_eq!(in_page(".prose"), ["ҚХА", "Қазақ", "елі", "Өрлеу"]);
    assert_eq!(in_page(".chips"), ["Ұлытау", "Бірлік"]);
    assert_eq!(in_page(".crumbs"), ["Ана тілі", "Әлия", "Ұлытау"]);
    assert_eq!(in_page(".event-box"), ["Достық"]);
    assert_eq!(in_page(".corrections"), ["Қонаев"]);
    assert!(site.text(PAGE).contains("<h1>Проект «<span lang=\"kk\">Ана тілі</span>» &amp; <span"));
    assert_eq!(marked(&site, &PAGE.replacen("ru", "en", 1), "main"), ["Ана тілі", "Ана тілі", "Ана тілі"]);
    assert_eq!(marked(&site, &PAGE.replacen("ru", "kk", 1), "main"), [] as [&str; 0]);
}

#[test]
fn lists_tell_them_too() {
    let site = newsroom().build();
    let title = ["Ана тілі", "Әлия", "Ұлытау"];
    assert_eq!(marked(&site, "ru/news/index.html", ".card-title"), title);
    assert_eq!(marked(&site, "ru/news/index.html", ".card-summary"), ["Әлия Әбішева"]);
    assert_eq!(marked(&site, "ru/index.html", ".card-title"), title);
    assert_eq!(marked(&site, "ru/regions/index.html", ".regions"), ["Ұлытау"]);
    assert_eq!(marked(&site, "ru/regions/ulytau/index.html", "h1"), ["Ұлытау"]);
    assert_eq!(marked(&site, "ru/corrections/index.html", ".corrected"), ["Қонаев", "Ана тілі", "Әлия", "Ұлытау"]);
}

#[test]
fn what_is_no_page_stays_plain() {
    let site = newsroom().build();
    assert_eq!(texts(&site.page(PAGE), "title"), ["Проект «Ана тілі» & Әлия в области Ұлытау — Ассамблея народа"]);
    for path in ["ru/rss.xml", "ru/atom.xml", "ru/feed.json", "en/rss.xml"] {
        let text = site.text(path);
        assert!(!text.contains("abbr") && !text.contains("span"), "{path}: {text}");
    }
    let head = texts(&site.page(PAGE), "script[type='application/ld+json']").concat();
    assert!(head.contains("«Ана тілі»") && !head.contains("span"), "{head}");
}

#[test]
fn abbreviations_are_explained_once_in_the_language_of_the_text() {
    let site = newsroom().build();
    let explained = |path: &str| {
        let page = site.page(path);
        let titles = attributes(&page, ".prose abbr", "title");
        texts(&page, ".prose abbr").into_iter().zip(titles).collect::<Vec<_>>()
    };
    let pair = |short: &str, long: &str| [(short.to_owned(), long.to_owned())];
    assert_eq!(explained(PAGE), pair("АНК", "Ассамблея «народа»"));
    assert_eq!(explained(&PAGE.replacen("ru", "kk", 1)), pair("ҚХА", "Қазақстан халқы Ассамблеясы"));
    assert_eq!(explained(&PAGE.replacen("ru", "en", 1)), []);
}

#[test]
fn a_changed_list_changes_the_texts_of_its_language() {
    let mut site = newsroom().build();
    for (from, to) in
        [("kk: {ҚХА: Қазақстан", "kk: {ҚХА: Барша Қазақстан"), ("  kk: {ҚХА: Барша Қазақстан халқы Ассамблеясы}\n", "")]
    {
        site = site.edit("site.yaml", from, to).build();
        assert_same(&site.fresh().unwrap(), &site.tree(), to);
        let rendered: Vec<&str> = site.built().rendered.iter().map(|path| path.as_str()).collect();
        assert_eq!(rendered, ["kk/news/2024/10/18/ana-tili/index.html"]);
    }
}

#[test]
fn a_list_for_a_language_that_the_site_lacks_is_told() {
    let site = Site::empty().edit("site.yaml", "identity:", "abbreviations: {de: {VVK: Volk}}\nidentity:").try_build();
    assert!(site.refused());
    assert_eq!(site.codes(), ["unknown-language"]);
}
