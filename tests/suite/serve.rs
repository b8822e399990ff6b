//! The preview: what is served and to whom, what open pages are told, and that it ends well.

use crate::preview::{Preview, program};
use crate::site::{Site, attributes, project, texts, tree};
use std::fs;
use std::io::Write;
use std::net::TcpListener;

const MEETING: &str = "content/releases/2024-10-18-kenes/ru.md";
const MEETING_PAGE: &str = "/ru/news/2024/10/18/kenes/";

/// A release whose page shows nothing of the meeting.
const OTHER_PAGE: &str = "/en/news/2020/01/01/other/";

fn newsroom() -> Site {
    Site::plain()
        .release("2024-10-18-kenes", "ru", "title: Совет\ndate: 2024-10-18\nregion: qostanai", "Текст.")
        .release("2020-01-01-other", "en", "title: Other\ndate: 2020-01-01", "Text.")
}

/// The text of the meeting with these words.
fn meeting(words: &str) -> String {
    format!("---\ntitle: Совет\ndate: 2024-10-18\nregion: qostanai\n---\n{words}\n")
}

#[test]
fn the_site_is_served_as_it_is() {
    let preview = Preview::start(newsroom(), &[]);
    let page = preview.get(MEETING_PAGE);
    assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"));
    assert_eq!((page.header("cache-control"), page.header("x-content-type-options")), ("no-cache", "nosniff"));
    let canonical = format!("canonical: http://127.0.0.1:{}{MEETING_PAGE}\n", preview.port());
    assert!(page.text().contains(&canonical), "{}", page.text());
    assert_eq!(preview.get("/ru/rss.xml").header("content-type"), "application/rss+xml; charset=utf-8");
    assert_eq!(preview.get("/robots.txt").status, 200);
    let slash = preview.get("/ru/news?page=1");
    assert_eq!((slash.status, slash.header("location")), (307, "/ru/news/?page=1"));
}

#[test]
fn the_script_is_in_every_page_that_is_served_and_in_none_that_is_built() {
    let preview = Preview::start(newsroom(), &[]);
    let scripts = |path| attributes(&preview.get(path).page(), "script[src]", "src");
    for page in ["/", "/ru/", MEETING_PAGE, "/ru/nowhere/", "/_desk/"] {
        assert_eq!(scripts(page), ["/_desk/reload.js"], "{page}");
    }
    assert_eq!(preview.get("/_desk/reload.js").header("content-type"), "text/javascript; charset=utf-8");
    let out = tree(&preview.path(".jarshy/serve"));
    assert!(out.values().all(|bytes| !bytes.windows(5).any(|window| window == b"_desk")));
    assert!(!preview.path("public").exists());
}

#[test]
fn what_is_not_there_is_told_in_the_language_of_the_address() {
    let preview = Preview::start(newsroom(), &[]);
    for (path, told) in [
        ("/ru/nowhere", "Страница не найдена"),
        ("/en/a/b/c/", "Page not found"),
        ("/nowhere", "Бет табылмады"),
        ("/%2e%2e/x", "Бет табылмады"),
    ] {
        let reply = preview.get(path);
        assert!(reply.status == 404 && reply.text().contains(told), "{path} {}", reply.text());
    }
}

#[test]
fn no_path_leaves_the_output() {
    let site = newsroom().file("secret.txt", "ҚҰПИЯ").file(".jarshy/secret.txt", "ҚҰПИЯ");
    let preview = Preview::start(site, &[]);
    for path in [
        "/../secret.txt",
        "/../../secret.txt",
        "/ru/../../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "//secret.txt",
        "/.%2e/%2e./secret.txt",
        "/ru/%00",
        "/ru",
        "/assets/",
        "/.jarshy-staging/",
    ] {
        let reply = preview.get(path);
        assert!([404, 307].contains(&reply.status) && !reply.text().contains("ҚҰПИЯ"), "{path} {}", reply.status);
    }
}

#[test]
fn a_foreign_host_is_refused() {
    let preview = Preview::start(newsroom(), &[]);
    let status = |host: &str, path: &str| preview.ask("GET", path, &[("Host", host)]).status;
    for host in ["evil.example", "evil.example:1111", "localhost.evil.example"] {
        assert_eq!(status(host, "/ru/"), 403);
        assert_eq!(status(host, "/_desk/"), 403);
        assert_eq!(status(host, "/_desk/events?path=/ru/"), 403);
    }
    assert_eq!(status("127.0.0.1", "/ru/"), 200);
    assert!(preview.ask("GET", "/ru/", &[("Host", "evil.example")]).text().contains("localhost"));
}

#[test]
fn only_reading_is_allowed() {
    let preview = Preview::start(newsroom(), &[]);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"] {
        let reply = preview.ask(method, "/ru/", &[]);
        assert_eq!((reply.status, reply.header("allow")), (405, "GET, HEAD"), "{method}");
    }
    let (head, get) = (preview.ask("HEAD", "/ru/", &[]), preview.get("/ru/"));
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("content-length"), get.body.len().to_string());
    assert_eq!(head.header("etag"), get.header("etag"));
}

#[test]
fn parts_and_what_is_known_already_are_not_sent_whole() {
    let preview = Preview::start(newsroom(), &[]);
    let whole = preview.get("/ru/rss.xml");
    let part = preview.ask("GET", "/ru/rss.xml", &[("Range", "bytes=2-4")]);
    assert_eq!((part.status, &part.body[..]), (206, &whole.body[2..5]));
    assert_eq!(part.header("content-range"), format!("bytes 2-4/{}", whole.body.len()));
    let tag = whole.header("etag");
    let known = preview.ask("GET", "/ru/rss.xml", &[("If-None-Match", tag)]);
    assert_eq!((known.status, known.body.len(), known.header("etag")), (304, 0, tag));
    assert_eq!(preview.ask("GET", "/ru/rss.xml", &[("Range", "bytes=999999-")]).status, 416);
}

#[test]
fn exactly_the_pages_that_changed_are_loaded_again() {
    let mut preview = Preview::start(newsroom(), &[]);
    let (meeting, other, home) = (preview.open(MEETING_PAGE), preview.open(OTHER_PAGE), preview.open("/ru/"));
    preview.edit(|site| site.edit("releases/2024-10-18-kenes/ru.md", "Текст.", "Другие слова."));
    meeting.expect("reload");
    assert!(preview.get(MEETING_PAGE).text().contains("Другие слова."));
    home.expect("reload");
    // Had the other page been told to load itself, it would have heard that before the report that all hear of.
    preview.edit(|site| site.edit("releases/2024-10-18-kenes/ru.md", "qostanai", "atlantis"));
    other.expect("report");
}

#[test]
fn a_page_that_was_loaded_before_a_change_hears_of_it_when_it_listens() {
    let preview = Preview::start(newsroom(), &[]);
    preview.listen(MEETING_PAGE, "older", "").expect("reload");
}

#[test]
fn every_way_in_which_an_editor_saves_is_seen() {
    let preview = Preview::start(newsroom(), &[]);
    let (file, beside) = (preview.path(MEETING), preview.path("content/releases/2024-10-18-kenes/ru.md~"));
    let seen = |words: &str, save: &dyn Fn(&[u8])| {
        let tab = preview.open(MEETING_PAGE);
        save(meeting(words).as_bytes());
        while !preview.get(MEETING_PAGE).text().replace('\u{a0}', " ").contains(words) {
            tab.next();
        }
    };
    seen("Написано поверх", &|text| fs::write(&file, text).unwrap());
    seen("Переименовано", &|text| {
        let new = preview.path("content/releases/2024-10-18-kenes/.ru.md.swp");
        fs::write(&new, text).unwrap();
        fs::rename(new, &file).unwrap();
    });
    seen("С прежним рядом", &|text| {
        fs::rename(&file, &beside).unwrap();
        fs::write(&file, text).unwrap();
        fs::remove_file(&beside).unwrap();
    });
    seen("Опустошено и написано", &|text| {
        let mut open = fs::File::create(&file).unwrap();
        open.sync_all().unwrap();
        text.chunks(7).for_each(|part| open.write_all(part).unwrap());
    });
}

#[test]
fn folders_that_are_made_moved_and_removed_are_seen() {
    let preview = Preview::start(newsroom(), &[]);
    let list = preview.open("/ru/news/");
    let folder = preview.path("content/releases/2025/2025-01-01-new");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("ru.md"), "---\ntitle: Новое\ndate: 2025-01-01\n---\nТекст.\n").unwrap();
    list.expect("reload");
    assert!(preview.get("/ru/news/").text().contains("Новое"));
    let page = preview.open("/ru/news/2025/01/01/new/");
    fs::rename(&folder, preview.path("content/releases/2025-01-01-moved")).unwrap();
    page.expect("reload");
    assert_eq!(preview.get("/ru/news/2025/01/01/new/").status, 404);
    let page = preview.open("/ru/news/2025/01/01/moved/");
    fs::write(preview.path("content/releases/2025-01-01-moved/ru.md"), "---\ntitle: Иное\ndate: 2025-01-01\n---\n")
        .unwrap();
    page.expect("reload");
    fs::remove_dir_all(preview.path("content/releases/2025-01-01-moved")).unwrap();
    page.expect("reload");
    assert_eq!(preview.get("/ru/news/2025/01/01/moved/").status, 404);
}

#[test]
fn the_whole_content_can_go_and_come_back() {
    let preview = Preview::start(newsroom(), &[]);
    let tab = preview.open(MEETING_PAGE);
    fs::rename(preview.path("content"), preview.path("aside")).unwrap();
    tab.expect("report");
    fs::rename(preview.path("aside"), preview.path("content")).unwrap();
    tab.expect("mended");
    fs::write(preview.path(MEETING), meeting("После.")).unwrap();
    tab.expect("reload");
}

#[test]
fn a_stylesheet_is_swapped_and_no_page_loaded() {
    let preview = Preview::start(with_default_theme(newsroom()), &[]);
    let tab = preview.open(MEETING_PAGE);
    let style = preview.path("themes/default/style/print.css");
    let rules = fs::read_to_string(&style).unwrap();
    fs::write(&style, rules + "\nmark { color: #123456 }\n").unwrap();
    let href = tab.expect("style");
    assert!(preview.get(&href).text().contains("#123456"), "{href}");
    assert_eq!(attributes(&preview.get(MEETING_PAGE).page(), "link[rel=stylesheet]", "href"), [href]);
}

#[test]
fn a_mistake_lies_over_the_last_good_site_until_it_is_mended() {
    let mut preview = Preview::start(newsroom(), &["--ui-lang", "ru"]);
    let tab = preview.open(MEETING_PAGE);
    preview.edit(|site| site.edit("releases/2024-10-18-kenes/ru.md", "region: qostanai", "region: Атлантида"));
    let report = scraper::Html::parse_fragment(&tab.expect("report"));
    assert_eq!(texts(&report, ".finding strong"), ["Регион «Атлантида» неизвестен"]);
    assert_eq!(texts(&report, ".place"), [format!("{MEETING}:4:9")]);
    assert_eq!(
        (texts(&report, "pre"), texts(&report, "mark")),
        (vec!["region: Атлантида".to_owned()], vec!["Атлантида".to_owned()])
    );
    assert_eq!(attributes(&report, "dialog", "lang"), ["ru"]);
    assert_eq!(preview.get(MEETING_PAGE).status, 200);
    preview.open("/ru/").expect("report");
    preview.edit(|site| site.edit("releases/2024-10-18-kenes/ru.md", "region: Атлантида", "region: qostanai"));
    tab.expect("mended");
}

#[test]
fn a_preview_of_a_newsroom_with_mistakes_begins_all_the_same() {
    let site = newsroom().edit("releases/2024-10-18-kenes/ru.md", "qostanai", "atlantis");
    let mut preview = Preview::start(site, &[]);
    assert_eq!(preview.get(MEETING_PAGE).status, 404);
    let tab = preview.open(MEETING_PAGE);
    tab.expect("report");
    preview.edit(|site| site.edit("releases/2024-10-18-kenes/ru.md", "atlantis", "qostanai"));
    tab.expect("reload");
    assert_eq!(preview.get(MEETING_PAGE).status, 200);
}

#[test]
fn what_the_disk_refuses_is_told_and_tried_again() {
    let mut preview = Preview::start(newsroom(), &[]);
    let tab = preview.open(OTHER_PAGE);
    let blocked = preview.path(".jarshy/serve/ru/news/2025/01/01/new/index.html/a");
    fs::create_dir_all(&blocked).unwrap();
    preview.edit(|site| site.release("2025-01-01-new", "ru", "title: Новое\ndate: 2025-01-01", "Текст."));
    assert!(tab.expect("report").contains("index.html"));
    preview.hear(|line| line.contains("index.html"));
    fs::remove_dir_all(blocked.parent().unwrap()).unwrap();
    preview.edit(|site| site.release("2025-01-01-new", "ru", "title: Новее\ndate: 2025-01-01", "Текст."));
    tab.expect("mended");
    assert_eq!(preview.get("/ru/news/2025/01/01/new/").status, 200);
}

#[test]
fn a_release_is_public_when_its_second_comes() {
    let held = "title: Тайна\ndate: 2026-02-01\nembargo: 2026-02-01T09:00:00";
    let site = with_default_theme(newsroom()).release("2026-02-01-held", "ru", held, "Текст.");
    let preview = Preview::start(site, &["--now", "2026-02-01T08:59:50+05:00"]);
    let page = "/ru/news/2026/02/01/held/";
    let tab = preview.open(page);
    let banner = || texts(&preview.get(page).page(), ".banner");
    if !banner().is_empty() {
        assert_eq!(banner(), ["Эмбарго: этот текст ещё не опубликован и выйдет 1 февраля 2026 г. в 09:00."]);
        tab.expect("reload");
    }
    assert_eq!(banner(), [""; 0]);
}

/// The newsroom with the default theme.
fn with_default_theme(site: Site) -> Site {
    let mut site = site.remove("themes/plain").edit("site.yaml", "theme: plain\n", "");
    for (path, bytes) in tree(&project().join("themes")) {
        site = site.file(&format!("themes/{path}"), bytes);
    }
    site
}

#[test]
fn the_public_site_can_be_seen_as_it_is() {
    let site = || newsroom().release("2030-01-01-b", "ru", "title: Завтра\ndate: 2030-01-01\ndraft: true", "Текст.");
    let status = |arguments: &[&str]| Preview::start(site(), arguments).get("/ru/news/2030/01/01/b/").status;
    assert_eq!(status(&[]), 200);
    assert_eq!(status(&["--public"]), 404);
}

#[test]
fn the_desk_tells_how_the_newsroom_stands() {
    let site = newsroom()
        .edit("site.yaml", "identity:", "rules: {missing-translation: off, translation-unverified: off}\nidentity:")
        .release("2026-02-01-held", "ru", "title: Завтра\ndate: 2026-01-06T09:00\nregion: zhambyl", "Текст.")
        .release("2025-01-01-a", "kk", "title: <Қаралама>\ndate: 2025-01-01\ndraft: true", "Мәтін.")
        .edit("releases/2024-10-18-kenes/ru.md", "Текст.", "Текст. ![](hall.svg)")
        .file(
            "content/releases/2024-10-18-kenes/hall.svg",
            "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
        );
    let preview = Preview::start(site, &["--now", "2026-01-01T09:00:00+05:00", "--ui-lang", "kk"]);
    let desk = preview.get("/_desk/");
    assert!(desk.header("content-security-policy").starts_with("default-src 'none'"));
    let page = desk.page();
    let rows = |page: &scraper::Html, id: &str| texts(page, &format!("h2[id={id}] + .rows > li > p:first-child"));
    assert_eq!(rows(&page, "desk-held"), ["Завтра"]);
    assert_eq!(rows(&page, "desk-drafts"), ["<Қаралама>"]);
    assert_eq!(rows(&page, "desk-missing"), ["Завтра", "<Қаралама>", "Совет", "Other"]);
    assert_eq!(rows(&page, "desk-published"), ["Совет", "Other"]);
    let coming = texts(&page, "h2[id=changes] + .rows > li");
    assert_eq!(coming[0], "2026 ж. 6 қаңтар, 09:00 · 4 күннен кейін Завтра: жарияланады");
    assert_eq!(texts(&page, ".finding .place"), [format!("{MEETING}:6:12")]);
    assert_eq!(attributes(&page, ".finding a", "href"), [MEETING_PAGE]);
    let figures = |page: &scraper::Html| texts(page, "tbody tr > *").join(" ");
    assert_eq!(figures(&page), "Эмбаргода 0 1 0 Қаралама 1 0 0 Аудармасы жоқ 3 2 3 Жарияланған 0 1 1");
    let filtered = preview.get("/_desk/?language=ru&region=zhambyl&words=%D0%97%D0%90%D0%92").page();
    assert_eq!(rows(&filtered, "desk-held"), ["Завтра"]);
    assert_eq!(rows(&filtered, "desk-missing"), [""; 0]);
    assert_eq!(figures(&filtered), "Эмбаргода 1 Қаралама 0 Аудармасы жоқ 0 Жарияланған 0");
}

#[test]
fn the_desk_says_how_long_ago_a_release_was_published() {
    let site = newsroom().release("2025-12-31-keshe", "ru", "title: Вчера\ndate: 2025-12-31", "Текст.");
    let preview = Preview::start(site, &["--now", "2026-01-01T00:30:00+05:00", "--ui-lang", "kk"]);
    let published = texts(&preview.get("/_desk/").page(), "h2[id=desk-published] + .rows > li > p.quiet");
    assert_eq!(published[0], "2025 ж. 31 желтоқсан · кеше");
}

#[test]
fn the_desk_is_loaded_again_when_it_would_tell_something_else() {
    let mut preview = Preview::start(newsroom(), &[]);
    let desk = preview.open("/_desk/");
    preview.edit(|site| site.edit("releases/2024-10-18-kenes/ru.md", "title: Совет", "title: Сход"));
    while !preview.get("/_desk/").text().contains("Сход") {
        desk.expect("reload");
    }
}

#[test]
fn the_desk_tells_what_a_careful_editor_would_see() {
    let mut preview = Preview::start(newsroom(), &[]);
    let desk = preview.open("/_desk/");
    preview.edit(|site| site.edit("releases/2024-10-18-kenes/ru.md", "Текст.", "Прошло обьединение."));
    let told = |preview: &Preview| {
        let places = texts(&preview.get("/_desk/").page(), ".finding .place");
        places.iter().any(|place| place.starts_with(&format!("{MEETING}:6:")))
    };
    while !told(&preview) {
        desk.expect("reload");
    }
}

#[test]
fn files_are_looked_at_where_changes_are_not_reported() {
    let mut preview = Preview::start(newsroom(), &["--poll"]);
    let tab = preview.open(MEETING_PAGE);
    preview.edit(|site| site.edit("releases/2024-10-18-kenes/ru.md", "Текст.", "Другой длины слова."));
    tab.expect("reload");
}

/// Starts the program, which must not begin to serve; its exit code and what it says.
fn refused(site: &Site, arguments: &[&str], locale: &str) -> (Option<i32>, String) {
    let output = program(site, arguments, locale).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_port_in_use_is_told_with_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let (code, said) = refused(&newsroom(), &["--port", &port], "ru_RU.UTF-8");
    let other = port.parse::<u16>().unwrap() + 1;
    let expected = format!(
        "Сделать это не удалось: порт {port} занят другой программой. Закройте её или выберите другой порт: --port {other}\n"
    );
    assert_eq!((code, said), (Some(2), expected));
}

#[test]
fn an_address_of_another_computer_is_told() {
    let (code, said) = refused(&newsroom(), &["--address", "192.0.2.1"], "C");
    assert_eq!(code, Some(2));
    assert!(said.contains("192.0.2.1") && said.contains("--address") && said.lines().count() == 1, "{said}");
}

#[test]
fn one_newsroom_has_one_preview() {
    let preview = Preview::start(newsroom(), &[]);
    let (code, said) = refused(preview.site(), &["--port", "0"], "C");
    assert_eq!(code, Some(2));
    assert!(said.contains("running already"), "{said}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_with_nothing_half_done() {
    let mut preview = Preview::start(newsroom(), &[]);
    let tab = preview.open(MEETING_PAGE);
    preview.edit(|site| site.edit("releases/2024-10-18-kenes/ru.md", "Текст.", "Слова."));
    tab.expect("reload");
    assert_eq!(preview.interrupt(), Some(0));
    preview.hear(|line| line == "The preview has ended.");
    let out = preview.path(".jarshy/serve");
    let base = format!("http://127.0.0.1:{}/", preview.port());
    let now = jiff::Timestamp::now().to_string();
    preview.edit(|site| site.under(&base).with_drafts().into_folder(out).at(&now).build().wrote([]).removed([]));
}

#[test]
fn every_message_of_the_preview_is_said() {
    let code: String = tree(&project().join("src"))
        .into_iter()
        .filter(|(path, _)| ["serve/", "commands/", "plan/"].iter().any(|folder| path.starts_with(folder)))
        .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        .collect();
    let messages = include_str!("../../src/report/messages/preview/en.ftl");
    let keys = messages.lines().filter_map(|line| Some(line.split_once(" = ")?.0));
    let silent: Vec<&str> = keys
        .filter(|key| ["serve-", "desk-"].iter().any(|kind| key.starts_with(kind)))
        .filter(|key| !code.contains(&format!("\"{key}\"")))
        .filter(|key| !key.starts_with("desk-state-") && !key.starts_with("desk-turn-"))
        .collect();
    assert_eq!(silent, [""; 0]);
    let asked = code.split("t(key=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let unknown: Vec<&str> = asked.filter(|key| !messages.contains(&format!("\n{key} = "))).collect();
    assert_eq!(unknown, [""; 0]);
}
