//! The same input makes the same bytes, wherever and however the program runs; and what hangs on its options.

use crate::site::{Site, Tree, assert_same, newsroom, tree};
use std::path::Path;
use std::process::Command;

/// Builds the golden newsroom with the program itself, in a folder of its own.
fn built(folder: &str, arguments: &[&str], environment: &[(&str, &str)]) -> Tree {
    let place = tempfile::tempdir().unwrap();
    let root = place.path().join(folder);
    copy(&newsroom().join("content"), &root.join("content"));
    copy(&newsroom().join("themes"), &root.join("themes"));
    let mut program = Command::new(env!("CARGO_BIN_EXE_jarshy"));
    program.current_dir(&root).args(["build", "--now", "2026-01-01T12:00:00+05:00"]).args(arguments);
    let output = program.envs(environment.iter().copied()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    tree(&root.join("public"))
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        std::fs::create_dir_all(to.join(&path).parent().unwrap()).unwrap();
        std::fs::write(to.join(&path), bytes).unwrap();
    }
}

#[test]
fn path_locale_time_zone_and_threads_do_not_show() {
    let expected = tree(&newsroom().join("expected"));
    let one = built("a", &[], &[("TZ", "UTC"), ("LC_ALL", "C"), ("LANG", "C"), ("RAYON_NUM_THREADS", "1")]);
    assert_same(&expected, &one, " in the first place");
    let environment =
        [("TZ", "Asia/Tokyo"), ("LC_ALL", "kk_KZ.UTF-8"), ("LANG", "ru_RU.UTF-8"), ("RAYON_NUM_THREADS", "4")];
    let other = built("б ә/c", &["--root", "."], &environment);
    assert_same(&expected, &other, " in the other place");
}

#[test]
fn a_base_without_a_path_makes_the_same_site_at_the_top() {
    let below = Site::golden().build().tree();
    let top = Site::golden().under("https://press.example").build().tree();
    let plain = |tree: Tree| -> Tree { tree.into_iter().map(|(path, bytes)| (path, without_base(bytes))).collect() };
    assert_same(&plain(below), &plain(top.clone()), "");
    let named = top.iter().find(|(_, bytes)| String::from_utf8_lossy(bytes).contains("/assembly/"));
    assert_eq!(named.map(|(path, _)| path), None);
}

/// The text with addresses from the top; lines of calendars, which are folded by their lengths, unfolded.
fn without_base(bytes: Vec<u8>) -> Vec<u8> {
    match String::from_utf8(bytes) {
        Ok(text) => text.replace("\r\n ", "").replace("/assembly/", "/").replace("%2Fassembly%2F", "%2F").into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

#[test]
fn the_base_of_the_command_line_goes_before_that_of_the_settings() {
    let expected = Site::golden().under("http://127.0.0.1:8080/x").build().tree();
    assert_same(&expected, &built("a", &["--base-url", "http://127.0.0.1:8080/x/"], &[]), "");
}

/// Words that only drafts and held releases of the golden newsroom hold, in any case.
const SECRETS: [&str; 2] = ["secret-draft", "secret-held"];

#[test]
fn drafts_and_held_releases_are_in_no_byte_and_no_name_of_the_public_site() {
    for (path, bytes) in Site::golden().build().tree() {
        let text = format!("{path}\n{}", String::from_utf8_lossy(&bytes)).to_lowercase();
        assert!(!SECRETS.iter().any(|secret| text.contains(secret)), "{path}");
    }
}

#[test]
fn editors_see_drafts_and_held_releases_marked_and_kept_from_search_engines() {
    let site = Site::golden().with_drafts().build();
    let pages = [
        ("en/news/2025/04/24/secret-draft-session/index.html", "draft"),
        ("kk/news/2025/12/20/secret-held/index.html", "held"),
        ("ru/news/2025/12/25/secret-draft/index.html", "draft"),
    ];
    for (path, mark) in pages {
        let page = site.text(path);
        assert!(page.contains("\nrobots: noindex\n") && page.contains(&format!("\nmark: {mark}\n")), "{path}:\n{page}");
        assert!(page.contains("\nalternates: []\n"), "{path}");
    }
    assert!(site.text("kk/news/index.html").contains("mark: held"));
    let addresses = ["/secret-draft-session/", "/secret-held/", "/secret-draft/"];
    for (path, bytes) in site.tree().iter().filter(|(path, _)| path.ends_with(".xml") || path.ends_with(".json")) {
        let text = String::from_utf8_lossy(bytes);
        assert!(!addresses.iter().any(|address| text.contains(address)), "{path} is for the public");
    }
}

#[test]
fn what_drafts_added_goes_with_the_next_public_build() {
    let public = Site::golden().build();
    let expected = public.tree();
    let site = public.with_drafts().build().without_drafts().build();
    assert_same(&expected, &site.tree(), "");
}

#[test]
fn the_program_builds_for_editors_as_the_library_does() {
    assert_same(&Site::golden().with_drafts().build().tree(), &built("a", &["--drafts"], &[]), "");
}
