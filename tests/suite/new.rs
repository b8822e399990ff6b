//! `jarshy new` with flags: what it makes, and what it refuses to make.

use crate::command::{Run, run};
use crate::site::{Site, Tree, tree};
use jarshy::diagnostic::Severity;
use proptest::prelude::*;

/// Makes something in a newsroom.
fn new(site: &Site, arguments: &[&str]) -> Run {
    run(site.root(), &[&["new"], arguments].concat(), &[("LC_ALL", "C")])
}

/// Makes something, which succeeds; the files that are new, with their texts.
#[track_caller]
fn made(site: &Site, arguments: &[&str]) -> Vec<(String, String)> {
    let before = content(site);
    let Run { code, out, err } = new(site, arguments);
    assert_eq!((code, err.as_str()), (Some(0), ""), "{arguments:?}");
    let made: Vec<(String, String)> = content(site)
        .into_iter()
        .filter(|(path, bytes)| before.get(path) != Some(bytes))
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect();
    assert!(made.iter().all(|(path, _)| out.contains(&format!("  content/{path}\n"))), "{out}");
    made
}

/// Asks for something that is refused: nothing is written, and a sentence says why.
#[track_caller]
fn refused(site: &Site, arguments: &[&str]) -> String {
    let before = tree(site.root());
    let Run { code, out, err } = new(site, arguments);
    assert_eq!((code, out.as_str(), err.lines().count()), (Some(1), "", 1), "{arguments:?} {err}");
    assert_eq!(tree(site.root()), before, "{arguments:?}");
    err
}

fn content(site: &Site) -> Tree {
    tree(&site.root().join("content"))
}

/// Nothing that was made gives an editor anything to mend.
#[track_caller]
fn assert_sound(site: Site) -> Site {
    let site = site.with_drafts().at("2027-01-01T00:00:00Z").build();
    let grave: Vec<_> = site.findings().iter().filter(|finding| finding.severity > Severity::Note).collect();
    assert!(grave.is_empty(), "{grave:#?}");
    site
}

fn site() -> Site {
    Site::plain()
        .file("content/tags.yaml", "dostyq-uii: {kk: Достық үйі, ru: Дом дружбы, en: House of Friendship}\n")
        .file(
            "content/projects/birtutas-qogam/ru.md",
            "---\ntitle: \"«Біртұтас қоғам: келісім және сенім»\"\nshort_names: [Единое общество]\n---\nТекст.\n",
        )
}

#[test]
fn a_release_is_a_folder_with_a_file_a_language() {
    let site = site();
    let made = made(
        &site,
        &[
            "release",
            "--title",
            "Встреча: итоги # 5",
            "--lang",
            "ru",
            "--languages",
            "kk,ru",
            "--date",
            "20 ноября 2026",
            "--region",
            "kz-39",
            "--project",
            "единое общество",
            "--tag",
            "dostyq-uii",
            "--tag",
            "Новое",
        ],
    );
    let folder = "releases/2026/2026-11-20-vstrecha-itogi-5";
    let kk = "---\ntitle: \"Встреча: итоги # 5\"\nsummary:\ndraft: true\n---\n\
        Ең маңыздысын бірінші абзацта айтыңыз: не болды, қайда, қашан, кім қатысты.\n";
    let ru = "---\ntitle: \"Встреча: итоги # 5\"\nsummary:\ndate: 2026-11-20\nregion: Костанайская область\n\
        project: \"«Біртұтас қоғам: келісім және сенім»\"\ntags:\n  - Дом дружбы\n  - Новое\ndraft: true\n---\n\
        Скажите главное в первом абзаце: что произошло, где, когда, кто участвовал.\n";
    let expected = [(format!("{folder}/kk.md"), kk.to_owned()), (format!("{folder}/ru.md"), ru.to_owned())];
    assert_eq!(made, expected);
    let site = assert_sound(site);
    assert!(site.paths().contains("ru/news/2026/11/20/vstrecha-itogi-5/index.html"));
    assert!(!site.without_drafts().build().paths().iter().any(|path| path.contains("vstrecha")));
}

#[test]
fn the_id_follows_the_language_of_the_title() {
    let site = site();
    let id = |language: &str| {
        let made = made(
            &site,
            &["release", "--title", "Қазақстан халқы Ассамблеясының үйі", "--lang", language, "--date", "2026-01-02"],
        );
        made[0].0.clone()
    };
    assert_eq!(id("kk"), "releases/2026/2026-01-02-qazaqstan-khalqy-assambleyasynyn-uii/kk.md");
    assert_eq!(id("ru"), "releases/2026/2026-01-02-qazaqstan-khalqy-assambleyasynyn-uyi/ru.md");
}

#[test]
fn projects_and_pages_are_made_with_facts_in_the_first_file_alone() {
    let site = site();
    let project = made(&site, &["project", "--title", "Достық кештері", "--lang", "kk", "--languages", "ru,kk"]);
    let text = |title: &str, status: &str, body: &str| format!("---\ntitle: {title}\nsummary:\n{status}---\n{body}\n");
    assert_eq!(
        project,
        [
            (
                "projects/dostyq-keshteri/kk.md".to_owned(),
                text("Достық кештері", "status: running\n", "Мәтін дайындалып жатыр.")
            ),
            ("projects/dostyq-keshteri/ru.md".to_owned(), text("Достық кештері", "", "Текст готовится.")),
        ]
    );
    let page = made(&site, &["page", "--title", "О нас", "--lang", "ru", "--id", "about"]);
    assert_eq!(page, [("pages/about/ru.md".to_owned(), text("О нас", "", "Текст готовится."))]);
    assert_sound(site);
}

#[test]
fn a_title_that_another_release_has_taken_gets_a_number() {
    let site = site()
        .release("2026-01-02-kesh", "ru", "title: Вечер\ndate: 2026-01-02", "Текст.")
        .file("content/releases/2026/2026-01-02-kesh-2/ru.md", "broken");
    let folder =
        |title: &str| made(&site, &["release", "--lang", "ru", "--date", "2026-01-02", "--title", title])[0].0.clone();
    assert_eq!(folder("Кеш"), "releases/2026/2026-01-02-kesh-3/ru.md");
    assert_eq!(folder("Кеш"), "releases/2026/2026-01-02-kesh-4/ru.md");
    assert_eq!(folder("Вечер"), "releases/2026/2026-01-02-vecher/ru.md");
}

#[test]
fn an_id_that_is_taken_is_refused_with_another() {
    let site = site().release("2026-01-02-kesh", "ru", "title: Вечер\ndate: 2026-01-02", "Текст.");
    let release = ["release", "--lang", "ru", "--date", "2026-01-02", "--title", "А"];
    let err = refused(&site, &[&release[..], &["--id", "2026-01-02-kesh"]].concat());
    assert!(err.contains("content/releases/2026-01-02-kesh") && err.contains("--id 2026-01-02-kesh-2"), "{err}");
    let err = refused(&site, &[&release[..], &["--id", "kesh"]].concat());
    assert!(err.contains("taken"), "one address: {err}");
    assert!(refused(&site, &["project", "--title", "Единое общество", "--lang", "ru"]).contains("birtutas-qogam"));
    for page in ["News", "Events", "Regions", "Tags"] {
        assert!(refused(&site, &["page", "--title", page, "--lang", "en"]).contains("taken"), "{page}");
    }
    let site = site.file("content/releases/2026/2026-01-02-b/ru.md", "broken");
    assert!(refused(&site, &[&release[..], &["--id", "2026-01-02-b"]].concat()).contains("taken"));
}

#[test]
fn what_is_missing_is_told_at_once_with_its_flags() {
    let site = site();
    let err = refused(&site, &["release"]);
    assert_eq!(err, "This is missing: --title, --lang. For example: jarshy new release --title \"…\" --lang ru\n");
    assert!(refused(&site, &["page", "--lang", "ru"]).starts_with("This is missing: --title. "));
    assert!(refused(&site, &["translation"]).starts_with("This is missing: RELEASE. "));
    let alone = Site::plain()
        .edit("site.yaml", "[kk, ru, en]", "[ru]")
        .edit("site.yaml", "  kk: {name: Ассамблея, description: Жаңалықтар}\n", "")
        .edit("site.yaml", "  en: {name: Assembly, description: News}\n", "")
        .remove("content/regions.yaml");
    assert!(made(&alone, &["release", "--title", "Вечер"])[0].0.ends_with("/ru.md"), "the only language");
}

#[test]
fn names_that_mean_nothing_are_told_with_the_nearest() {
    let site = site();
    let release = |flags: &[&str]| refused(&site, &[&["release", "--title", "А", "--lang", "ru"], flags].concat());
    assert!(release(&["--region", "Кастанайская область"]).contains("Write Костанайская область"));
    assert!(release(&["--project", "Единое обществo"]).contains("Write Единое общество"));
    assert!(release(&["--date", "01/02/2026"]).contains("two ways"));
    assert!(release(&["--languages", "kk,de"]).contains("kk, ru, en"));
    assert!(release(&["--id", "../../x"]).contains("--id "));
    assert!(refused(&site, &["release", "--title", "А", "--lang", "de"]).contains("kk, ru, en"));
}

#[test]
fn a_title_without_letters_needs_an_id() {
    let site = site();
    assert!(refused(&site, &["page", "--title", "漢字", "--lang", "ru"]).contains("--id"));
    assert_eq!(made(&site, &["page", "--title", "漢字", "--lang", "ru", "--id", "kanji"])[0].0, "pages/kanji/ru.md");
}

#[test]
fn a_title_that_is_none_is_refused_in_the_language_of_the_user() {
    let site = site();
    for (title, said) in [
        ("", "Нужен заголовок"),
        ("а\nб", "перенос строки"),
        ("\u{1b}[31mа", "невидимый"),
        (&"ә".repeat(10_000), "300"),
    ] {
        let arguments = ["new", "page", "--lang", "ru", "--ui-lang", "ru", "--title", title];
        let Run { code, err, .. } = run(site.root(), &arguments, &[]);
        assert!(code == Some(1) && err.contains(said) && err.lines().count() == 1, "{title:?} {err}");
    }
}

#[test]
fn a_disk_that_refuses_is_told_in_a_sentence() {
    let site = site().file("content/releases/2026", "a file");
    let Run { code, err, .. } = new(&site, &["release", "--title", "А", "--lang", "ru", "--date", "2026-01-02"]);
    assert!(code == Some(2) && err.starts_with("This could not be done: ") && err.lines().count() == 1, "{err}");
}

#[cfg(unix)]
#[test]
fn nothing_is_made_behind_a_link_out_of_the_content() {
    let elsewhere = tempfile::tempdir().unwrap();
    let site = site().link("content/releases/2026", elsewhere.path().to_str().unwrap());
    let Run { code, err, .. } = new(&site, &["release", "--title", "А", "--lang", "ru", "--date", "2026-01-02"]);
    assert!(code == Some(2) && err.contains("2026/2026-01-02-a: a shortcut leads outside of the newsroom. "), "{err}");
    assert!(tree(elsewhere.path()).is_empty());
}

#[test]
fn a_new_newsroom_builds_with_nothing_to_mend() {
    for (languages, ui) in [("kk,ru,en", "kk"), ("ru", "ru"), ("en,kk", "en")] {
        let folder = tempfile::tempdir().unwrap();
        let newsroom = folder.path().join("newsroom");
        let arguments = ["new", "site", "newsroom", "--languages", languages, "--ui-lang", ui, "--title", "Үй: \"A\""];
        let Run { code, out, err } = run(folder.path(), &arguments, &[]);
        assert_eq!((code, err.as_str()), (Some(0), ""));
        assert!(out.contains("build"), "{out}");
        let check = run(&newsroom, &["check", "--strict"], &[("LC_ALL", "C")]);
        assert!(
            check.code == Some(0) && check.out.ends_with("nothing to mend\n"),
            "{languages} {} {}",
            check.out,
            check.err
        );
        assert_eq!(run(&newsroom, &["build"], &[]).err, "");
        let status = run(&newsroom, &["status"], &[("LC_ALL", "C")]).out;
        assert!(
            status.lines().nth(1).is_some_and(|line| line.matches("done").count() == languages.split(',').count()),
            "{status}"
        );
        let first = languages.split(',').next().unwrap();
        assert!(
            std::fs::read_to_string(newsroom.join(format!("public/{first}/index.html")))
                .unwrap()
                .contains(if first == "en" { "Үй: “A”" } else { "Үй: «A»" })
        );
        let again = run(folder.path(), &arguments, &[("LC_ALL", "C")]);
        assert_eq!(again.code, Some(1), "{}", again.err);
    }
}

#[test]
fn a_new_newsroom_carries_the_whole_theme() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["new", "site", "."], &[]);
    assert_eq!(tree(&folder.path().join("themes")), tree(&crate::site::project().join("themes")));
}

/// The titles of all releases, read back; nothing that was made is to be mended.
fn titles(site: &Site) -> Vec<String> {
    let look = jarshy::pipeline::look(site.root()).unwrap();
    let grave: Vec<_> = look.findings.iter().filter(|finding| finding.severity > Severity::Note).collect();
    assert!(grave.is_empty(), "{grave:#?}");
    let releases = look.content.unwrap().newsroom.releases.into_iter();
    releases
        .flat_map(|release| release.translations.values().map(|text| text.title.clone()).collect::<Vec<_>>())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_title_is_read_back_or_refused(any in any::<String>(), near in "[-:#\"'\\\\«»a-zА-Яәі0-9 {}\\[\\]&*!|>%@`,?~🎉]{0,40}") {
        let site = site();
        for title in [any.replace('\0', ""), near] {
            let title = format!("--title={title}");
            let Run { code, err, .. } = new(&site, &["release", "--lang", "kk", "--date", "2026-01-02", &title, "--id", "a"]);
            if code == Some(0) {
                prop_assert_eq!(titles(&site), [title.trim_start_matches("--title=").trim()]);
                std::fs::remove_dir_all(site.root().join("content/releases/2026/a")).unwrap();
            } else {
                prop_assert!(code == Some(1) && err.lines().count() == 1, "{} {}", title, err);
            }
        }
    }
}
