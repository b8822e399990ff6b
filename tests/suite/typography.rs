//! Readers get what a book would have, wherever words are shown; addresses and code stay as they were typed.

use crate::site::{Site, assert_same};

const PAGE: &str = "ru/news/2024/10/18/akim-kenes/index.html";
const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/>";

/// A release with straight marks, hyphens and plain spaces in all that it says.
fn typed() -> Site {
    let facts = "title: Аким - \"дом\" в 2024-2025 гг.\nsummary: Встреча \\\"как есть\\\" - и \"нет\"...\ndate: 2024-10-18\n\
        region: qostanai\ntags: [dostyq]\nproject: tanu\nauthor: {name: К. К. Токаев}\n\
        image: {file: hall.svg, credit: 'Фото \"ДД\"', alt: 'Зал \"Достық\" - сцена', caption: 'Сцена - \"дом\"'}\n\
        corrections: [{date: 2024-10-19, text: 'Верно - \"да\"'}]";
    let body = "Область \"**Дом \"Достық\"** - это\" `a - \"b\"` <https://a.kz/2024-2025>...\n\n\
        ## \"Итоги\" - в 2024-2025\n\n[\"Вверх\"](#итоги-в-2024-2025)";
    Site::empty()
        .edit("site.yaml", "name: Ассамблея народа", "name: '\"Дом\" - Алматы'")
        .file("content/tags.yaml", "dostyq: {kk: '\"Достық\"', ru: '\"Дружба\" - это', en: Friendship}\n")
        .file("content/projects/tanu/ru.md", "---\ntitle: Проект \"Тану\" - наш\nstatus: running\n---\nСлово \"да\"\n")
        .file("content/releases/2024-10-18-akim-kenes/hall.svg", SVG)
        .release("2024-10-18-akim-kenes", "ru", facts, body)
        .release("2024-10-18-akim-kenes", "kk", "title: Әкім \"кеңес\" өткізді", "2024 ж. 18 қазан - \"күн\" және т.б.")
}

/// A file of the output with `_` for no-break spaces; the ends of spans, and which parts are Kazakh, are not told.
fn shown(site: &Site, path: &str) -> String {
    let text = site.text(path).replace("<span lang=\"kk\">", "").replace("</span>", "");
    text.replace("&quot;", "\"").replace("&nbsp;", "_").replace('\u{a0}', "_")
}

#[track_caller]
fn assert_has<const N: usize>(text: &str, parts: [&str; N]) {
    let missing: Vec<&str> = parts.into_iter().filter(|part| !text.contains(part)).collect();
    assert!(missing.is_empty(), "{missing:#?} not in {text}");
}

#[test]
fn a_page_is_set_from_its_title_to_its_last_word() {
    let site = typed().build();
    let page = shown(&site, PAGE);
    assert_has(
        &page,
        [
            "<h1>Аким_— «дом» в_2024–2025_гг.</h1>",
            "Встреча \"как есть\"_— и_«нет»…",
            ">18_октября 2024_г.<",
            "К._К._Токаев",
            "alt=\"Зал «Достық»_— сцена\"",
            "Сцена_— «дом»",
            "Фото «ДД»",
            "Верно_— «да»",
            ">«Дружба»_— это</a>",
            ">Проект «Тану»_— наш</a>",
            "<p>Область «<strong>Дом „Достық“</strong>_— это» <code>a - \"b\"</code> ",
            ">https://a.kz/2024-2025</a>…</p>",
            "«Дом»_— Алматы",
            "datetime=\"2024-10-18\"",
        ],
    );
}

#[test]
fn a_kazakh_page_is_set_as_kazakh() {
    let site = typed().build();
    let page = shown(&site, "kk/news/2024/10/18/akim-kenes/index.html");
    assert_has(
        &page,
        [
            "<h1>Әкім «кеңес» өткізді</h1>",
            "<p>2024_ж. 18_қазан_— «күн» және_т.б.</p>",
            ">2024_ж. 18_қазан<",
            ">«Достық»</a>",
        ],
    );
    // What stands for a summary is the beginning of the text.
    assert_has(&page, ["<meta name=\"description\" content=\"2024_ж. 18_қазан_— «күн» және_т.б.\">"]);
}

#[test]
fn what_leads_somewhere_is_made_of_what_was_typed() {
    let site = typed().build();
    let page = site.text(PAGE);
    assert_has(&page, ["<h2 id=\"итоги-в-2024-2025\">", "href=\"#%D0%B8", "href=\"https://a.kz/2024-2025\""]);
    let addresses = |site: &Site| site.paths().into_iter().filter(|path| path.ends_with(".html")).collect::<Vec<_>>();
    let off = typed().edit("site.yaml", "time_zone", "typography: false\ntime_zone").build();
    assert_eq!(addresses(&site), addresses(&off));
}

#[test]
fn lists_feeds_and_structured_data_carry_it() {
    let site = typed().build();
    let title = "Аким_— «дом» в_2024–2025_гг.";
    assert_has(&shown(&site, "ru/news/index.html"), [title, "Встреча \"как есть\"_— и_«нет»…"]);
    assert_has(&shown(&site, "ru/rss.xml"), [title, "<strong>Дом „Достық“</strong>_— это»"]);
    assert_has(&shown(&site, "ru/index.html"), [title, "<title>«Дом»_— Алматы</title>"]);
    let page = shown(&site, PAGE);
    assert_has(
        &page,
        [&format!("\"headline\":\"{title}\""), &format!("<meta property=\"og:title\" content=\"{title}\">")],
    );
}

#[test]
fn a_newsroom_can_switch_it_off() {
    let site = typed().edit("site.yaml", "time_zone", "typography: false\ntime_zone").build();
    let page = shown(&site, PAGE);
    assert_has(
        &page,
        [
            "<h1>Аким - \"дом\" в 2024-2025 гг.</h1>",
            "Встреча \\\"как есть\\\" - и \"нет\"...",
            ">18 октября 2024 г.<",
            "<p>Область \"<strong>Дом \"Достық\"</strong> - это\"",
        ],
    );
}

#[test]
fn switching_it_makes_the_site_that_a_clean_build_makes() {
    let mut site = typed().build();
    for (from, to) in [("time_zone", "typography: no\ntime_zone"), ("typography: no", "typography: yes")] {
        site = site.edit("site.yaml", from, to).build();
        assert_same(&site.fresh().unwrap(), &site.tree(), to);
    }
    assert_same(&typed().build().tree(), &site.tree(), "as it was");
}

#[test]
fn what_is_no_yes_or_no_is_told() {
    let site = typed().edit("site.yaml", "time_zone", "typography: russian\ntime_zone").try_build();
    assert!(site.refused());
    assert_eq!(site.codes(), ["missing-alt", "wrong-type"]);
}
