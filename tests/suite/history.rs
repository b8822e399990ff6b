//! What git remembers: public texts that were changed without a word to their readers.

use crate::site::Site;
use std::process::Command;

const RU: &str = "content/releases/2025-12-10-a/ru.md";

/// A release in two languages, public since 10 December, committed on that day; it is January.
fn newsroom() -> Site {
    uncommitted().commit("2025-12-10T09:00:00+05:00")
}

fn uncommitted() -> Site {
    Site::plain()
        .release("2025-12-10-a", "ru", "title: Первый\nsummary: Кратко\ndate: 2025-12-10", "Было 55 человек.")
        .release("2025-12-10-a", "kk", "title: Бірінші", "55 адам болды.")
}

fn edited(site: Site) -> Site {
    site.edit("releases/2025-12-10-a/ru.md", "55", "75")
}

/// The texts that were changed in silence, and what of them.
#[track_caller]
fn silent(site: Site) -> Vec<String> {
    let site = site.check();
    let found = site.findings().iter().filter(|finding| finding.code.word() == "silent-change");
    found.map(|finding| format!("{} {}", finding.place.file, finding.args[0].1)).collect()
}

const NOTHING: [&str; 0] = [];

#[test]
fn a_text_that_is_as_it_was_is_not_noted() {
    assert_eq!(silent(newsroom()), NOTHING);
}

#[test]
fn a_changed_title_summary_or_text_is_noted_whether_committed_or_not() {
    for (what, from, to) in [("title", "Первый", "Второй"), ("summary", "Кратко", "Коротко"), ("text", "55", "75")]
    {
        let site = newsroom().edit("releases/2025-12-10-a/ru.md", from, to);
        let expected = [format!("{RU} {what}")];
        assert_eq!(silent(site), expected);
        let site = newsroom().edit("releases/2025-12-10-a/ru.md", from, to).commit("2025-12-12T09:00:00+05:00");
        assert_eq!(silent(site), expected);
    }
}

#[test]
fn spaces_and_signs_may_be_mended_and_a_mistake_taken_back() {
    let mended = newsroom().edit("releases/2025-12-10-a/ru.md", "Было 55", "«Было  55»");
    assert_eq!(silent(mended), NOTHING);
    let site = edited(newsroom()).commit("2025-12-12T09:00:00+05:00");
    let site = site.edit("releases/2025-12-10-a/ru.md", "75", "55").commit("2025-12-13T09:00:00+05:00");
    assert_eq!(silent(site), NOTHING);
}

#[test]
fn facts_may_be_added() {
    let site = newsroom().edit("releases/2025-12-10-a/ru.md", "date:", "region: qostanai\npinned: true\ndate:");
    assert_eq!(silent(site), NOTHING);
}

#[test]
fn a_correction_speaks_for_its_own_language_until_the_next_change() {
    let correction = "corrections: [{date: 2025-12-11, text: Число исправлено.}]\ndate:";
    let site = edited(newsroom()).edit("releases/2025-12-10-a/ru.md", "date:", correction);
    // Whoever says it a day late says it all the same.
    let site = site.commit("2025-12-14T09:00:00+05:00");
    let site = site.edit("releases/2025-12-10-a/kk.md", "55", "75");
    assert_eq!(silent(site), ["content/releases/2025-12-10-a/kk.md text"]);
    let site = edited(newsroom()).edit("releases/2025-12-10-a/ru.md", "date:", correction);
    let site = site.commit("2025-12-14T09:00:00+05:00");
    assert_eq!(silent(site.edit("releases/2025-12-10-a/ru.md", "75", "95")), [format!("{RU} text")]);
}

#[test]
fn an_update_in_the_original_speaks_for_all_languages() {
    let both = |site: Site| edited(site).edit("releases/2025-12-10-a/kk.md", "55", "75");
    let updated = |site: Site| site.edit("releases/2025-12-10-a/ru.md", "date:", "updated: 2025-12-11\ndate:");
    assert_eq!(silent(updated(both(newsroom()))), NOTHING);
    // Whether it comes along or after.
    let later = both(newsroom()).commit("2025-12-11T09:00:00+05:00");
    assert_eq!(silent(updated(later).commit("2025-12-12T09:00:00+05:00")), NOTHING);
    let before = updated(newsroom()).commit("2025-12-11T09:00:00+05:00");
    assert_eq!(silent(both(before)), ["content/releases/2025-12-10-a/kk.md text".to_owned(), format!("{RU} text")]);
}

#[test]
fn what_nobody_could_read_yet_may_be_changed() {
    let held = uncommitted().edit("releases/2025-12-10-a/ru.md", "date:", "embargo: 2025-12-20T10:00\ndate:");
    let held = edited(held.commit("2025-12-10T09:00:00+05:00")).commit("2025-12-20T09:59:59+05:00");
    assert_eq!(silent(held), NOTHING);
    let draft = uncommitted().edit("releases/2025-12-10-a/ru.md", "date:", "draft: true\ndate:");
    let draft = draft.commit("2025-12-10T09:00:00+05:00").edit("releases/2025-12-10-a/ru.md", "draft: true\n", "");
    assert_eq!(silent(edited(draft)), NOTHING);
    let future = edited(newsroom()).at("2025-12-09T00:00:00Z");
    assert_eq!(silent(future), NOTHING);
}

#[test]
fn what_nobody_can_read_any_longer_may_be_changed() {
    let site = edited(newsroom()).edit("releases/2025-12-10-a/ru.md", "date:", "expires: 2025-12-20\ndate:");
    assert_eq!(silent(site), NOTHING);
}

#[test]
fn the_text_is_compared_with_what_was_public_first() {
    let held = uncommitted().edit("releases/2025-12-10-a/ru.md", "date:", "embargo: 2025-12-20T10:00\ndate:");
    let held = held.commit("2025-12-10T09:00:00+05:00");
    assert_eq!(silent(edited(held).commit("2025-12-20T10:00:01+05:00")), [format!("{RU} text")]);
}

#[test]
fn a_change_of_long_ago_is_settled() {
    let site = || edited(newsroom()).commit("2025-12-12T09:00:00+05:00");
    assert_eq!(silent(site().at("2026-03-12T00:00:00Z")), [format!("{RU} text")]);
    assert_eq!(silent(site().at("2026-03-13T00:00:00Z")), NOTHING);
}

#[test]
fn a_newsroom_may_be_a_folder_of_a_repository() {
    let outer = edited(newsroom()).commit("2025-12-12T09:00:00+05:00");
    let folder = outer.root().join("newsroom");
    std::fs::create_dir(&folder).unwrap();
    for name in ["content", "themes"] {
        std::fs::rename(outer.root().join(name), folder.join(name)).unwrap();
    }
    let git = |arguments: &[&str]| assert!(git(outer.root(), arguments).status.success(), "{arguments:?}");
    git(&["add", "--all"]);
    git(&["commit", "--quiet", "--message", "Moved"]);
    let text = std::fs::read_to_string(folder.join(RU)).unwrap();
    std::fs::write(folder.join(RU), text.replace("75", "95")).unwrap();
    let now = "9999-01-01T00:00:00Z";
    assert_eq!(silent(outer.moved_to(folder).at(now)), [format!("{RU} text")]);
}

fn git(folder: &std::path::Path, arguments: &[&str]) -> std::process::Output {
    let editor = ["-c", "core.hooksPath=/dev/null", "-c", "user.name=e", "-c", "user.email=e@assembly.example"];
    Command::new("git").current_dir(folder).args(editor).args(arguments).output().unwrap()
}

#[test]
fn where_git_remembers_nothing_nothing_is_noted() {
    assert_eq!(silent(edited(uncommitted())), NOTHING);
    let site = uncommitted();
    assert!(git(site.root(), &["init", "--quiet"]).status.success());
    assert_eq!(silent(edited(site)), NOTHING);
    let site = newsroom().release("2025-12-11-b", "ru", "title: Второй\ndate: 2025-12-11", "Т.");
    assert_eq!(silent(site.edit("releases/2025-12-11-b/ru.md", "Т.", "Текст.")), NOTHING);
}

#[test]
fn a_shallow_clone_is_not_relied_on() {
    let site = edited(newsroom()).commit("2025-12-12T09:00:00+05:00");
    let clone = site.root().join("clone");
    let url = format!("file://{}", site.root().display());
    let cloned = git(site.root(), &["clone", "--quiet", "--depth=1", &url, clone.to_str().unwrap()]);
    assert!(cloned.status.success(), "{}", String::from_utf8_lossy(&cloned.stderr));
    std::fs::rename(site.root().join("themes"), clone.join("themes")).unwrap();
    let site = site.moved_to(clone).edit("releases/2025-12-10-a/ru.md", "75", "95");
    assert_eq!(silent(site), NOTHING);
}

#[test]
fn check_tells_of_it_as_a_note_that_the_newsroom_can_silence() {
    let check = |site: &Site| {
        let mut check = Command::new(env!("CARGO_BIN_EXE_jarshy"));
        check.arg("--root").arg(site.root()).args(["check", "--format", "short", "--now", "2026-01-01T00:00:00Z"]);
        let check = check.env("LC_ALL", "ru").output().unwrap();
        assert!(check.status.success(), "{check:?}");
        String::from_utf8(check.stdout).unwrap()
    };
    let site = edited(newsroom());
    let told = check(&site);
    assert!(told.lines().any(|line| line.starts_with(&format!("{RU}:1:1: note[silent-change]: "))), "{told}");
    let site = site.edit("site.yaml", "identity:", "rules: {silent-change: off}\nidentity:");
    assert!(!check(&site).contains("silent-change"));
}
