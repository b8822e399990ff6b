//! `jarshy status`: how each release stands in each language.

use crate::command::{Run, run};
use crate::site::Site;
use serde_json::json;

fn status(site: &Site, arguments: &[&str]) -> Run {
    run(site.root(), &[&["status", "--now", "2026-01-01T00:00:00Z"], arguments].concat(), &[("LC_ALL", "C")])
}

/// A release for each way to stand.
fn site() -> Site {
    Site::plain()
        .file("content/projects/kesh/ru.md", "---\ntitle: Вечера\n---\nТекст.\n")
        .release("2025-01-01-a", "ru", "title: А\ndate: 2025-01-01\nregion: KZ-39", "Текст.")
        .release("2025-01-01-a", "kk", "title: А\ntranslated_from: [00000000]", "Мәтін.")
        .release("2025-02-01-b", "kk", "title: Б\ndate: 2025-02-01\nproject: Вечера", "Мәтін.")
        .release("2025-02-01-b", "en", "title: B\ndraft: true", "Text.")
        .release("2025-03-01-c", "en", "title: C\ndate: 2025-03-01\nexpires: 2025-04-01", "Text.")
        .release("2026-03-01-d", "ru", "title: Г\ndate: 2026-03-01", "Текст.")
}

#[test]
fn the_table_shows_every_release_and_sums_them_up() {
    let Run { code, out, err } = status(&site(), &[]);
    let table = "              kk       ru       en
2026-03-01-d  missing  embargo  missing
2025-03-01-c  missing  missing  expired
2025-02-01-b  done     missing  draft
2025-01-01-a  stale    done     missing

done          1        1        0
stale         1        0        0
missing       2        2        2
draft         0        0        1
embargo       0        1        0
expired       0        0        1
";
    assert_eq!((code, out.as_str(), err.as_str()), (Some(0), table, ""));
}

#[test]
fn it_is_told_in_the_language_of_the_user() {
    let line = |language| status(&site(), &["--ui-lang", language]).out.lines().nth(4).unwrap().to_owned();
    assert_eq!(line("ru"), "2025-01-01-a  устарел   готов     нет");
    assert_eq!(line("kk"), "2025-01-01-a  ескірген  дайын     жоқ");
}

#[test]
fn releases_are_chosen_by_language_region_project_and_date() {
    let ids = |arguments: &[&str]| {
        let out = status(&site(), arguments).out;
        let ids = out.lines().skip(1).take_while(|line| !line.is_empty());
        ids.map(|line| line.split(' ').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&["--region", "костанайская область"]), ["2025-01-01-a"]);
    assert_eq!(ids(&["--project", "kesh"]), ["2025-02-01-b"]);
    assert_eq!(ids(&["--since", "01.03.2025"]), ["2026-03-01-d", "2025-03-01-c"]);
    assert_eq!(
        status(&site(), &["--lang", "ru", "--since", "2026-01-01"]).out,
        "              ru\n2026-03-01-d  embargo\n\nembargo       1\n"
    );
    assert_eq!(status(&site(), &["--since", "2027-01-01"]).out, "There is no such release.\n");
    for (arguments, said) in [
        (["--region", "Кастанайская область"], "Write Костанайская область"),
        (["--project", "Вечеря"], "Write Вечера"),
        (["--since", "осенью"], "cannot be read"),
        (["--lang", "de"], "kk, ru, en"),
    ] {
        let Run { code, out, err } = status(&site(), &arguments);
        assert!((code, out.as_str()) == (Some(2), "") && err.contains(said), "{err}");
    }
}

#[test]
fn programs_get_json() {
    let out = status(&site(), &["--json", "--lang", "kk,ru", "--project", "kesh"]).out;
    let release = json!({
        "id": "2025-02-01-b", "title": "Б", "date": "2025-02-01", "path": "content/releases/2025-02-01-b",
        "original": "kk", "standing": {"kk": "done", "ru": "missing"},
    });
    let expected = json!({
        "languages": ["kk", "ru"], "releases": [release], "totals": {"kk": {"done": 1}, "ru": {"missing": 1}},
    });
    assert_eq!(serde_json::from_str::<serde_json::Value>(&out).unwrap(), expected);
}

#[test]
fn the_table_fits_a_terminal() {
    let id = format!("2025-01-01-{}", "a".repeat(80));
    let out = status(&site().release(&id, "ru", "title: Д\ndate: 2025-01-01", "Текст."), &[]).out;
    assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
    assert!(out.contains("aaa…  missing"), "{out}");
}

#[test]
fn content_with_errors_is_shown_as_far_as_it_can_be_read() {
    let site = site().release("2025-05-01-e", "ru", "title: Е\ndate: осенью", "Текст.");
    let Run { code, out, err } = status(&site, &[]);
    assert!(code == Some(1) && out.contains("2025-01-01-a") && err == "1 error\n", "{out}{err}");
    let site = site.file("content/site.yaml", "languages: [kk");
    assert!(matches!(status(&site, &[]), Run { code: Some(1), out, .. } if out.is_empty()));
}
