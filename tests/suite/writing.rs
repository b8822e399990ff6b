//! What is written where, and what remains when something goes wrong.

use crate::site::{Site, Tree, assert_same, stamps, tree};
use jarshy::hash::ContentHash;
use jarshy::manifest::Manifest;
use jarshy::source::Stamp;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

fn newsroom() -> Site {
    Site::plain().release("2024-10-18-a", "ru", "title: Первый\ndate: 2024-10-18\nregion: qostanai", "Текст.").release(
        "2024-10-19-b",
        "ru",
        "title: Второй\ndate: 2024-10-19\nregion: zhambyl",
        "Текст.",
    )
}

/// Everything below the root but the output and what was kept of the reading of files.
fn beside_the_output(site: &Site) -> Tree {
    let mut all = tree(site.root());
    all.retain(|path, _| !path.starts_with("public/") && path != ".jarshy/readings");
    all
}

/// Asserts that a refused build leaves output and state as they were, and makes none where there was none.
#[track_caller]
fn leaves_everything(spoil: impl Fn(Site) -> Site, code: &str) {
    let site = newsroom().build();
    let (output, lie) = (site.tree(), stamps(site.out()));
    let site = spoil(site);
    let rest = beside_the_output(&site);
    let site = site.try_build();
    assert!(site.refused() && site.codes().contains(&code), "{:?}", site.found());
    assert_same(&output, &site.tree(), " after a build that was refused");
    assert_eq!(stamps(site.out()), lie);
    assert_same(&rest, &beside_the_output(&site), " beside the output");
    let first = spoil(newsroom());
    let rest = beside_the_output(&first);
    let first = first.try_build();
    assert!(first.refused() && !first.out().exists());
    assert_same(&rest, &beside_the_output(&first), " beside an output that was never made");
}

#[test]
fn errors_in_the_content_leave_the_last_good_site() {
    let spoil = |site: Site| {
        site.edit("releases/2024-10-18-a/ru.md", "Первый", "Лучший").release(
            "2024-10-20-c",
            "ru",
            "title: Третий\ndate: 2024-10-20\nregion: Нигде",
            "Текст.",
        )
    };
    leaves_everything(spoil, "unknown-region");
}

#[test]
fn a_template_that_cannot_be_read_leaves_the_last_good_site() {
    leaves_everything(|site| site.file("themes/plain/templates/home.html", "{% if %}"), "broken-template");
}

#[test]
fn a_template_that_fails_while_it_renders_leaves_the_last_good_site() {
    let spoil = |site: Site| {
        site.edit("releases/2024-10-18-a/ru.md", "Первый", "Лучший")
            .file("themes/plain/templates/release.html", "{{ release.title }} {{ release.nothing.at.all }}")
    };
    leaves_everything(spoil, "broken-template");
}

#[test]
fn an_address_within_a_file_is_refused_before_anything_is_written() {
    let spoil = |alias: &'static str| {
        move |site: Site| {
            let front = format!("title: Третий\ndate: 2024-10-20\naliases: [/old.news, {alias}]");
            site.release("2024-10-20-c", "ru", &front, "Текст.")
        }
    };
    leaves_everything(spoil("/old.news/3"), "duplicate-url");
    leaves_everything(spoil("/ru/news/index.html/3"), "duplicate-url");
}

#[test]
fn nothing_hidden_lies_in_the_output() {
    let site = newsroom().build();
    assert_eq!(site.tree().into_keys().find(|path| path.starts_with('.') || path.contains("/.")), None);
}

#[test]
fn nothing_is_written_but_the_output_and_the_state() {
    let elsewhere = tempfile::tempdir().unwrap();
    let site = newsroom();
    let input = tree(site.root());
    let site = site.into_folder(elsewhere.path().join("a/b")).build();
    let mut after = tree(site.root());
    after.retain(|path, _| !path.starts_with(".jarshy/"));
    assert_same(&input, &after, "");
    assert!(tree(elsewhere.path()).keys().all(|path| path.starts_with("a/b/")));
}

#[test]
fn two_outputs_of_one_newsroom_are_kept_apart() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("one"), folder.path().join("two"));
    let site = newsroom().into_folder(one.clone()).build().into_folder(two.clone()).build();
    assert_same(&tree(&one), &tree(&two), "");
    let site = site.remove("content/releases/2024-10-19-b").build();
    assert!(tree(&one).contains_key("ru/news/2024/10/19/b/index.html"));
    assert!(!tree(&two).contains_key("ru/news/2024/10/19/b/index.html"));
    let site = site.into_folder(one.clone()).build();
    assert_same(&tree(&two), &tree(&one), "");
    site.into_folder(two).build().wrote([]).removed([]);
}

#[test]
fn an_output_is_one_however_its_path_is_written() {
    let site = newsroom().build();
    let root = site.root().to_path_buf();
    let ways = ["public/", "./public", "content/../public"];
    let site = ways.iter().fold(site, |site, way| site.into_folder(root.join(way)).build().rendered([]));
    assert!(manifest(&site).is_file());
}

#[test]
fn a_newsroom_that_was_moved_remembers_its_output() {
    let site = newsroom().build();
    let moved = tempfile::tempdir().unwrap();
    let root = moved.path().join("newsroom");
    fs::rename(site.root(), &root).unwrap();
    let site = site.moved_to(root).remove("content/releases/2024-10-19-b").build();
    assert_same(&site.fresh().unwrap(), &site.tree(), "");
}

/// A newsroom that was built, edited and built again, with what a build leaves that died in between.
struct Interrupted {
    site: Site,
    before: Tree,
    after: Tree,
    /// The manifest that the second build stored before it changed anything.
    intent: Vec<u8>,
}

fn edited(site: Site) -> Site {
    site.edit("releases/2024-10-18-a/ru.md", "Первый", "Лучший").remove("content/releases/2024-10-19-b").release(
        "2024-10-20-c",
        "ru",
        "title: Третий\ndate: 2024-10-20\nregion: zhambyl",
        "Текст.",
    )
}

/// The only manifest of the newsroom.
#[track_caller]
fn manifest(site: &Site) -> PathBuf {
    let files = tree(&site.root().join(".jarshy")).into_keys().filter(|name| name.starts_with("manifest-"));
    let files: Vec<String> = files.collect();
    assert_eq!(files.len(), 1, "{files:?}");
    site.root().join(".jarshy").join(&files[0])
}

fn interrupted() -> Interrupted {
    let site = newsroom().build();
    let (before, old) = (site.tree(), Manifest::from_bytes(&fs::read(manifest(&site)).unwrap()));
    let site = edited(site).build();
    let (after, new) = (site.tree(), Manifest::from_bytes(&fs::read(manifest(&site)).unwrap()));
    let mut entries: BTreeMap<_, _> = old.entries.into_iter().collect();
    for (path, mut entry) in new.entries {
        if before.get(path.as_str()) != after.get(path.as_str()) {
            entry.stamp = Stamp::default();
        }
        entries.insert(path, entry);
    }
    let intent = Manifest { program: new.program, entries: entries.into_iter().collect(), ..Manifest::default() };
    Interrupted { intent: intent.to_bytes().unwrap(), site, before, after }
}

impl Interrupted {
    /// Puts the output where it was when the build had done `steps` of its changes.
    fn at(&self, steps: usize) {
        let paths: std::collections::BTreeSet<&String> = self.before.keys().chain(self.after.keys()).collect();
        let changed = paths.into_iter().filter(|path| self.before.get(*path) != self.after.get(*path));
        for (number, path) in changed.enumerate() {
            let file = self.site.out().join(path);
            match if number < steps { &self.after } else { &self.before }.get(path) {
                Some(bytes) => {
                    fs::create_dir_all(file.parent().unwrap()).unwrap();
                    fs::write(file, bytes).unwrap();
                }
                None => _ = fs::remove_file(file),
            }
        }
        fs::create_dir_all(self.site.out().join(".jarshy-staging")).unwrap();
        fs::write(self.site.out().join(".jarshy-staging/0"), "half of a fi").unwrap();
        fs::write(manifest(&self.site), &self.intent).unwrap();
    }
}

#[test]
fn a_build_that_died_is_finished_by_the_next() {
    for steps in [0, 1, 2, 5, 9, 100] {
        let dead = interrupted();
        dead.at(steps);
        let site = dead.site.build();
        assert_same(&dead.after, &site.tree(), &format!(" after {steps} steps"));
    }
}

#[test]
fn a_build_that_died_leaves_nothing_behind_whatever_is_edited_next() {
    for steps in [0, 3, 100] {
        let dead = interrupted();
        dead.at(steps);
        let site = dead.site.remove("content/releases/2024-10-20-c").build();
        assert_same(&site.fresh().unwrap(), &site.tree(), &format!(" after {steps} steps"));
    }
}

#[test]
fn an_older_manifest_does_no_harm() {
    let site = newsroom().build();
    let old = fs::read(manifest(&site)).unwrap();
    let site = site.edit("releases/2024-10-18-a/ru.md", "Первый", "Лучший").build();
    let made = site.tree();
    fs::write(manifest(&site), old).unwrap();
    let site = site.build().wrote([]);
    assert_same(&made, &site.tree(), "");
}

#[test]
fn a_manifest_names_every_file_by_the_hash_of_its_bytes() {
    let site = newsroom().build();
    let manifest = Manifest::from_bytes(&fs::read(manifest(&site)).unwrap());
    let hashes = manifest.entries.iter().map(|(path, entry)| (path.to_string(), entry.content));
    let expected = site.tree().into_iter().map(|(path, bytes)| (path, ContentHash::of(&bytes)));
    assert_eq!(hashes.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}
