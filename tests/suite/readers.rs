//! How a reader gets on from a release: by its links, its files, its other languages, its event, its neighbours.

use crate::links::assert_sound;
use crate::site::{Site, attributes, texts};
use std::collections::BTreeSet;

const BASE: &str = "https://assembly.example";
const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/>";

#[test]
fn a_link_leads_to_the_readers_language_or_the_best_there_is() {
    let body = "[id](2024-10-01-all) [path](../2024-10-01-all/ru.md#part) [folder](../2024-10-01-all/) [kk](2024-10-02-kk)\n\
        [project](../../projects/dostyq/kk.md) [page](../../pages/about/ru.md) [file](plan.txt) [here](#part) [out](https://a.example/b)\n\n## Part";
    let site = Site::empty()
        .file("content/projects/dostyq/kk.md", "---\ntitle: Достық\n---\nМәтін.\n")
        .file("content/pages/about/ru.md", "---\ntitle: О нас\n---\nТекст.\n")
        .file("content/releases/x/plan.txt", "План")
        .release("2024-10-01-all", "ru", "title: А\ndate: 2024-10-01", "# part")
        .release("2024-10-01-all", "en", "title: A\nslug: a", "# part")
        .release("2024-10-02-kk", "kk", "title: Ә\ndate: 2024-10-02", "М.")
        .release("x", "ru", "title: Х\ndate: 2024-10-18", body)
        .release("x", "en", "title: X", body)
        .build();
    let links = |language: &str| -> Vec<(String, Option<String>)> {
        let page = site.page(&format!("{language}/news/2024/10/18/x/index.html"));
        let links = scraper::Selector::parse(".prose a").unwrap();
        page.select(&links)
            .map(|link| (link.attr("href").unwrap().to_owned(), link.attr("hreflang").map(str::to_owned)))
            .collect()
    };
    let expected = |all: &str, language: &str, foreign: Option<&str>| {
        let part = format!("{all}#part");
        let urls = [
            all,
            &part,
            all,
            "/kk/news/2024/10/02/kk/",
            &format!("/{language}/projects/dostyq/"),
            "/ru/about/",
            "/media/releases/x/plan.txt",
            "#part",
            "https://a.example/b",
        ];
        let tags = [None, None, None, Some("kk"), None, foreign, None, None, None];
        urls.iter().zip(tags).map(|(url, tag)| ((*url).to_owned(), tag.map(str::to_owned))).collect::<Vec<_>>()
    };
    assert_eq!(links("ru"), expected("/ru/news/2024/10/01/all/", "ru", None));
    assert_eq!(links("en"), expected("/en/news/2024/10/01/a/", "en", Some("ru")));
    assert_sound(&site, BASE);
}

#[test]
fn a_missing_translation_is_named_and_leads_to_the_regions_list_in_that_language() {
    let site = Site::empty()
        .release("a", "ru", "title: А\ndate: 2024-10-18\nregion: [zhambyl, qostanai]", "Т.")
        .release("a", "en", "title: A", "T.")
        .release("b", "ru", "title: Б\ndate: 2024-10-18", "Т.")
        .build();
    let page = site.page("ru/news/2024/10/18/a/index.html");
    assert_eq!(
        attributes(&page, ".languages a", "href"),
        ["/kk/regions/zhambyl/", "/ru/news/2024/10/18/a/", "/en/news/2024/10/18/a/"]
    );
    assert_eq!(texts(&page, ".languages a")[0], "Қазақша (перевода нет, откроется список на этом языке)");
    assert_eq!(attributes(&page, ".missing a", "href"), ["/kk/regions/zhambyl/"]);
    assert_eq!(
        texts(&page, ".missing p"),
        ["Эта страница не переведена на языки: Қазақша", "Ссылка ведёт к списку на этом языке."]
    );
    assert_eq!(attributes(&page, "link[hreflang]", "hreflang"), ["ru", "en", "x-default"]);
    let page = site.page("ru/news/2024/10/18/b/index.html");
    assert_eq!(attributes(&page, ".missing a", "href"), ["/kk/news/", "/en/news/"]);
    assert_eq!(texts(&page, ".missing p")[1], "Ссылки ведут к спискам на этих языках.");
    assert!(!site.paths().iter().any(|path| path.starts_with("kk/news/2")));
    for path in [
        "kk/rss.xml",
        "kk/atom.xml",
        "kk/feed.json",
        "kk/sitemap.xml",
        "kk/news/index.html",
        "kk/regions/zhambyl/index.html",
        "kk/index.html",
    ] {
        assert!(!site.text(path).contains("2024/10/18"), "{path}");
    }
    assert_sound(&site, BASE);
}

#[test]
fn an_old_address_leads_to_the_new_one() {
    let site = Site::empty()
        .release("a", "ru", "title: А\ndate: 2024-10-18\naliases: [/old/118.html, /press/118, /ru/archive/118/]", "Т.")
        .file("content/projects/dostyq/ru.md", "---\ntitle: Достық\naliases: [/dostyq]\n---\n")
        .file("content/pages/about/ru.md", "---\ntitle: О нас\naliases: [/about.php]\n---\nТ.\n")
        .under("https://press.example/x")
        .build();
    let redirects = [
        ("old/118.html", "news/2024/10/18/a/"),
        ("press/118/index.html", "news/2024/10/18/a/"),
        ("ru/archive/118/index.html", "news/2024/10/18/a/"),
        ("dostyq/index.html", "projects/dostyq/"),
        ("about.php", "about/"),
    ];
    for (path, goal) in redirects {
        let page = site.page(path);
        assert_eq!(
            attributes(&page, "meta[http-equiv=refresh]", "content"),
            [format!("0; url=/x/ru/{goal}")],
            "{path}"
        );
        assert_eq!(attributes(&page, "link[rel=canonical]", "href"), [format!("https://press.example/x/ru/{goal}")]);
        assert_eq!(attributes(&page, "main a", "href"), [format!("/x/ru/{goal}")]);
        assert_eq!(
            (attributes(&page, "meta[name=robots]", "content"), texts(&page, "script[type='application/ld+json']")),
            (vec!["noindex".into()], vec![])
        );
        assert_eq!(attributes(&page, "html", "lang"), ["ru"]);
    }
    assert!(!site.text("ru/sitemap.xml").contains("118"));
    assert_sound(&site, "https://press.example/x");
}

#[test]
fn a_file_stands_under_the_id_of_its_release_and_only_if_it_is_used() {
    let front =
        "title: А\ndate: 2024-10-18\nimage: {file: Үлкен Зал.SVG, alt: З}\nattachments: [{file: docs/План работы.pdf}]";
    let folder = "content/releases/2024/10/2024-10-18-a";
    let site = Site::empty()
        .file(
            &format!("{folder}/ru.md"),
            format!("---\n{front}\n---\n![Флаг](flag.svg) [Все](../../../shared/all.zip)\n"),
        )
        .file(&format!("{folder}/Үлкен Зал.SVG"), SVG)
        .file(&format!("{folder}/flag.svg"), SVG)
        .file(&format!("{folder}/unused.svg"), SVG)
        .file(&format!("{folder}/docs/План работы.pdf"), "%PDF")
        .file("content/releases/shared/all.zip", "PK")
        .build();
    let media: Vec<String> = site.paths().into_iter().filter(|path| path.starts_with("media/")).collect();
    let own =
        ["docs/plan-raboty.pdf", "flag.svg", "ulken-zal.svg"].map(|name| format!("media/releases/2024-10-18-a/{name}"));
    assert_eq!(media, own.into_iter().chain(["media/releases/shared/all.zip".to_owned()]).collect::<Vec<_>>());
    assert_eq!(site.text("media/releases/2024-10-18-a/flag.svg"), SVG);
    assert_sound(&site, BASE);
}

#[test]
fn a_video_is_a_poster_of_our_own_that_leads_out() {
    let site = Site::empty()
        .release(
            "a",
            "ru",
            "title: А\ndate: 2024-10-18",
            "Смотрите:\nhttps://www.youtube.com/watch?v=abc\n\nhttps://vimeo.com/1\n\nvideo.mp4",
        )
        .file("content/releases/a/video.mp4", "x")
        .build();
    let page = site.page("ru/news/2024/10/18/a/index.html");
    assert_eq!(
        attributes(&page, "figure.video a", "href"),
        ["https://www.youtube.com/watch?v=abc", "https://vimeo.com/1", "/media/releases/a/video.mp4"]
    );
    assert_eq!(
        texts(&page, "figure.video"),
        ["Смотреть видео на YouTube", "Смотреть видео на Vimeo", "Смотреть видео"]
    );
    assert_eq!(texts(&page, "iframe, video, object, embed, script:not([type='application/ld+json'], [src])"), [""; 0]);
    assert_sound(&site, BASE);
}

#[test]
fn a_footnote_and_its_reference_lead_to_each_other() {
    let site = Site::empty()
        .release("a", "ru", "title: А\ndate: 2024-10-18", "Раз[^x], два[^y], снова[^x].\n\n[^y]: Игрек.\n[^x]: Икс.")
        .build();
    let page = site.page("ru/news/2024/10/18/a/index.html");
    assert_eq!(attributes(&page, ".footnote-ref a", "href"), ["#fn-1", "#fn-2", "#fn-1"]);
    assert_eq!(attributes(&page, ".footnotes a", "href"), ["#fnref-1", "#fnref-1-2", "#fnref-2"]);
    assert_sound(&site, BASE);
}

/// The properties of a calendar file, unfolded.
fn properties(site: &Site, path: &str) -> Vec<(String, String)> {
    let text = site.text(path).replace("\r\n ", "");
    text.split_terminator("\r\n")
        .map(|line| line.split_once(':').map(|(name, value)| (name.to_owned(), value.to_owned())).unwrap())
        .collect()
}

#[test]
fn an_event_can_be_taken_into_a_calendar() {
    let site = Site::empty()
        .release("a", "ru", "title: Встреча\nsummary: 'Зал 1, вход свободный'\ndate: 2024-10-18\nevent: {starts: 2027-03-01T11:00, ends: 2027-03-01T13:30, place: Астана}", "Т.")
        .build();
    let calendar = properties(&site, "ru/news/2024/10/18/a/event.ics");
    let expected = [
        ("BEGIN", "VEVENT"),
        ("UID", "a-ru@assembly.example"),
        ("DTSTAMP", "20241017T190000Z"),
        ("DTSTART", "20270301T060000Z"),
        ("DTEND", "20270301T083000Z"),
        ("SEQUENCE", "0"),
        ("SUMMARY;LANGUAGE=ru", "Встреча"),
        ("LOCATION;LANGUAGE=ru", "Астана"),
        ("DESCRIPTION;LANGUAGE=ru", "Зал 1\\, вход свободный"),
        ("URL", "https://assembly.example/ru/news/2024/10/18/a/"),
        ("END", "VEVENT"),
    ];
    let begin = calendar.iter().position(|(_, value)| value == "VEVENT").unwrap();
    let event: Vec<(&str, &str)> =
        calendar[begin..calendar.len() - 1].iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(event, expected);
    let all = properties(&site, "ru/events/events.ics");
    assert_eq!(all[all.len() - 1 - event.len()..], calendar[begin..]);
    let site = site.edit("releases/a/ru.md", "date: 2024-10-18\n", "date: 2024-10-18\nupdated: 2024-10-20\n").build();
    let again = properties(&site, "ru/news/2024/10/18/a/event.ics");
    let of = |name: &str| again.iter().find(|(property, _)| property == name).unwrap().1.clone();
    assert_eq!(
        (of("UID"), of("SEQUENCE"), of("DTSTAMP")),
        ("a-ru@assembly.example".into(), "1".into(), "20241019T190000Z".into())
    );
}

#[test]
fn an_event_may_begin_at_an_hour_and_end_on_a_day() {
    let cases = [
        ("starts: 2027-03-01T11:00", "1 марта 2027 г. в 11:00", "DTSTART:20270301T060000Z"),
        ("starts: 2027-03-01", "1 марта 2027 г.", "DTSTART;VALUE=DATE:20270301"),
        (
            "starts: 2027-03-01, ends: 2027-03-03",
            "1–3 марта 2027 г.",
            "DTSTART;VALUE=DATE:20270301 DTEND;VALUE=DATE:20270304",
        ),
        (
            "starts: 2027-03-01T11:00, ends: 2027-03-01",
            "1 марта 2027 г. в 11:00",
            "DTSTART:20270301T060000Z DTEND:20270301T190000Z",
        ),
        (
            "starts: 2027-03-01T11:00, ends: 2027-03-02",
            "1 марта 2027 г. в 11:00 — 2 марта 2027 г.",
            "DTSTART:20270301T060000Z DTEND:20270302T190000Z",
        ),
        (
            "starts: 2027-03-01, ends: 2027-03-02T13:00",
            "1 марта 2027 г. — 2 марта 2027 г. в 13:00",
            "DTSTART;VALUE=DATE:20270301 DTEND;VALUE=DATE:20270303",
        ),
    ];
    for (event, words, times) in cases {
        let front = format!("title: А\ndate: 2024-10-18\nevent: {{{event}}}");
        let site = Site::empty().release("a", "ru", &front, "Т.").build();
        assert_eq!(texts(&site.page("ru/news/2024/10/18/a/index.html"), ".event-box dd"), [words], "{event}");
        let calendar = site.text("ru/news/2024/10/18/a/event.ics");
        let written: Vec<&str> =
            calendar.lines().filter(|line| line.starts_with("DTSTART") || line.starts_with("DTEND")).collect();
        assert_eq!(written.join(" "), times, "{event}");
    }
}

#[test]
fn coming_events_stand_soonest_first_until_they_end() {
    let event = |site: Site, (id, event): (&str, &str)| {
        site.release(id, "ru", &format!("title: {id}\ndate: 2024-10-18\nevent: {{{event}}}"), "Т.")
    };
    let events = [
        ("over", "starts: 2025-12-30, ends: 2025-12-31T23:59"),
        ("later", "starts: 2026-03-01"),
        ("running", "starts: 2025-12-01, ends: 2026-01-02T05:01"),
        ("today", "starts: 2026-01-02"),
        ("soon", "starts: 2026-01-02T10:00"),
    ];
    let site = events.into_iter().fold(Site::empty(), event).at("2026-01-02T00:00:00Z").build();
    let coming = |site: &Site| texts(&site.page("ru/events/index.html"), ".events .card-title");
    assert_eq!(coming(&site), ["running", "today", "soon", "later"]);
    assert_eq!(texts(&site.page("ru/index.html"), ".events .card-title"), ["running", "today", "soon", "later"]);
    let site = site.at("2026-01-02T00:01:00Z").build();
    assert_eq!(coming(&site), ["today", "soon", "later"]);
    let site = site.at("2026-01-02T18:59:59Z").build();
    assert_eq!(coming(&site), ["today", "later"]);
    assert_eq!(coming(&site.at("2026-01-02T19:00:00Z").build()), ["later"]);
    let kazakh = Site::empty().build();
    assert_eq!(texts(&kazakh.page("kk/events/index.html"), "main .empty"), ["Әзірге жоспарланған іс-шара жоқ."]);
}

/// What a release with the given terms recommends, after older ones in the order of time. Terms: `p` and `q` a project
/// and a region, digits tags.
fn related(older: &[(&str, &str)], terms: &str) -> Vec<String> {
    let all =
        older.iter().copied().chain([("x", terms)]).chain(older.iter().map(|(_, terms)| ("later", *terms)).take(1));
    let site = all.enumerate().fold(Site::empty(), |site, (day, (title, terms))| {
        let tags: Vec<String> = terms.chars().filter(char::is_ascii_digit).map(|digit| format!("t{digit}")).collect();
        let region = if terms.contains('q') { "region: qostanai\n" } else { "" };
        let project = if terms.contains('p') { "project: dostyq\n" } else { "" };
        let front =
            format!("title: {title}\ndate: 2024-10-{:02}\ntags: [{}]\n{region}{project}", day + 1, tags.join(", "));
        site.release(&format!("r{day:02}"), "ru", front.trim_end(), "Т.")
    });
    let site = site.file("content/projects/dostyq/ru.md", "---\ntitle: Достық\n---\n").build();
    let path = format!("ru/news/2024/10/{:02}/r{:02}/index.html", older.len() + 1, older.len());
    texts(&site.page(&path), ".related a")
}

#[test]
fn read_also_names_the_nearest_of_the_same_project_and_region_then_project_then_region_then_tags() {
    let all = [("pq old", "pq"), ("p", "p"), ("q", "q"), ("123", "123"), ("1", "1"), ("pq new", "pq"), ("none", "")];
    assert_eq!(related(&all, "pq123"), ["pq new", "pq old", "p"]);
    assert_eq!(related(&all[1..5], "pq123"), ["p", "q", "123"]);
    assert_eq!(
        related(&[("p", "p"), ("q old", "q"), ("q new", "q"), ("q newest", "q")], "pq"),
        ["p", "q newest", "q new"]
    );
    assert_eq!(
        related(&[("12 old", "12"), ("123", "123"), ("12 new", "12"), ("1", "1")], "123"),
        ["123", "12 new", "12 old"]
    );
    assert_eq!(related(&[("p 1", "p"), ("p 2", "p1"), ("pq", "pq")], "p1"), ["pq", "p 2", "p 1"]);
    assert_eq!(related(&[("1", "1"), ("q", "q")], "q1"), ["q", "1"]);
    assert_eq!(related(&[("none", ""), ("2", "2")], "pq1"), [""; 0]);
}

#[test]
fn an_old_page_does_not_change_whenever_a_new_release_comes() {
    let release = |site: Site, number: usize| {
        site.release(
            &format!("r{number}"),
            "ru",
            &format!("title: Н {number}\ndate: 2024-10-{number:02}\nregion: qostanai"),
            "Т.",
        )
    };
    let site = (1..=9).fold(Site::empty(), release).build();
    let site = release(site, 10).build();
    let pages: BTreeSet<&str> = site
        .built()
        .rendered
        .iter()
        .map(|path| path.as_str())
        .filter(|path| path.contains("/r"))
        .filter(|path| path.ends_with("html"))
        .collect();
    let expected = ["ru/news/2024/10/09/r9/index.html", "ru/news/2024/10/10/r10/index.html"];
    let releases: Vec<&str> = pages.into_iter().filter(|path| path.starts_with("ru/news/")).collect();
    assert_eq!(releases, expected);
}

#[test]
fn a_release_is_passed_on_by_plain_links_and_a_preview_is_not() {
    let site = Site::empty().release("a", "kk", "title: \"«Жиын» & 1\"\ndate: 2024-10-18", "Мәтін.");
    let site = site.release("b", "kk", "title: Б\ndate: 2024-10-19\ndraft: true", "Мәтін.").with_drafts().build();
    let page = site.page("kk/news/2024/10/18/a/index.html");
    assert_eq!(texts(&page, ".share"), ["Бөлісу: Telegram, WhatsApp, электрондық пошта"]);
    let url = "https%3A%2F%2Fassembly.example%2Fkk%2Fnews%2F2024%2F10%2F18%2Fa%2F";
    let title = "%C2%AB%D0%96%D0%B8%D1%8B%D0%BD%C2%BB%20%26%201";
    let links = [
        format!("https://t.me/share/url?url={url}&text={title}"),
        format!("https://wa.me/?text={title}%0A{url}"),
        format!("mailto:?subject={title}&body={url}"),
    ];
    assert_eq!(attributes(&page, ".share a", "href"), links);
    assert_eq!(texts(&site.page("kk/news/2024/10/19/b/index.html"), ".share"), [""; 0]);
}
