//! What was put right: on the page of the release, in the list of all corrections, for machines, and nowhere else.

use crate::links::assert_sound;
use crate::site::{Site, attributes, texts};

const BASE: &str = "https://assembly.example";
const LIST: &str = "ru/corrections/index.html";

/// Two releases with corrections in Russian, one of them with another in Kazakh.
fn newsroom() -> Site {
    let first = "title: Первый\ndate: 2025-10-18\ncorrections:\n  - {date: 2025-10-20, text: Число исправлено.}\n  \
                 - {date: 2025-12-01T10:00, text: Имя исправлено.}";
    let second = "title: Второй\ndate: 2025-11-05\ncorrections: [{date: 2025-11-06, text: Место исправлено.}]";
    Site::empty()
        .release("2025-10-18-a", "ru", first, "Текст.")
        .release("2025-10-18-a", "kk", "title: Бірінші", "Мәтін.")
        .release("2025-11-05-b", "ru", second, "Текст.")
        .release(
            "2025-11-05-b",
            "kk",
            "title: Екінші\ncorrections: [{date: 2025-11-07, text: Орны түзетілді.}]",
            "Мәтін.",
        )
        .release("2025-11-05-b", "en", "title: Second", "Text.")
}

#[test]
fn all_corrections_of_a_language_stand_on_one_page_the_newest_first() {
    let site = newsroom().build();
    let told = |path: &str| {
        let page = site.page(path);
        let entries = texts(&page, ".corrected li");
        entries.into_iter().zip(attributes(&page, ".corrected a", "href")).collect::<Vec<_>>()
    };
    let entry = |text: &str, url: &str| (text.to_owned(), url.to_owned());
    let russian = [
        entry("1 декабря 2025 г. Имя исправлено. Первый", "/ru/news/2025/10/18/a/"),
        entry("6 ноября 2025 г. Место исправлено. Второй", "/ru/news/2025/11/05/b/"),
        entry("20 октября 2025 г. Число исправлено. Первый", "/ru/news/2025/10/18/a/"),
    ];
    assert_eq!(told(LIST), russian);
    let kazakh = [entry("2025 ж. 7 қараша Орны түзетілді. Екінші", "/kk/news/2025/11/05/b/")];
    assert_eq!(told("kk/corrections/index.html"), kazakh);
    assert!(!site.paths().contains("en/corrections/index.html"));
    assert_sound(&site, BASE);
}

#[test]
fn every_page_leads_to_the_corrections_of_its_language_where_there_are_any() {
    let site = newsroom().build();
    let linked = |path: &str| {
        let links = attributes(&site.page(path), "footer a", "href");
        links.into_iter().filter(|link| link.contains("corrections")).collect::<Vec<_>>()
    };
    assert_eq!(linked("ru/index.html"), ["/ru/corrections/"]);
    assert_eq!(linked("kk/news/2025/10/18/a/index.html"), ["/kk/corrections/"]);
    assert_eq!(linked("en/index.html"), [""; 0]);
    let policy = |path: &str| site.text(path).matches("\"correctionsPolicy\":\"https://assembly.example/").count();
    assert_eq!((policy("en/index.html"), policy("en/news/2025/11/05/b/index.html")), (0, 0));
    assert_eq!((policy("ru/index.html"), policy("ru/news/2025/10/18/a/index.html")), (2, 2));
}

#[test]
fn search_engines_are_told_of_the_list_in_all_its_languages() {
    let site = newsroom().build();
    let page = site.page(LIST);
    assert_eq!(attributes(&page, "link[hreflang]", "hreflang"), ["kk", "ru", "x-default"]);
    assert_eq!(texts(&page, "h1"), ["Исправления"]);
    assert_eq!(texts(&page, ".missing a"), ["English"]);
    assert_eq!(attributes(&page, ".missing a", "href"), ["/en/news/"]);
    let urls = site.xml("ru/sitemap.xml");
    assert!(urls.texts("loc").contains(&"https://assembly.example/ru/corrections/"));
    assert!(site.text(LIST).contains("\"@type\":\"BreadcrumbList\""));
}

#[test]
fn a_long_list_has_pages() {
    let correction = |number: usize| format!("  - {{date: 2025-10-{:02}, text: Правка {number}.}}\n", number % 28 + 1);
    let corrections: String = (0..43).map(correction).collect();
    let front = format!("title: Первый\ndate: 2025-09-18\ncorrections:\n{}", corrections.trim_end());
    let site = Site::empty().release("a", "ru", &front, "Текст.").build();
    let shown = |path: &str| texts(&site.page(path), ".corrected li").len();
    assert_eq!((shown(LIST), shown("ru/corrections/page/1/index.html")), (23, 20));
    let last = site.page("ru/corrections/page/1/index.html");
    assert_eq!(texts(&last, "title"), ["Исправления — страница 1 — Ассамблея народа"]);
    assert_eq!(attributes(&site.page(LIST), ".pager a", "href"), ["/ru/corrections/page/1/"]);
    assert_sound(&site, BASE);
}

#[test]
fn the_list_tells_of_nothing_that_is_not_public() {
    let front = |more: &str| {
        format!("title: ТАЙНА\ndate: 2025-11-05\ncorrections: [{{date: 2025-11-06, text: ТАЙНА}}]\n{more}")
    };
    for (more, preview) in
        [("draft: true", 0), ("embargo: 2026-02-01", 0), ("expires: 2025-12-01", 0), ("pinned: true", 1)]
    {
        let site = newsroom().release("x", "ru", &front(more), "Текст.").build();
        assert_eq!(texts(&site.page(LIST), ".corrected li").len(), 3 + preview, "{more}");
        let public = site.text(LIST);
        assert_eq!(texts(&site.with_drafts().build().page(LIST), ".corrected li").len(), 3 + preview, "{more}");
        assert_eq!(public.contains("ТАЙНА"), preview == 1, "{more}");
    }
}

#[test]
fn an_edited_text_leaves_the_list_as_it_is_and_an_edited_title_does_not() {
    let is_list = |site: &Site| site.built().rendered.iter().any(|path| path.as_str() == LIST);
    let site = newsroom().build().edit("releases/2025-10-18-a/ru.md", "Текст", "Слово").build();
    assert!(!is_list(&site));
    assert!(is_list(&site.edit("releases/2025-10-18-a/ru.md", "Первый", "Первая").build()));
}

/// What machines are told of the last change: the page, its structured data, a feed, the sitemap.
fn changed(site: &Site, language: &str) -> [String; 4] {
    let page = format!("{language}/news/2025/10/18/a/index.html");
    let meta = attributes(&site.page(&page), "meta[property='article:modified_time']", "content").concat();
    let text = site.text(&page);
    let modified = text.split("\"dateModified\":\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    let entry = site.xml(&format!("{language}/atom.xml")).texts("updated")[1].to_owned();
    let sitemap = site.xml(&format!("{language}/sitemap.xml"));
    let [changed] = &sitemap.texts("lastmod")[..] else { panic!("one release") };
    [meta, modified, entry, (*changed).to_owned()]
}

fn release(ru: &str, kk: &str, body: &str) -> Site {
    Site::empty().release("2025-10-18-a", "ru", &format!("title: Первый\ndate: 2025-10-18{ru}"), body).release(
        "2025-10-18-a",
        "kk",
        &format!("title: Бірінші{kk}"),
        "Мәтін.",
    )
}

const PUBLISHED: &str = "2025-10-18T00:00:00+05:00";

#[test]
fn an_edit_alone_moves_no_date() {
    let site = release("", "", "Текст.").build();
    let unchanged = ["", PUBLISHED, PUBLISHED, PUBLISHED].map(str::to_owned);
    assert_eq!(changed(&site, "ru"), unchanged);
    let site = site.edit("releases/2025-10-18-a/ru.md", "Текст.", "Совсем другой текст.").at("2026-01-05T00:00:00Z");
    assert_eq!(changed(&site.build(), "ru"), unchanged);
}

#[test]
fn a_correction_marks_its_own_language_alone() {
    let correction = "\ncorrections: [{date: 2025-11-01, text: Орны түзетілді.}]";
    let site = release("", correction, "Текст.").build();
    assert_eq!(changed(&site, "kk"), ["2025-11-01T00:00:00+05:00"; 4].map(str::to_owned));
    assert_eq!(changed(&site, "ru"), ["", PUBLISHED, PUBLISHED, PUBLISHED].map(str::to_owned));
    assert_eq!(texts(&site.page("ru/news/2025/10/18/a/index.html"), ".corrections"), [""; 0]);
    assert!(!site.text("ru/rss.xml").contains("түзетілді") && !site.paths().contains(LIST));
    assert_eq!(texts(&site.page("kk/news/2025/10/18/a/index.html"), ".corrections dd"), ["Орны түзетілді."]);
}

#[test]
fn an_update_marks_all_languages_and_the_later_of_the_two_counts() {
    let site =
        release("\nupdated: 2025-11-05T12:00", "\ncorrections: [{date: 2025-11-01, text: Орны түзетілді.}]", "Т.");
    let site = site.build();
    for language in ["ru", "kk"] {
        assert_eq!(changed(&site, language), ["2025-11-05T12:00:00+05:00"; 4].map(str::to_owned), "{language}");
    }
    let site = site.edit("releases/2025-10-18-a/kk.md", "2025-11-01", "2025-11-09").build();
    assert_eq!(changed(&site, "kk"), ["2025-11-09T00:00:00+05:00"; 4].map(str::to_owned));
    assert_eq!(changed(&site, "ru"), ["2025-11-05T12:00:00+05:00"; 4].map(str::to_owned));
}
