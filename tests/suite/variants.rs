//! Kazakh in other scripts: whole sites that no editor writes.

use crate::site::{Site, assert_same, attributes, texts};
use scraper::{ElementRef, Html, Node, Selector};

const CYRILLIC: &str = "kk/news/2024/10/18/kenes/index.html";
const LATIN: &str = "kk-latn/news/2024/10/18/kenes/index.html";
const ARABIC: &str = "kk-arab/news/2024/10/18/kenes/index.html";

/// A release in Kazakh and Russian, with a word or two wherever words can stand.
fn written() -> Site {
    let facts = "title: ҚХА «Достық үйінде» кеңес өтті\nsummary: Ислам мәдениеті туралы\nregion: qostanai\ntags: [Достық]\n\
        project: tanu\nauthor: {name: Әлия Әбішева}\noriginal_language: kk\ndate: 2024-10-18\n\
        event: {starts: 2024-10-20 10:00, place: Үлкен зал}\n\
        image: {file: hall.svg, credit: Фото А. Ә., alt: Үлкен зал, caption: Сахна}\n\
        corrections: [{date: 2024-10-19, text: Дұрысы — үшеу}]";
    let body = "Бұл **«Қазақтану»**ның [мәні](../../../pages/about/kk.md \"Сілтеме\") https://a.kz/сөз `сөз`.\n\n\
        ## Түйін\n\n[Жоғары](#түйін), [Тоқаев]{translit=no}, [привет всем]{lang=ru}. БҰҰ.\n\n\
        ![Сурет](hall.svg \"Түсірілім\")\n\n<div title=\"Атау\">Құтты <b>бол</b>сын &amp; &lt;бәрі&gt;</div>\n\n\
        Мәтін: +7 7172 00-00-00.[^1]\n\n[^1]: Ескерту.";
    Site::empty()
        .edit("site.yaml", "languages: [kk, ru, en]", "languages: [kk, ru, en]\nscripts: [Latn, Arab]")
        .edit("site.yaml", "description: Жаңалықтар}", "description: Жаңалықтар, address: Астана қаласы}")
        .file(
            "content/projects/tanu/kk.md",
            "---\ntitle: «Қазақтану»\nsummary: Тарих\nstatus: running\n---\nМақсаты.\n",
        )
        .file("content/projects/tanu/ru.md", "---\ntitle: «Қазақтану»\n---\nЦель.\n")
        .file("content/pages/about/kk.md", "---\ntitle: Біз туралы\n---\nҚош келдіңіз!\n")
        .file("content/releases/2024/kenes/hall.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/>")
        .file("content/releases/2024/kenes/kk.md", format!("---\n{facts}\n---\n{body}\n"))
        .file("content/releases/2024/kenes/ru.md", "---\ntitle: Встреча\n---\nТекст.\n")
}

#[track_caller]
fn assert_has<const N: usize>(text: &str, parts: [&str; N]) {
    let text = text.replace("&nbsp;", " ").replace('\u{a0}', " ");
    let missing: Vec<&str> = parts.into_iter().filter(|part| !text.contains(part)).collect();
    assert!(missing.is_empty(), "{missing:#?} not in {text}");
}

#[test]
fn a_page_is_in_latin_letters_from_its_title_to_its_last_word() {
    let page = written().build().text(LATIN);
    assert_has(
        &page,
        [
            "<html lang=\"kk-Latn\" dir=\"ltr\">",
            "<h1>QHA «Dostyq üiınde» keñes öttı</h1>",
            "<p class=\"lead\">İslam mädenietı turaly</p>",
            ">2024 j. 18 qazan</time>",
            ">Qostanai oblysy</a>",
            ">«Qazaqtanu»</a>",
            ">Dostyq</a>",
            "Älia Äbışeva",
            "Ülken zal</dd>",
            "alt=\"Ülken zal\"",
            "Sahna",
            "Foto A. Ä.",
            "Dūrysy — üşeu",
            "Būl <strong>«Qazaqtanu»</strong>nyñ <a href=\"/kk-latn/about/\" title=\"Sılteme\">mänı</a> ",
            ">https://a.kz/сөз</a> <code>сөз</code>.",
            "<h2 id=\"түйін\">Tüiın</h2>",
            ">Joğary</a>, <span translate=\"no\">Тоқаев</span>, <span lang=\"ru\">привет всем</span>. BŪŪ.",
            "alt=\"Suret\"",
            "Tüsırılım",
            "<div title=\"Atau\">Qūtty <b>bol</b>syn &amp; &lt;bärı&gt;</div>",
            "Eskertu.",
            "Astana qalasy",
            "Jañalyqtar",
        ],
    );
}

#[test]
fn a_page_is_in_arabic_letters_and_runs_from_right_to_left() {
    let page = written().build().text(ARABIC);
    assert_has(
        &page,
        [
            "<html lang=\"kk-Arab\" dir=\"rtl\">",
            "<h1>ق ح ا «دوستىق ۇيىندە» كەڭەس ءوتتى</h1>",
            ">2024، 18- قازان</time>",
            "بۇل <strong>«قازاقتانۋ»</strong>نىڭ <a href=\"/kk-arab/about/\" title=\"سىلتەمە\">ءمانى</a> ",
            "، <span translate=\"no\" dir=\"auto\">Тоқаев</span>، <span lang=\"ru\" dir=\"ltr\">привет всем</span>. ب ۇ ۇ.",
            ": \u{2066}+7 7172 00-00-00\u{2069}.",
            "<div title=\"اتاۋ\">قۇتتى <b>بول</b>سىن &amp; &lt;ءبارى&gt;</div>",
        ],
    );
}

#[test]
fn a_page_says_that_it_was_converted_and_leads_to_all_scripts() {
    let site = written().build();
    let page = site.page(LATIN);
    assert_eq!(texts(&page, ".converted a"), ["Қазақша"]);
    assert_eq!(attributes(&page, ".converted a", "href"), ["/kk/news/2024/10/18/kenes/"]);
    assert_eq!(texts(&page, ".languages span[aria-hidden]"), ["ҚАЗ", "QAZ", "قاز", "РУС", "ENG"]);
    assert_eq!(
        attributes(&page, "link[rel=canonical]", "href"),
        ["https://assembly.example/kk-latn/news/2024/10/18/kenes/"]
    );
    let languages = ["kk", "kk-Latn", "kk-Arab", "ru", "x-default"];
    for path in [CYRILLIC, LATIN, ARABIC] {
        assert_eq!(attributes(&site.page(path), "link[rel=alternate][hreflang]", "hreflang"), languages, "{path}");
    }
    assert_eq!(texts(&site.page(CYRILLIC), ".converted, .release-head .note"), Vec::<String>::new());
    assert_eq!(texts(&page, ".release-head .note"), Vec::<String>::new(), "another script is no translation");
}

#[test]
fn feeds_lists_and_structured_data_are_in_the_script_too() {
    let site = written().build();
    let feed = site.text("kk-latn/rss.xml");
    assert_has(&feed, ["<title>QHA «Dostyq üiınde» keñes öttı</title>", "<language>kk-Latn</language>", "nyñ <a"]);
    assert_has(&site.text("kk-arab/feed.json"), ["كەڭەس ءوتتى", "\"language\": \"kk-Arab\""]);
    assert_has(&site.text("kk-latn/regions/qostanai/index.html"), ["<h1>Qostanai oblysy</h1>", "QHA «Dostyq üiınde»"]);
    assert_has(&site.text(LATIN), ["\"inLanguage\":\"kk-Latn\"", "\"headline\":\"QHA «Dostyq üiınde» keñes öttı\""]);
    assert_has(&site.text("kk-latn/news/2024/10/18/kenes/event.ics"), ["QHA «Dostyq üiınde» keñes öttı"]);
}

/// Texts and spoken attributes of a page in Cyrillic letters, but for what is marked as another language or as it was typed.
fn cyrillic(page: &Html) -> Vec<String> {
    const SPOKEN: [&str; 5] = ["alt", "title", "aria-label", "content", "value"];
    let is_own = |element: &ElementRef<'_>| {
        let marked = |element: ElementRef<'_>| {
            let lang =
                element.attr("lang").is_some_and(|lang| element.value().name() != "html" && !lang.starts_with("kk-"));
            lang || element.attr("translate") == Some("no") || ["code", "script"].contains(&element.value().name())
        };
        !element.ancestors().filter_map(ElementRef::wrap).chain([*element]).any(marked)
    };
    let all = Selector::parse("*").unwrap();
    let mut found = Vec::new();
    for element in page.select(&all).filter(is_own) {
        let own = element.children().filter_map(|child| match child.value() {
            Node::Text(text) => Some(text.to_string()),
            _ => None,
        });
        let spoken = SPOKEN.iter().filter_map(|name| element.attr(name).map(str::to_owned));
        found.extend(own.chain(spoken).filter(|text| text.contains(|c| ('\u{400}'..'\u{530}').contains(&c))));
    }
    found
}

#[test]
fn no_cyrillic_letter_is_left_on_any_page_of_the_demo() {
    let site = Site::demo().build();
    let pages = site.pages();
    let converted = pages.iter().filter(|(path, _)| path.starts_with("kk-latn/") || path.starts_with("kk-arab/"));
    let mut seen = 0;
    let left: Vec<(&String, Vec<String>)> = converted
        .inspect(|_| seen += 1)
        .map(|(path, page)| (path, cyrillic(page)))
        .filter(|(_, left)| !left.is_empty())
        .collect();
    assert!(left.is_empty(), "{left:#?}");
    assert!(seen > 100 && !cyrillic(&pages["kk/index.html"]).is_empty(), "{seen} pages");
}

#[test]
fn another_scheme_is_another_spelling_at_the_same_addresses() {
    let first = written().build();
    let paths = first.paths();
    let second = first.edit("site.yaml", "[Latn, Arab]", "[kk-Latn-2018, Arab]").build();
    assert_eq!(second.paths(), paths);
    assert_has(&second.text(LATIN), ["<h1>QHA «Dostyq úıinde» keńes ótti</h1>", ">2024 j. 18 qazan</time>"]);
    assert_same(&second.fresh().unwrap(), &second.tree(), " after a new scheme");
}

#[test]
fn a_newsroom_has_a_scheme_and_exceptions_of_its_own() {
    let own = include_str!("../../src/language/script/schemes/kk-Latn-2021.scheme")
        .replace("kk-Latn-2021", "kk-Latn-2031")
        .replace("\nш = ş", "\nш = sh");
    let site = written()
        .edit("site.yaml", "[Latn, Arab]", "[kk-Latn-2031]")
        .file("content/scripts/kk-Latn-2031.scheme", own)
        .file("content/scripts/Latn.txt", "Әбішева = Abisheva\n")
        .build();
    assert_has(&site.text(LATIN), ["Älia Abisheva", "Dūrysy — üsheu"]);
    let site = site.file("content/scripts/Latn.txt", "Әбішева = Abysheva\n").build();
    assert_has(&site.text(LATIN), ["Älia Abysheva"]);
    assert_same(&site.fresh().unwrap(), &site.tree(), " after other exceptions");
}

#[test]
fn what_was_not_written_in_kazakh_is_not_converted() {
    let site = written().remove("content/releases/2024/kenes/kk.md").edit(
        "releases/2024/kenes/ru.md",
        "title: Встреча",
        "title: Встреча\ndate: 2024-10-18",
    );
    let site = site.build();
    assert!(!site.paths().iter().any(|path| path.ends_with("kenes/index.html") && !path.starts_with("ru/")));
    let page = site.page("ru/news/2024/10/18/kenes/index.html");
    assert_eq!(texts(&page, ".missing p:first-child a"), ["Қазақша", "English"]);
}

#[test]
fn scripts_are_nobodys_work() {
    let site = written().check();
    let asked = site.findings().iter().filter(|finding| finding.code.word() == "missing-translation");
    let asked: Vec<_> = asked.map(|finding| finding.args.clone()).collect();
    assert!(!format!("{asked:?}").contains("kk-"), "{asked:?}");
    let site = site.file("content/releases/2024/kenes/kk-Latn.md", "---\ntitle: Keñes\n---\nMätın.\n").try_build();
    assert!(site.refused() && site.codes().contains(&"unknown-language"), "{:?}", site.codes());
}

#[test]
fn a_word_in_kazakh_renders_what_shows_it_in_every_script() {
    let site = written().build().edit("releases/2024/kenes/kk.md", "Мәтін:", "Мәтіндер:").build();
    let shown = ["atom.xml", "feed.json", "news/2024/10/18/kenes/index.html", "projects/tanu/rss.xml"];
    let shown = shown.into_iter().chain(["regions/qostanai/rss.xml", "rss.xml", "tags/dostyq/rss.xml"]);
    let expected = ["kk-arab", "kk-latn", "kk"].into_iter().flat_map(|folder| {
        let path = move |file| format!("{folder}/{file}");
        shown.clone().map(path)
    });
    let rendered = site.built().rendered.iter().map(|path| path.as_str().to_owned());
    assert_eq!(rendered.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}
