//! How a newsroom stands, as its editors see it.

use crate::preview::Preview;
use crate::site::{Site, texts};
use jarshy::pipeline::{Session, Unwatched};
use jarshy::plan::{Happening, Roster, Row, TextRow};

fn roster(site: &Site) -> Roster {
    let (session, _) = Session::open(site.order(), &Unwatched).unwrap();
    session.plan().expect("a build that was not refused").roster()
}

/// A release in a line: its id, then how it stands in each language, with its address where it has one.
fn line(roster: &Roster, row: &Row) -> String {
    let text = |text: &TextRow| format!("{} {}", text.state.word(), text.url.as_deref().unwrap_or("-"));
    let texts = roster.languages.iter().zip(&row.texts);
    let texts =
        texts.map(|(language, row)| format!("; {language} {}", row.as_ref().map_or("missing".to_owned(), text)));
    format!("{}{}", row.id, texts.collect::<String>())
}

fn lines(roster: &Roster) -> Vec<String> {
    roster.releases.iter().map(|row| line(roster, row)).collect()
}

/// What is to come: when, what, of which release.
fn changes(roster: &Roster) -> Vec<String> {
    let line = |change: &jarshy::plan::Ahead| {
        let what = match &change.what {
            Happening::Turn(release, turn) => format!("{} {}", turn.word(), roster.releases[*release].id),
            Happening::Name(names) => names.values().map(|names| names.join(" > ")).collect::<Vec<_>>().join(", "),
        };
        format!("{} {what}", change.at.strftime("%Y-%m-%d %H:%M"))
    };
    roster.changes.iter().map(line).collect()
}

/// A newsroom on 1 January 2026, five o'clock in the morning.
fn newsroom() -> Site {
    Site::plain()
        .release("public", "ru", "title: А\ndate: 2025-10-18\nregion: qostanai", "Текст.")
        .release("public", "kk", "title: А", "Мәтін.")
        .release("held", "ru", "title: Б\ndate: 2025-11-05\nembargo: 2026-02-01T09:00", "Текст.")
        .release("held", "en", "title: B\ndraft: true", "Text.")
        .release("gone", "kk", "title: В\ndate: 2025-09-01\nexpires: 2025-12-01", "Мәтін.")
        .release("draft", "ru", "title: Г\ndate: 2026-03-01\ndraft: true", "Текст.")
}

#[test]
fn every_text_stands_somehow() {
    let site = newsroom();
    assert_eq!(
        lines(&roster(&site)),
        [
            "draft; kk missing; ru draft -; en missing",
            "held; kk missing; ru held -; en draft -",
            "public; kk public /kk/news/2025/10/18/public/; ru public /ru/news/2025/10/18/public/; en missing",
            "gone; kk expired /kk/news/2025/09/01/gone/; ru missing; en missing",
        ]
    );
}

#[test]
fn editors_can_read_what_is_held_back() {
    let roster = roster(&newsroom().with_drafts());
    assert_eq!(
        lines(&roster)[..2],
        [
            "draft; kk missing; ru draft /ru/news/2026/03/01/draft/; en missing",
            "held; kk missing; ru held /ru/news/2025/11/05/held/; en draft /en/news/2025/11/05/held/",
        ]
    );
}

#[test]
fn what_is_to_come_is_told_in_order() {
    let news = "title: Д\ndate: 2025-12-31T08:00\nexpires: 2026-01-01T20:00\nevent: {starts: 2026-05-01T10:00}";
    let event = "title: Е\ndate: 2025-12-31T08:00\nevent: {starts: 2026-05-01T10:00, ends: 2026-05-01T12:00}";
    let site = newsroom().release("soon-gone", "ru", news, "Текст.").release("event", "ru", event, "Текст.");
    assert_eq!(
        changes(&roster(&site)),
        [
            "2026-01-01 20:00 expired soon-gone",
            "2026-01-02 08:00 old-news event",
            "2026-02-01 09:00 published held",
            "2026-02-03 09:00 old-news held",
            "2026-05-01 12:00 event-over event",
        ]
    );
    let site = site.edit("site.yaml", "time_zone", "outputs: {news_sitemap: false}\ntime_zone");
    assert!(changes(&roster(&site)).iter().all(|change| !change.contains("old-news")));
}

#[test]
fn a_new_name_is_to_come_in_the_languages_that_have_another() {
    let former =
        "  ru: {name: Ассамблея народа, description: Новости}\n  former: {until: 2026-02-01, ru: {name: Совет}}\n";
    let site = newsroom().edit("site.yaml", "  ru: {name: Ассамблея народа, description: Новости}\n", former);
    let changes = changes(&roster(&site));
    assert_eq!(changes[0], "2026-02-01 00:00 Совет > Ассамблея народа");
}

#[test]
fn the_desk_tells_of_a_new_name_in_the_language_of_the_user() {
    let region = "  names: {kk: Жамбыл облысы, ru: Жамбылская область, en: Zhambyl Region}\n";
    let names = "{kk: Әулиеата облысы, ru: Аулиеатинская область, en: Auliye-Ata Region}";
    let decree = format!("{region}  former: {{until: 2026-01-05, names: {names}}}\n");
    for (ui, said) in [
        ("kk", "Әулиеата облысы: енді «Жамбыл облысы» деп аталады"),
        ("ru", "Аулиеатинская область: будет называться «Жамбылская область»"),
        ("en", "Auliye-Ata Region: will be called “Zhambyl Region”"),
    ] {
        let site = newsroom().edit("regions.yaml", region, &decree);
        let preview = Preview::start(site, &["--now", "2026-01-01T05:00:00+05:00", "--ui-lang", ui]);
        let coming = texts(&preview.get("/_desk/").page(), "h2[id=changes] + .rows > li");
        assert!(coming[0].ends_with(said), "{coming:?}");
    }
}

#[test]
fn regions_and_standing_pages_are_known() {
    let site = newsroom().file("content/pages/about/ru.md", "---\ntitle: О нас\n---\nТекст.\n");
    let roster = roster(&site);
    assert_eq!(roster.regions.keys().collect::<Vec<_>>(), ["qostanai"]);
    let pages: Vec<(&str, &str)> = roster.pages.iter().map(|(file, url)| (&**file, url.as_str())).collect();
    assert_eq!(pages, [("content/pages/about/ru.md", "/ru/about/")]);
}
