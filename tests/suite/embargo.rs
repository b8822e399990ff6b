//! What is not public yet, no longer, or never: held releases, drafts, releases that expire.

use crate::links::assert_sound;
use crate::site::{Site, Tree, assert_same, attributes, texts};
use jarshy::diagnostic::Severity;

const BASE: &str = "https://assembly.example";

/// A newsroom in January 2026 with two releases that are public.
fn newsroom() -> Site {
    Site::empty()
        .file("content/tags.yaml", "etno: {kk: Этно, ru: Этно, en: Ethno}\n")
        .file("content/projects/dostyq/kk.md", "---\ntitle: Достық\n---\nМәтін.\n")
        .release("2025-10-18-a", "ru", "title: Первый\ndate: 2025-10-18\nregion: qostanai\ntags: [etno]", "Текст.")
        .release("2025-10-18-a", "kk", "title: Бірінші", "Мәтін.")
        .release(
            "2025-12-31-b",
            "ru",
            "title: Второй\ndate: 2025-12-31\nregion: qostanai\nimage: {file: hall.svg, alt: Зал}\n\
             gallery: [{file: ../2025-10-18-a/plan.svg, alt: План}]",
            "Текст.",
        )
        .file(
            "content/releases/2025-10-18-a/plan.svg",
            "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>",
        )
        .file(
            "content/releases/2025-12-31-b/hall.svg",
            "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>",
        )
}

/// A release with everything that could show somewhere.
fn rich(site: Site, id: &str, front: &str) -> Site {
    let facts = format!(
        "title: ТАЙНА\nsummary: ТАЙНА\ndate: 2025-11-05\nregion: [qostanai, zhambyl]\nproject: Достық\n\
         tags: [etno, ТАЙНЫЙ ТЕГ]\npinned: true\nslug: taina\naliases: [/old/taina.html]\nevent: {{starts: 2026-05-01, place: ТАЙНА}}\n\
         image: {{file: taina.svg, alt: ТАЙНА, credit: ТАЙНА}}\nattachments: [{{file: taina.txt, title: ТАЙНА}}]\n\
         gallery: [{{file: gallery.svg, alt: ТАЙНА, caption: ТАЙНА}}, {{file: ../2025-10-18-a/plan.svg, alt: ТАЙНА}}]\n\
         corrections: [{{date: 2025-11-06, text: ТАЙНА}}]\nsource: {{name: ТАЙНА, url: https://taina.example/}}\n{front}"
    );
    let body = "ТАЙНА [ссылка](2025-10-18-a) ![ТАЙНА](body.svg)";
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'><title>ТАЙНА</title></svg>";
    let file = |site: Site, name: &str, text: &str| site.file(&format!("content/releases/{id}/{name}"), text);
    let site = file(file(file(site, "taina.svg", svg), "body.svg", svg), "taina.txt", "ТАЙНА");
    let site = file(site, "gallery.svg", svg);
    site.release(id, "ru", &facts, body)
}

fn without(site: Site, id: &str) -> Tree {
    let out = site.root().join("other");
    site.remove(&format!("content/releases/{id}")).into_folder(out).build().tree()
}

#[test]
fn a_held_release_is_in_no_byte_of_the_output() {
    let site = rich(newsroom(), "2025-11-05-held", "embargo: 2026-02-01T09:00").build();
    assert_same(&site.tree(), &without(site, "2025-11-05-held"), "");
}

#[test]
fn a_draft_is_in_no_byte_of_the_output() {
    let site = rich(newsroom(), "2025-11-05-draft", "draft: true").build();
    assert_same(&site.tree(), &without(site, "2025-11-05-draft"), "");
}

#[test]
fn what_the_demo_holds_back_is_in_no_byte_of_it() {
    let site = Site::demo().build();
    let tree = site.tree();
    let out = site.root().join("other");
    let site = site.remove("content/releases/2099").remove("content/releases/2026/2026-06-24-zhazgy-lager");
    assert_same(&tree, &site.into_folder(out).build().tree(), "");
}

#[test]
fn a_draft_of_a_translation_is_in_no_byte_of_the_output() {
    let draft = "title: ҚҰПИЯ\nsummary: ҚҰПИЯ\ndraft: true\naliases: [/old/qupiya.html]";
    let site = newsroom().release("2025-12-31-b", "kk", draft, "ҚҰПИЯ").build();
    let (tree, out) = (site.tree(), site.root().join("other"));
    assert_same(&tree, &site.remove("content/releases/2025-12-31-b/kk.md").into_folder(out).build().tree(), "");
}

#[test]
fn what_a_draft_alone_states_is_in_no_byte_of_the_output() {
    let draft = "title: ҚҰПИЯ\ndraft: true\ndate: 2025-12-31\nproject: Достық\ntags: [etno]\nkind: statement\npinned: true\n\
        updated: 2025-12-31T12:00\nevent: {starts: 2026-05-01}\nsource: {url: https://taina.example/}\n\
        image: {file: hall.svg, credit: ҚҰПИЯ}\nattachments: [{file: plan.txt, title: ҚҰПИЯ}]";
    let site =
        newsroom().release("2025-12-31-b", "kk", draft, "ҚҰПИЯ").file("content/releases/2025-12-31-b/plan.txt", "");
    let site = site.build();
    let (tree, out) = (site.tree(), site.root().join("other"));
    assert_same(&tree, &site.remove("content/releases/2025-12-31-b/kk.md").into_folder(out).build().tree(), "");
}

#[test]
fn an_embargo_holds_though_it_stands_in_a_draft_alone() {
    let site = newsroom().release("2025-12-31-b", "kk", "title: Екінші\ndraft: true\nembargo: 2027-01-01", "Мәтін.");
    assert!(!site.build().paths().contains("ru/news/2025/12/31/b/index.html"));
}

#[test]
fn what_is_held_back_names_no_tag_of_what_is_public() {
    let tagged = |site: Site, id: &str, language: &str, front: &str| site.release(id, language, front, "Т.");
    let site = tagged(
        newsroom(),
        "0-held",
        "ru",
        "title: Х\ndate: 2025-01-01\nembargo: 2027-01-01\ntags: [ЭКСКУРСИЯ, lektorii]",
    );
    let site = tagged(site, "0-held", "kk", "title: Х\ntags: [Экскурсия, lektorii]\ndraft: true");
    let site = tagged(site, "c", "ru", "title: Третий\ndate: 2025-12-31\ntags: [Экскурсия, Lektorii]");
    let site = tagged(site, "c", "kk", "title: Үшінші").build();
    let tags = texts(&site.page("ru/news/2025/12/31/c/index.html"), ".chips a");
    assert_eq!(tags, ["Экскурсия", "Lektorii"]);
    assert_same(&site.tree(), &without(site, "0-held"), "");
}

/// A release that is public, and one that is held back: their tags would have one page.
fn rivals(held: &str, hold: &str) -> Site {
    newsroom()
        .release(held, "ru", &format!("title: ТАЙНА\ndate: 2025-01-01\n{hold}\ntags: [Дом-дружбы]"), "Т.")
        .release("m", "ru", "title: Третий\ndate: 2025-12-31\ntags: [Дом дружбы]", "Т.")
}

#[test]
fn what_is_held_back_clashes_with_no_tag_of_what_is_public() {
    for (held, hold) in
        [("a-held", "embargo: 2026-02-01"), ("z-held", "embargo: 2026-02-01"), ("a-held", "draft: true")]
    {
        let site = rivals(held, hold).build();
        let told: Vec<String> = site.found().into_iter().filter(|line| !line.contains(held)).collect();
        let tree = site.tree();
        let out = site.root().join("other");
        let site = site.remove(&format!("content/releases/{held}")).into_folder(out).build();
        assert_same(&tree, &site.tree(), held);
        assert_eq!(told, site.found(), "{held}");
    }
}

#[test]
fn a_clash_of_tags_is_told_before_it_comes_and_refused_when_it_has_come() {
    let clashes = |site: &Site| -> Vec<(Severity, String)> {
        let clashes = site.findings().iter().filter(|finding| finding.code.word() == "tag-clash");
        clashes.map(|finding| (finding.severity, finding.place.file.to_string())).collect()
    };
    let later = |id: &str| format!("content/releases/{id}/ru.md");
    let site = rivals("z-held", "embargo: 2026-02-01").build().check();
    assert_eq!(clashes(&site), [(Severity::Warning, later("z-held"))]);
    let site = site.with_drafts().try_build();
    assert!(site.refused());
    assert_eq!(clashes(&site), [(Severity::Error, later("z-held"))]);
    let site = site.without_drafts().at("2026-02-01T00:00:00+05:00").try_build().check();
    assert_eq!(clashes(&site), [(Severity::Error, later("z-held"))]);
    let site = rivals("a-held", "embargo: 2026-02-01").at("2026-02-01T00:00:00+05:00").try_build();
    assert_eq!((site.refused(), clashes(&site)), (true, vec![(Severity::Error, later("m"))]));
    assert_eq!(site.codes().iter().filter(|code| **code == "duplicate-url").count(), 0, "{:?}", site.found());
}

#[test]
fn a_file_of_a_release_that_nobody_may_read_is_shown_by_none_that_is_read() {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>";
    let uses = |hold: &str, front: &str, body: &str| {
        let site = newsroom()
            .release("held", "ru", &format!("title: ТАЙНА\ndate: 2025-01-01\n{hold}"), "Т.")
            .file("content/releases/held/hall.svg", svg)
            .release("open", "ru", &format!("title: Третий\ndate: 2025-12-31\n{front}"), body)
            .try_build();
        let found = site.found().into_iter().filter(|line| line.starts_with("file-of-held")).collect::<Vec<_>>();
        assert_eq!(site.refused(), !found.is_empty(), "{:?}", site.found());
        let text = std::fs::read_to_string(site.root().join("content/releases/open/ru.md")).unwrap();
        let start = text.find("../held/hall.svg").unwrap();
        let place = format!("content/releases/open/ru.md:{start}-{}", start + "../held/hall.svg".len());
        let args = "[(\"file\", \"../held/hall.svg\"), (\"release\", \"held\")]";
        let told = found == [format!("file-of-held {place} {args}")];
        assert!(told || found.is_empty(), "{place}: {found:?}");
        told
    };
    let image = "image: {file: ../held/hall.svg, alt: Зал}";
    for hold in ["embargo: 2026-02-01", "embargo: 2025-12-31T00:00:01", "draft: true"] {
        assert!(uses(hold, image, "Т."), "{hold}");
        assert!(uses(hold, "", "![Зал](../held/hall.svg)"), "{hold}");
        assert!(uses(hold, "", "[Зал](../held/hall.svg)"), "{hold}");
        assert!(uses(hold, "attachments: [{file: ../held/hall.svg, title: Зал}]", "Т."), "{hold}");
        assert!(!uses(hold, &format!("draft: true\n{image}"), "Т."), "{hold}");
    }
    assert!(!uses("embargo: 2025-12-31", image, "Т."));
    assert!(!uses("embargo: 2026-02-01", &format!("embargo: 2026-02-01\n{image}"), "Т."));
    assert!(!uses("expires: 2025-12-01", image, "Т."));
}

#[test]
fn no_page_and_no_project_shows_a_file_of_a_release_that_nobody_may_read() {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>";
    let shown = |file: &str| {
        newsroom()
            .release("held", "ru", "title: ТАЙНА\ndate: 2026-02-01\nproject: p", "Т.")
            .release("open", "ru", "title: А\ndate: 2025-01-01\nproject: p", "Т.")
            .file("content/projects/p/ru.md", "---\ntitle: Проект\n---\nТекст.\n")
            .file("content/releases/held/hall.svg", svg)
            .file(file, "---\ntitle: О нас\n---\n![Зал](../../releases/held/hall.svg)\n")
    };
    for file in ["content/pages/about/ru.md", "content/projects/p/ru.md"] {
        let site = shown(file).try_build();
        let held = format!("file-of-held {file}:35-63 ");
        assert!(site.refused() && site.found().iter().any(|line| line.starts_with(&held)), "{:?}", site.found());
        assert!(!shown(file).at("2026-02-01T00:00:00+05:00").build().codes().contains(&"file-of-held"));
        assert!(!shown(file).with_drafts().build().codes().contains(&"file-of-held"));
    }
}

#[test]
fn a_copy_of_a_file_tells_nothing_of_the_release_that_it_was_taken_from() {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>";
    let site = newsroom()
        .release("held", "ru", "title: ТАЙНА\ndate: 2026-02-01\nimage: {file: hall.svg, alt: Зал}", "Т.")
        .file("content/releases/held/hall.svg", svg)
        .release("open", "ru", "title: Третий\ndate: 2025-12-31\nimage: {file: hall.svg, alt: Зал}", "Т.")
        .file("content/releases/open/hall.svg", svg)
        .build();
    assert!(site.paths().contains("media/releases/open/hall.svg"));
    assert_same(&site.tree(), &without(site, "held"), "");
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
    for path in ["ru/tags/tainyi-teg/index.html", "old/taina.html", "media/releases/2025-11-05-held/taina.txt"] {
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
    let files = site.paths().into_iter().filter(|path| path.starts_with("media/") || path.contains("taina/event"));
    assert_eq!(
        files.collect::<Vec<_>>(),
        ["media/releases/2025-10-18-a/plan.svg", "media/releases/2025-12-31-b/hall.svg"]
    );
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
fn the_plan_knows_which_of_its_pages_are_notices() {
    let front = "title: А\ndate: 2025-11-05\nexpires: 2025-12-01";
    let site = newsroom().release("x", "ru", front, "Т.").release("x", "kk", "title: А\ndraft: true", "Т.");
    let plan = site.plan();
    let gone = plan.entries.iter().filter(|planned| plan.is_gone(&planned.target));
    assert_eq!(gone.map(|planned| planned.path.as_str()).collect::<Vec<_>>(), ["ru/news/2025/11/05/x/index.html"]);
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

/// The clocks of Almaty and Qostanay were put back from midnight to eleven in the evening of 29 February 2024; those of
/// Qyzylorda and Aqtobe stood as they were.
#[test]
fn a_release_comes_and_goes_at_its_second_by_the_clocks_of_the_newsroom() {
    let cases = [
        ("Asia/Almaty", "2024-02-29 22:59:59", "2024-02-29T16:59:59Z"),
        // This half hour came twice: the first time is meant, unless the offset says otherwise.
        ("Asia/Almaty", "2024-02-29 23:30", "2024-02-29T17:30:00Z"),
        ("Asia/Almaty", "2024-02-29 23:30+06:00", "2024-02-29T17:30:00Z"),
        ("Asia/Almaty", "2024-02-29 23:30+05:00", "2024-02-29T18:30:00Z"),
        ("Asia/Almaty", "2024-03-01", "2024-02-29T19:00:00Z"),
        ("Asia/Almaty", "2024-03-01 00:30", "2024-02-29T19:30:00Z"),
        ("Asia/Qostanay", "2024-02-29 23:30", "2024-02-29T17:30:00Z"),
        ("Asia/Qostanay", "2024-03-01 00:30", "2024-02-29T19:30:00Z"),
        ("Asia/Qyzylorda", "2024-02-29 23:30", "2024-02-29T18:30:00Z"),
        ("Asia/Qyzylorda", "2024-03-01 00:30", "2024-02-29T19:30:00Z"),
        ("Asia/Aqtobe", "2024-02-29 23:30", "2024-02-29T18:30:00Z"),
        ("Asia/Aqtobe", "2024-03-01", "2024-02-29T19:00:00Z"),
    ];
    for (zone, written, instant) in cases {
        let front = |key: &str| format!("title: А\ndate: 2024-02-01\n{key}: {written}");
        let site = Site::plain()
            .edit("site.yaml", "Asia/Almaty", zone)
            .release("coming", "ru", &front("embargo"), "Т.")
            .release("going", "ru", &front("expires"), "Т.");
        let instant: jiff::Timestamp = instant.parse().unwrap();
        let before = instant - jiff::SignedDuration::from_nanos(1);
        let kinds = |site: &Site| {
            let first_line = |name: &str| {
                let page = std::fs::read_to_string(site.out().join(format!("ru/news/2024/02/01/{name}/index.html")));
                page.ok().map(|page| page.lines().next().unwrap().to_owned())
            };
            [first_line("coming"), first_line("going")]
        };
        let release = || Some("Страница: release (ru)".to_owned());
        let site = site.at(&before.to_string()).build();
        assert_eq!(kinds(&site), [None, release()], "{zone}: {written}");
        let site = site.at(&instant.to_string()).build();
        let notice = Some("Страница: expired (ru)".to_owned());
        assert_eq!(kinds(&site), [release(), notice], "{zone}: {written}");
    }
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

#[test]
fn the_address_of_a_tag_hangs_on_nobody_who_is_held_back() {
    let site = newsroom()
        .release("0-held", "kk", "title: Х\ndate: 2025-01-01\nembargo: 2027-01-01\ntags: [Лекторий, ЁЛКА]", "М.")
        .release("c", "ru", "title: Третий\ndate: 2025-12-31\ntags: [«Лекторий», Ёлка]", "Т.")
        .release("d", "kk", "title: Төртінші\ndate: 2025-12-31\ntags: [лекторий, Елка]", "М.")
        .build();
    assert!(site.paths().contains("ru/tags/lektorii/index.html"), "{:#?}", site.paths());
    assert_same(&site.tree(), &without(site, "0-held"), "");
}
