//! What is not public yet, no longer, or never: held releases, drafts, releases that expire.

use crate::links::assert_sound;
use crate::site::{Site, Tree, attributes, texts};
use std::collections::BTreeSet;

const BASE: &str = "https://assembly.example";

/// A newsroom in January 2026 with two releases that are public.
fn newsroom() -> Site {
    Site::empty()
        .file("content/tags.yaml", "etno: {kk: Этно, ru: Этно, en: Ethno}\n")
        .file("content/projects/dostyq/kk.md", "---\ntitle: Достық\n---\nМәтін.\n")
        .release("2025-10-18-a", "ru", "title: Первый\ndate: 2025-10-18\nregion: qostanai\ntags: [etno]", "Текст.")
        .release("2025-10-18-a", "kk", "title: Бірінші", "Мәтін.")
        .release("2025-12-31-b", "ru", "title: Второй\ndate: 2025-12-31\nregion: qostanai", "Текст.")
}

/// A release with everything that could show somewhere.
fn rich(site: Site, id: &str, front: &str) -> Site {
    let facts = format!(
        "title: ТАЙНА\nsummary: ТАЙНА\ndate: 2025-11-05\nregion: [qostanai, zhambyl]\nproject: Достық\n\
         tags: [etno, ТАЙНЫЙ ТЕГ]\npinned: true\nslug: taina\naliases: [/old/taina.html]\nevent: {{starts: 2026-05-01, place: ТАЙНА}}\n\
         image: {{file: taina.svg, alt: ТАЙНА, credit: ТАЙНА}}\nattachments: [{{file: taina.txt, title: ТАЙНА}}]\n{front}"
    );
    let body = "ТАЙНА [ссылка](2025-10-18-a) ![ТАЙНА](body.svg)";
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'><title>ТАЙНА</title></svg>";
    let file = |site: Site, name: &str, text: &str| site.file(&format!("content/releases/{id}/{name}"), text);
    let site = file(file(file(site, "taina.svg", svg), "body.svg", svg), "taina.txt", "ТАЙНА");
    site.release(id, "ru", &facts, body)
}

fn without(site: Site, id: &str) -> Tree {
    let out = site.root().join("other");
    site.remove(&format!("content/releases/{id}")).into_folder(out).build().tree()
}

/// Asserts that two outputs are the same byte for byte.
#[track_caller]
fn assert_same(one: &Tree, other: &Tree) {
    let paths = |tree: &Tree| tree.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(paths(one), paths(other));
    let changed: Vec<&String> = one.keys().filter(|path| one[*path] != other[*path]).collect();
    assert!(changed.is_empty(), "{changed:?}");
}

#[test]
fn a_held_release_is_in_no_byte_of_the_output() {
    let site = rich(newsroom(), "2025-11-05-held", "embargo: 2026-02-01T09:00").build();
    assert_same(&site.tree(), &without(site, "2025-11-05-held"));
}

#[test]
fn a_draft_is_in_no_byte_of_the_output() {
    let site = rich(newsroom(), "2025-11-05-draft", "draft: true").build();
    assert_same(&site.tree(), &without(site, "2025-11-05-draft"));
}

#[test]
fn what_the_demo_holds_back_is_in_no_byte_of_it() {
    let site = Site::demo().build();
    let tree = site.tree();
    let out = site.root().join("other");
    let site = site.remove("content/releases/2099").remove("content/releases/2026/2026-06-24-zhazgy-lager");
    assert_same(&tree, &site.into_folder(out).build().tree());
}

#[test]
fn a_draft_of_a_translation_is_in_no_byte_of_the_output() {
    let draft = "title: ҚҰПИЯ\nsummary: ҚҰПИЯ\ndraft: true\naliases: [/old/qupiya.html]";
    let site = newsroom().release("2025-12-31-b", "kk", draft, "ҚҰПИЯ").build();
    let (tree, out) = (site.tree(), site.root().join("other"));
    assert_same(&tree, &site.remove("content/releases/2025-12-31-b/kk.md").into_folder(out).build().tree());
}

#[test]
fn a_release_appears_at_the_second_of_its_embargo() {
    let site = rich(newsroom(), "2025-11-05-held", "embargo: 2026-02-01T09:00").at("2026-02-01T03:59:59Z").build();
    let page = "ru/news/2025/11/05/taina/index.html";
    assert!(!site.paths().contains(page));
    let site = site.at("2026-02-01T04:00:00Z").build();
    let shown = site.page(page);
    assert_eq!(texts(&shown, ".dateline time"), ["5 ноября 2025 г."]);
    assert_eq!(attributes(&shown, "meta[property='article:published_time']", "content"), ["2026-02-01T09:00:00+05:00"]);
    assert_eq!(texts(&site.page("ru/news/index.html"), ".card-title"), ["ТАЙНА", "Второй", "Первый"]);
    assert_eq!(texts(&site.page("ru/news/2025/11/index.html"), ".card-title"), ["ТАЙНА"]);
    assert_eq!(texts(&shown, ".pager-earlier a"), ["Предыдущая новость Второй"]);
    assert_eq!(texts(&site.page("ru/news/2025/12/31/b/index.html"), ".pager-later a"), ["Следующая новость ТАЙНА"]);
    let rss = site.xml("ru/rss.xml");
    assert_eq!((rss.texts("title")[1], rss.texts("pubDate")[0]), ("ТАЙНА", "Sun, 1 Feb 2026 09:00:00 +0500"));
    assert_eq!(site.xml("news-sitemap.xml").texts("news:publication_date"), ["2026-02-01T09:00:00+05:00"]);
    assert!(site.xml("ru/sitemap.xml").texts("lastmod").contains(&"2026-02-01T09:00:00+05:00"));
    for path in ["ru/tags/taynyy-teg/index.html", "old/taina.html", "media/releases/2025-11-05-held/taina.txt"] {
        assert!(site.paths().contains(path), "{path}");
    }
    assert_sound(&site, BASE);
}

#[test]
fn an_embargo_before_the_date_changes_nothing() {
    let site = newsroom().release("c", "ru", "title: В\ndate: 2025-12-01T10:00\nembargo: 2025-11-01", "Т.").build();
    let page = site.page("ru/news/2025/12/01/c/index.html");
    assert_eq!(attributes(&page, "meta[property='article:published_time']", "content"), ["2025-12-01T10:00:00+05:00"]);
}

#[test]
fn a_preview_shows_held_releases_and_drafts_marked_and_tells_nobody() {
    let site = rich(newsroom(), "2025-11-05-held", "embargo: 2026-02-01T09:00");
    let site = site.release("2025-11-06-d", "kk", "title: ҚҰПИЯ\ndate: 2025-11-06\ndraft: true", "ҚҰПИЯ.").build();
    let public = site.tree();
    let site = site.with_drafts().build();
    let marks = [("ru/news/2025/11/05/taina", "Эмбарго"), ("kk/news/2025/11/06/d", "Қаралама")];
    for (place, mark) in marks {
        let page = site.page(&format!("{place}/index.html"));
        assert!(texts(&page, ".banner")[0].starts_with(&format!("{mark}: ")), "{place}");
        assert_eq!(attributes(&page, "meta[name=robots]", "content"), ["noindex"]);
        assert!(attributes(&page, "link[hreflang]", "href").is_empty());
        let list = site.page(&format!("{}/news/index.html", &place[..2]));
        assert_eq!(texts(&list, ".mark"), [mark]);
    }
    let machines = |path: &&String| {
        ["xml", "json", "opml", "txt"].iter().any(|end| path.ends_with(end)) && !path.starts_with("media/")
    };
    for (path, bytes) in site.tree().iter().filter(|(path, _)| machines(path)) {
        let text = String::from_utf8(bytes.clone()).unwrap();
        for secret in ["ТАЙНА", "ҚҰПИЯ", "2025/11/05/taina", "2025/11/06/d"] {
            assert!(!text.contains(secret), "{path} tells {secret}");
        }
        let feed = ["rss.xml", "atom.xml", "feed.json"].iter().any(|name| path.ends_with(name));
        assert!(!feed || public.get(path).is_none_or(|public| public == bytes), "{path}");
    }
    assert_sound(&site, BASE);
}

#[test]
fn a_release_expires_at_its_second_and_leaves_a_notice() {
    let site = rich(newsroom(), "2025-11-05-x", "expires: 2026-02-01T09:00")
        .release("2025-11-05-x", "kk", "title: ҚҰПИЯ", "ҚҰПИЯ")
        .release("2025-12-01-c", "ru", "title: Третий\ndate: 2025-12-01\nregion: qostanai", "[О том](2025-11-05-x).");
    let notice = "ru/news/2025/11/05/taina/index.html";
    let site = site.at("2026-02-01T03:59:59Z").build();
    assert_eq!(texts(&site.page(notice), "h1"), ["ТАЙНА"]);
    let site = site.at("2026-02-01T04:00:00Z").build();
    let page = site.page(notice);
    assert_eq!(texts(&page, "h1"), ["Срок публикации истёк"]);
    assert_eq!(attributes(&page, "main time", "datetime"), ["2026-02-01"]);
    assert_eq!(attributes(&page, ".notice a", "href"), ["/ru/regions/qostanai/"]);
    assert_eq!(attributes(&page, "meta[name=robots]", "content"), ["noindex"]);
    assert_eq!(attributes(&page, ".languages a", "href")[0], "/kk/news/2025/11/05/x/");
    let link = attributes(&site.page("ru/news/2025/12/01/c/index.html"), ".prose a", "href");
    assert_eq!(link, ["/ru/news/2025/11/05/taina/"]);
    let told: Vec<String> = site
        .tree()
        .into_iter()
        .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("ТАЙН"))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(told, [""; 0]);
    let media = site.paths().into_iter().any(|path| path.starts_with("media/") || path.contains("taina/event"));
    assert!(!media && site.paths().contains("old/taina.html"));
    let leads_there: Vec<String> = site
        .tree()
        .into_iter()
        .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("2025/11/05/taina/"))
        .map(|(path, _)| path)
        .collect();
    let expected = [
        "kk/news/2025/11/05/x/index.html",
        "old/taina.html",
        "ru/atom.xml",
        "ru/feed.json",
        notice,
        "ru/news/2025/12/01/c/index.html",
        "ru/regions/qostanai/rss.xml",
        "ru/rss.xml",
    ];
    assert_eq!(leads_there, expected);
    assert_sound(&site, BASE);
}

#[test]
fn nothing_leads_to_what_is_public_later_or_never() {
    let linking = |front: &str| {
        let site = newsroom().release("c", "ru", "title: В\ndate: 2025-12-01", "[Связь](2025-11-05-x).");
        let site = rich(site, "2025-11-05-x", front).try_build();
        let refused = site.findings().iter().filter(|finding| finding.severity == jarshy::diagnostic::Severity::Error);
        refused.map(|finding| (finding.code.word(), finding.place.file.to_string())).collect::<Vec<_>>()
    };
    let file = || "content/releases/c/ru.md".to_owned();
    assert_eq!(linking("embargo: 2026-02-01"), [("link-to-later", file())]);
    assert_eq!(linking("embargo: 2025-12-01T00:00:01"), [("link-to-later", file())]);
    assert_eq!(linking("embargo: 2025-12-01"), []);
    assert_eq!(linking("draft: true"), [("link-to-draft", file())]);
}

#[test]
fn the_offset_is_that_of_the_day_in_almaty() {
    let days = [
        ("2024-02-28", "2024-02-28T00:00:00+06:00"),
        ("2024-02-29T23:30", "2024-02-29T23:30:00+06:00"),
        ("2024-02-29T23:30+05:00", "2024-02-29T23:30:00+05:00"),
        ("2024-03-01", "2024-03-01T00:00:00+05:00"),
        ("2024-03-01T12:00Z", "2024-03-01T17:00:00+05:00"),
    ];
    for (number, (written, expected)) in days.into_iter().enumerate() {
        let front = format!("title: А\nslug: a\ndate: {written}\nevent: {{starts: {written}, ends: 2024-03-02}}");
        let site = Site::empty().release(&format!("r{number}"), "ru", &front, "Т.").build();
        let path = site.paths().into_iter().find(|path| path.ends_with("/a/index.html")).unwrap();
        assert_eq!(path, format!("ru/news/{}/a/index.html", expected[..10].replace('-', "/")));
        let page = site.page(&path);
        assert_eq!(attributes(&page, "meta[property='article:published_time']", "content"), [expected]);
        let datetime = if written.len() == 10 { written } else { expected };
        assert_eq!(attributes(&page, ".dateline time, .event-box time", "datetime"), [datetime, datetime]);
        let feed = feed_rs::parser::parse(site.text("ru/atom.xml").as_bytes()).unwrap();
        let instant: jiff::Timestamp = expected.parse().unwrap();
        assert_eq!(feed.entries[0].published.unwrap().timestamp(), instant.as_second(), "{written}");
    }
}
