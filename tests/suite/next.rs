//! `jarshy next`: when the site changes by itself, and why.

use crate::command::{Run, run};
use crate::site::Site;

fn next(site: &Site, now: &str, arguments: &[&str]) -> Run {
    run(site.root(), &[&["next", "--now", now], arguments].concat(), &[("LC_ALL", "C")])
}

/// A release under embargo, with an event, that expires.
fn site() -> Site {
    Site::empty().release(
        "2026-03-01-kesh",
        "ru",
        "title: Вечер\ndate: 2026-03-01\nembargo: 2026-03-01 09:00\nexpires: 2026-03-20\nevent:\n  starts: 2026-03-10 15:00",
        "Текст.",
    )
}

#[test]
fn every_turn_of_a_release_is_told_in_its_order() {
    let site = site();
    let mut now = "2026-01-01T00:00:00+05:00".to_owned();
    for (at, what) in [
        ("2026-03-01T09:00:00+05:00", "published"),
        ("2026-03-03T09:00:00+05:00", "old-news"),
        ("2026-03-10T15:00:00+05:00", "event-over"),
        ("2026-03-20T00:00:00+05:00", "expired"),
    ] {
        let Run { code, out, err } = next(&site, &now, &["--json"]);
        let changes = format!(r#"[{{"release":"2026-03-01-kesh","what":"{what}","title":"Вечер"}}]"#);
        assert_eq!((code, out, err.as_str()), (Some(0), format!("{{\"at\":\"{at}\",\"changes\":{changes}}}\n"), ""));
        now = at.to_owned();
    }
    let Run { code, out, .. } = next(&site, &now, &["--json"]);
    assert_eq!((code, out.as_str()), (Some(3), "{\"at\":null,\"changes\":[]}\n"));
    assert_eq!(next(&site, &now, &[]).out, "The site will not change by itself.\n");
}

#[test]
fn a_new_name_is_told_with_the_old_one() {
    let region = "  names: {kk: Қостанай облысы, ru: Костанайская область, en: Kostanay Region}\n";
    let former = "  former: {until: 2026-02-01, names: {kk: Торғай облысы, ru: Тургайская область}}\n";
    let site = site().edit("regions.yaml", region, &format!("{region}{former}"));
    let said = |language: &str| next(&site, "2026-01-01T00:00:00Z", &["--ui-lang", language]).out;
    let first = "on 1 February 2026 at 00:00:\n  “Торғай облысы” will be called “Қостанай облысы”\n";
    assert!(said("en").ends_with(first), "in English it keeps its name: {}", said("en"));
    assert!(said("ru").ends_with("\n  «Тургайская область» будет называться «Костанайская область»\n"));
    assert!(said("kk").ends_with("\n  «Торғай облысы» енді «Қостанай облысы» деп аталады\n"));
    let json = next(&site, "2026-01-01T00:00:00Z", &["--json"]).out;
    assert!(
        json.contains(r#""changes":[{"what":"renamed","before":"Торғай облысы","after":"Қостанай облысы"}]"#),
        "{json}"
    );
}

#[test]
fn a_name_for_a_time_to_come_is_told_when_it_begins_and_ends() {
    let region = "  names: {kk: Қостанай облысы, ru: Костанайская область, en: Kostanay Region}\n";
    let former = "  former: {from: 2026-02-01, until: 2027-02-01, names: {ru: Тургайская область}}\n";
    let site = site().edit("regions.yaml", region, &format!("{region}{former}"));
    let renamed = |now: &str| {
        let json = next(&site, now, &["--json"]).out;
        let parts =
            ["\"at\":\"", "\"before\":\"", "\"after\":\""].map(|key| json.split(key).nth(1).unwrap_or_default());
        parts.map(|part| part.split('"').next().unwrap_or_default().to_owned())
    };
    let [old, new] = ["Костанайская область", "Тургайская область"];
    assert_eq!(renamed("2026-01-31T18:59:59Z"), ["2026-02-01T00:00:00+05:00", old, new]);
    assert_eq!(renamed("2026-12-31T00:00:00Z"), ["2027-02-01T00:00:00+05:00", new, old]);
    assert_eq!(next(&site, "2027-01-31T19:00:00Z", &[]).code, Some(3));
}

#[test]
fn a_publisher_that_gets_another_short_name_is_told_by_it() {
    let former = "description: News}\n  former: {until: 2026-02-01, en: {name: Assembly, short_name: Press}}\n";
    let site = site().edit("site.yaml", "description: News}\n", former);
    let out = next(&site, "2026-01-01T00:00:00Z", &[]).out;
    assert!(out.ends_with("\n  “Press” will be called “Assembly”\n"), "{out}");
}

#[test]
fn a_site_that_is_built_at_that_moment_differs() {
    let site = site().at("2026-03-01T03:59:59Z").build();
    let before = site.tree();
    let site = site.at("2026-03-01T04:00:00Z").build();
    assert_ne!(site.tree(), before);
}

#[test]
fn it_is_told_in_the_language_of_the_user_and_the_zone_of_the_site() {
    let site = site();
    for (language, said) in [
        (
            "en",
            "The site will change by itself on 1 March 2026 at 09:00:\n  2026-03-01-kesh will become public: Вечер\n",
        ),
        (
            "ru",
            "В следующий раз сайт изменится сам собой 1 марта 2026 г. в 09:00:\n  2026-03-01-kesh — выйдет в свет: Вечер\n",
        ),
        (
            "kk",
            "Сайт келесі рет өздігінен мына уақытта өзгереді: 2026 ж. 1 наурыз, 09:00\n  2026-03-01-kesh — жарыққа шығады: Вечер\n",
        ),
    ] {
        assert_eq!(next(&site, "2026-01-01T00:00:00Z", &["--ui-lang", language]).out, said);
    }
}

#[test]
fn what_happens_at_one_moment_is_told_together() {
    let site = site().release("2026-03-01-apta", "kk", "title: Апта\ndate: 2026-03-01 09:00", "Мәтін.");
    let out = next(&site, "2026-01-01T00:00:00Z", &[]).out;
    assert_eq!(
        out.lines().skip(1).collect::<Vec<_>>(),
        ["  2026-03-01-apta will become public: Апта", "  2026-03-01-kesh will become public: Вечер"]
    );
}

#[test]
fn the_hour_of_an_embargo_holds_across_the_change_of_offset() {
    let site =
        |day| Site::empty().release("a", "ru", &format!("title: А\ndate: 2024-02-01\nembargo: {day} 12:00"), "Т.");
    let at = |day| next(&site(day), "2024-02-01T00:00:00Z", &["--json"]).out;
    assert!(at("2024-02-29").contains("\"2024-02-29T12:00:00+06:00\""));
    assert!(at("2024-03-01").contains("\"2024-03-01T12:00:00+05:00\""));
}

#[test]
fn drafts_and_what_is_taken_down_change_nothing() {
    let site = Site::empty().release("a", "ru", "title: А\ndate: 2027-01-01\ndraft: true", "Текст.").release(
        "b",
        "ru",
        "title: Б\ndate: 2025-12-30\nexpires: 2025-12-31\nevent:\n  starts: 2027-01-01",
        "Текст.",
    );
    assert_eq!(next(&site, "2026-01-01T00:00:00Z", &[]).code, Some(3));
}

#[test]
fn a_newsroom_without_a_sitemap_of_news_does_not_wait_for_it() {
    let site = Site::empty().release("a", "ru", "title: А\ndate: 2025-12-31", "Текст.");
    assert_eq!(next(&site, "2026-01-01T00:00:00Z", &[]).code, Some(0));
    let site = site.edit("site.yaml", "authority", "outputs: {news_sitemap: false}\nauthority");
    assert_eq!(next(&site, "2026-01-01T00:00:00Z", &[]).code, Some(3));
}

#[test]
fn nothing_is_written_and_trouble_is_told() {
    let site = site();
    let before = crate::site::tree(site.root());
    next(&site, "2026-01-01T00:00:00Z", &[]);
    assert_eq!(crate::site::tree(site.root()), before);
    let site = site.release("b", "ru", "title: Б\ndate: осенью", "Текст.");
    let Run { code, out, err } = next(&site, "2026-01-01T00:00:00Z", &[]);
    assert!((code, out.as_str()) == (Some(1), "") && err.starts_with("error[bad-date]: "), "{err}");
    let Run { code, err, .. } = run(site.root(), &["next", "--root", "nowhere"], &[("LC_ALL", "C")]);
    assert_eq!((code, err.as_str()), (Some(2), "This could not be done: there is no folder “nowhere”\n"));
}
