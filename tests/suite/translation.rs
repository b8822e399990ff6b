//! Translations: how they are made, what they note of their originals, and how one knows that they are out of date.

use crate::command::{Run, run};
use crate::site::{Site, tree};
use proptest::prelude::*;

const ORIGINAL: &str = "---\ntitle: \"Совет: итоги\"\nsummary: Коротко.\ndate: 2024-10-18\nregion: Костанайская область\n\
    author:\n  name: Дана\n  role: редактор\nimage:\n  file: dot.svg\n  credit: Асан\n  alt: Точка\nattachments:\n  - file: a.pdf\n    title: Программа\n\
    corrections:\n  - date: 2024-10-19\n    text: \"Число: 19.\"\n---\nВ совете «19» человек.\n\n## Дальше\n\n- раз\n- два\n";

fn site() -> Site {
    Site::plain()
        .file("content/releases/2024/2024-10-18-kenes/ru.md", ORIGINAL)
        .file("content/releases/2024/2024-10-18-kenes/dot.svg", "<svg width='1' height='1'/>")
        .file("content/releases/2024/2024-10-18-kenes/a.pdf", "%PDF-1.4")
        .file("content/releases/2024-10-19-kesh.ru.md", "---\ntitle: Вечер\ndate: 2024-10-19\n---\nТекст.\n")
}

fn new(site: &Site, arguments: &[&str]) -> Run {
    run(site.root(), &[&["new", "translation"], arguments].concat(), &[("LC_ALL", "C")])
}

fn text(site: &Site, language: &str) -> String {
    std::fs::read_to_string(site.root().join(format!("content/releases/2024/2024-10-18-kenes/{language}.md"))).unwrap()
}

#[track_caller]
fn refused(site: &Site, arguments: &[&str]) -> String {
    let before = tree(site.root());
    let Run { code, out, err } = new(site, arguments);
    assert_eq!((code, out.as_str(), err.lines().count()), (Some(1), "", 1), "{arguments:?} {err}");
    assert_eq!(tree(site.root()), before, "{arguments:?}");
    err
}

/// The codes that a check finds about translations.
fn codes(site: Site) -> (Site, Vec<&'static str>) {
    let site = site.try_build().check();
    let codes = site.codes().into_iter().filter(|code| code.starts_with("translation-")).collect();
    (site, codes)
}

#[test]
fn a_translation_has_the_words_of_the_original_without_its_facts() {
    let site = site();
    let run = new(&site, &["2024-10-18-kenes", "kk"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(run.out.contains("  content/releases/2024/2024-10-18-kenes/kk.md\n"), "{}", run.out);
    let expected = "---\ntitle: \"Совет: итоги\"\nsummary: Коротко.\nauthor:\n  name: Дана\n  role: редактор\nimage:\n  file: dot.svg\n  alt: Точка\n\
        attachments:\n  - file: a.pdf\n    title: Программа\ncorrections:\n  - date: 2024-10-19\n    text: \"Число: 19.\"\n\
        draft: true\ntranslated_from: [HASHES]\n---\nВ совете «19» человек.\n\n## Дальше\n\n- раз\n- два\n";
    let made = text(&site, "kk");
    let hashes = made.split(['[', ']']).nth(1).unwrap().to_owned();
    assert_eq!(made.replace(&hashes, "HASHES"), expected);
    assert_eq!(hashes.split(", ").count(), 5, "title, summary, three blocks");
    let (site, codes) = codes(site);
    assert_eq!(codes, [""; 0], "{:?}", site.found());
    assert!(site.built().pages > 0);
}

#[test]
fn a_release_is_found_by_its_id_or_by_any_path_of_it() {
    for written in [
        "2024-10-18-kenes",
        "content/releases/2024/2024-10-18-kenes",
        "./content/releases/2024/2024-10-18-kenes/",
        "content/releases/2024/2024-10-18-kenes/ru.md",
        "/srv/newsroom/content/releases/2024/2024-10-18-kenes/ru.md",
    ] {
        assert_eq!(new(&site(), &[written, "kk"]).code, Some(0), "{written}");
    }
    let site = site();
    assert_eq!(new(&site, &["2024-10-19-kesh", "en"]).code, Some(0));
    assert!(site.root().join("content/releases/2024-10-19-kesh.en.md").exists(), "beside the original");
}

#[test]
fn what_is_no_release_is_told_with_those_that_may_be_meant() {
    let site = site();
    for (written, near) in [
        ("2024-10-18-kenez", "2024-10-18-kenes"),
        ("kenes", "2024-10-18-kenes"),
        ("совет", "2024-10-18-kenes"),
        ("2024-10", "2024-10-19-kesh, 2024-10-18-kenes"),
    ] {
        assert!(refused(&site, &[written, "kk"]).ends_with(&format!("Perhaps this is meant: {near}\n")), "{written}");
    }
    for hostile in ["../../../etc/passwd", "/etc/passwd", "", "content/releases/../../x", "\u{1b}"] {
        assert!(refused(&site, &[hostile, "kk"]).starts_with("There is no release "), "{hostile:?}");
    }
}

#[test]
fn a_text_that_is_there_is_never_written_over() {
    let site = site();
    assert!(refused(&site, &["2024-10-18-kenes", "ru"]).contains("ru.md"));
    new(&site, &["2024-10-18-kenes", "kk"]);
    assert!(refused(&site, &["2024-10-18-kenes", "kk"]).contains("--refresh"));
    assert!(refused(&site, &["2024-10-18-kenes", "de"]).contains("kk, ru, en"));
    assert!(refused(&site, &["2024-10-18-kenes", "en", "--refresh"]).contains("jarshy new translation"));
    assert!(refused(&site, &["2024-10-18-kenes"]).starts_with("This is missing: LANG. "));
}

#[test]
fn a_translation_is_outdated_while_the_original_says_something_else() {
    let site = site();
    new(&site, &["2024-10-18-kenes", "kk"]);
    let stale = |site: Site| {
        let (site, codes) = codes(site);
        (site, codes == ["translation-outdated"])
    };
    let (site, outdated) = stale(site.edit("releases/2024/2024-10-18-kenes/ru.md", "«19» человек", "\"19\"  человек"));
    assert!(!outdated, "typography is no change");
    for (from, to) in
        [("19", "20"), ("Коротко.", "Кратко."), ("Совет:", "Съезд:"), ("- два", "- три"), ("## Дальше\n\n", "")]
    {
        let (changed, outdated) = stale(site_again(&site).edit("releases/2024/2024-10-18-kenes/ru.md", from, to));
        assert!(outdated, "{from}");
        let run = new(&changed, &["2024-10-18-kenes", "kk", "--refresh"]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        assert!(!stale(changed).1, "{from}");
    }
}

/// A copy of a newsroom.
fn site_again(site: &Site) -> Site {
    tree(&site.root().join("content"))
        .into_iter()
        .fold(Site::plain(), |copy, (path, bytes)| copy.file(&format!("content/{path}"), bytes))
}

#[test]
fn a_translation_that_notes_nothing_cannot_be_verified() {
    let site = site().file("content/releases/2024/2024-10-18-kenes/kk.md", "---\ntitle: Кеңес\n---\nМәтін.\n");
    let (site, found) = codes(site);
    assert_eq!(found, ["translation-unverified"]);
    let before = text(&site, "kk");
    assert!(new(&site, &["2024-10-18-kenes", "--refresh"]).out.starts_with("Noted as up to date"));
    let after = text(&site, "kk");
    let line = after.lines().find(|line| line.starts_with("translated_from: [")).unwrap();
    assert_eq!(after.replace(&format!("{line}\n"), ""), before);
    assert!(new(&site, &["2024-10-18-kenes", "--refresh"]).out.starts_with("Up to date"));
    assert_eq!((codes(site).1, after.lines().nth(2)), (vec![], Some(line)));
}

#[test]
fn a_translation_that_cannot_be_read_is_not_touched() {
    let site = site().file("content/releases/2024/2024-10-18-kenes/kk.md", "---\ntitle: Кеңес\nМәтін.\n");
    refused(&site, &["2024-10-18-kenes", "kk", "--refresh"]);
    refused(&site, &["2024-10-18-kenes", "kk"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_original_says_its_translation_builds_and_is_up_to_date(title in "[«»:#\"'а-яәі ]{1,30}", body in "([а-яa-z]{1,9}[ \n#>*_|`.-]{1,3}){0,20}") {
        let title = format!("x{}", title.trim());
        let front = format!("title: '{}'\ndate: 2024-10-18", title.replace('\'', "''"));
        let site = Site::plain().release("2024-10-18-a", "ru", &front, &body);
        let run = new(&site, &["2024-10-18-a", "kk"]);
        prop_assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        let site = site.with_drafts().build().check();
        let found = site.codes().into_iter().filter(|code| code.starts_with("translation-")).count();
        prop_assert_eq!(found, 0, "{:?}", site.found());
        let content = jarshy::pipeline::look(site.root()).unwrap().content.unwrap();
        let texts: Vec<_> = content.documents.iter().map(|text| (&text.title.value, text.body.hash)).collect();
        prop_assert!(texts.len() == 2 && texts[0] == texts[1], "{:?}", texts);
    }
}
