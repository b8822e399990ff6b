//! The property that matters most: whatever was edited between builds, the last one ends where a clean build ends.

use crate::site::{Site, Tree, assert_same, newsroom, tree};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;

/// What can happen between two builds.
#[derive(Clone, Debug)]
pub enum Edit {
    /// A thing of a release is set, which is written if it is not there.
    Set(u8, Part, u8),
    Delete(u8),
    SiteName(u8),
    Template(u8),
    Word(u8),
    Now(u8),
    /// An output, by its place among all, is deleted, edited by hand, put there by somebody.
    DeleteOutput(usize),
    SpoilOutput(usize),
    Foreign(u8),
    Manifest(Damage),
}

#[derive(Clone, Copy, Debug)]
pub enum Part {
    Title,
    Body,
    Day,
    Region,
    Slug,
    Draft,
    Embargo,
    Kazakh,
}

#[derive(Clone, Copy, Debug)]
pub enum Damage {
    Delete,
    Truncate,
    Corrupt,
}

fn edits() -> impl Strategy<Value = Edit> {
    use Part::{Body, Day, Draft, Embargo, Kazakh, Region, Slug, Title};
    let part = prop::sample::select(vec![Title, Body, Day, Region, Slug, Draft, Embargo, Kazakh]);
    let damage = prop::sample::select(vec![Damage::Delete, Damage::Truncate, Damage::Corrupt]);
    prop_oneof![
        8 => (0..5_u8, part, 0..5_u8).prop_map(|(release, part, value)| Edit::Set(release, part, value)),
        2 => (0..5_u8).prop_map(Edit::Delete),
        1 => (0..3_u8).prop_map(Edit::SiteName),
        1 => (0..3_u8).prop_map(Edit::Template),
        1 => (0..3_u8).prop_map(Edit::Word),
        2 => (0..5_u8).prop_map(Edit::Now),
        1 => (0..200_usize).prop_map(Edit::DeleteOutput),
        1 => (0..200_usize).prop_map(Edit::SpoilOutput),
        1 => (0..5_u8).prop_map(Edit::Foreign),
        2 => damage.prop_map(Edit::Manifest),
    ]
}

/// Little is made, so that many builds take little time.
const SETTINGS: &str = "base_url: https://assembly.example\nlanguages: [kk, ru]\nscripts: [Arab]\nshow_untranslated: [kk]\nfallback: {kk: ru}\ntime_zone: Asia/Almaty\ntheme: plain\n\
                        authority: assembly.example,2024\noutputs: {feeds: {site: [rss], terms: []}}\n\
                        identity:\n  kk: {name: Ассамблея}\n";

/// The regions, without a language that the settings do not know.
pub const REGIONS: &str = "qostanai: {names: {kk: Қостанай облысы, ru: Костанайская область}}\n\
                       zhambyl: {names: {kk: Жамбыл облысы, ru: Жамбылская область}}\n";

/// The input as numbers, and what lies in the output that no manifest names.
#[derive(Debug, Default)]
pub struct World {
    releases: BTreeMap<u8, [u8; 8]>,
    name: u8,
    template: u8,
    word: u8,
    now: u8,
    foreign: Tree,
}

impl World {
    pub fn new() -> Self {
        let release = |number: u8| (number, [0, number, number, number, 0, 0, 0, number]);
        Self { releases: (0..3).map(release).collect(), now: 2, ..Self::default() }
    }

    pub fn change(&mut self, edit: &Edit, site: &Site) {
        match edit {
            Edit::Set(release, part, value) => self.releases.entry(*release).or_default()[*part as usize] = *value,
            Edit::Delete(release) => _ = self.releases.remove(release),
            Edit::SiteName(value) => self.name = *value,
            Edit::Template(value) => self.template = *value,
            Edit::Word(value) => self.word = *value,
            Edit::Now(value) => self.now = *value,
            Edit::DeleteOutput(at) => self.output(*at, site, None),
            Edit::SpoilOutput(at) => self.output(*at, site, Some("by hand")),
            Edit::Foreign(release) => {
                let path = format!("ru/news/2025/12/2{release}/notes.txt");
                fs::create_dir_all(site.out().join(&path).parent().unwrap()).unwrap();
                fs::write(site.out().join(&path), "notes").unwrap();
                self.foreign.insert(path, b"notes".to_vec());
            }
            Edit::Manifest(damage) => {
                damage_manifests(site, *damage);
                self.foreign = site.tree();
            }
        }
    }

    /// Deletes or edits an output file.
    fn output(&mut self, at: usize, site: &Site, text: Option<&str>) {
        let paths: Vec<String> = site.tree().into_keys().collect();
        let path = &paths[at % paths.len()];
        match text {
            Some(text) => fs::write(site.out().join(path), text).unwrap(),
            None => fs::remove_file(site.out().join(path)).unwrap(),
        }
        if self.foreign.remove(path).is_some() {
            self.foreign.extend(text.map(|text| (path.clone(), text.as_bytes().to_vec())));
        }
    }

    /// The files of input, but those that never change.
    fn files(&self) -> BTreeMap<String, String> {
        let strings = fs::read_to_string(newsroom().join("themes/plain/strings/ru.ftl")).unwrap();
        let template = "{% extends \"base.html\" %}\n{% block content %}{{ release.title }}\n{% endblock content %}\n";
        let mut files = BTreeMap::from([
            ("content/site.yaml".to_owned(), format!("{SETTINGS}  ru: {{name: Ассамблея {}}}\n", self.name)),
            ("themes/plain/strings/ru.ftl".to_owned(), strings.replace("Страница:", &format!("Лист {}:", self.word))),
            (
                "themes/plain/templates/release.html".to_owned(),
                template.replace("{{ r", &format!("{}: {{{{ r", self.template)),
            ),
        ]);
        self.releases.iter().for_each(|(number, release)| files.extend(texts(*number, release)));
        files
    }

    /// Writes what changed of the input, and nothing else: the program may know a file by its times.
    pub fn write(&self, site: Site) -> Site {
        let files = self.files();
        let lie = tree(site.root());
        for path in lie.keys().filter(|path| path.starts_with("content/releases/") && !files.contains_key(*path)) {
            fs::remove_file(site.root().join(path)).unwrap();
        }
        let changed =
            files.into_iter().filter(|(path, text)| lie.get(path).map(Vec::as_slice) != Some(text.as_bytes()));
        let site = changed.fold(site, |site, (path, text)| site.file(&path, text));
        site.at(&format!("2025-12-2{}T06:00:00Z", self.now))
    }
}

/// The files of one release, in Russian and perhaps in Kazakh.
fn texts(number: u8, release: &[u8; 8]) -> Vec<(String, String)> {
    let [title, body, day, region, slug, draft, embargo, kazakh] = release;
    let mut front = format!("title: Заголовок {title}\ndate: 2025-12-2{day}\n");
    let mut add = |when: bool, line: String| front.push_str(if when { &line } else { "" });
    add(*region > 0, format!("region: {}\n", if region % 2 == 0 { "qostanai" } else { "zhambyl" }));
    add(*slug > 0, format!("slug: s{slug}\n"));
    add(*draft > 2, "draft: true\n".to_owned());
    add(*embargo > 0, format!("embargo: 2025-12-2{embargo}T12:00\n"));
    let text = match body {
        4 => format!("Раньше: [ссылка](r{}).", (number + 1) % 5),
        body => format!("Текст {body}."),
    };
    let file = |language: &str, front: &str| {
        (format!("content/releases/r{number}/{language}.md"), format!("---\n{front}---\n{text}\n"))
    };
    let kazakh = (kazakh % 2 == 1).then(|| file("kk", &format!("title: Тақырып {title}\n")));
    [file("ru", &front)].into_iter().chain(kazakh).collect()
}

/// Damages what the builds remember of their outputs.
fn damage_manifests(site: &Site, damage: Damage) {
    for entry in fs::read_dir(site.root().join(".jarshy")).unwrap() {
        let path = entry.unwrap().path();
        let mut bytes = fs::read(&path).unwrap();
        match damage {
            Damage::Delete => fs::remove_file(path).unwrap(),
            Damage::Truncate => fs::write(path, &bytes[..bytes.len() / 2]).unwrap(),
            Damage::Corrupt => {
                let middle = bytes.len() / 2;
                // Twice is not the undamaged file again.
                bytes[middle] = bytes[middle].wrapping_add(1);
                fs::write(path, bytes).unwrap();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24, max_shrink_iters: 100, failure_persistence: None, ..ProptestConfig::default()
    })]

    /// What no manifest names stays: after a lost manifest that is all that lies in the output and is not made again.
    #[test]
    fn any_sequence_of_edits_ends_where_a_clean_build_ends(
        steps in prop::collection::vec(prop::collection::vec(edits(), 1..4), 1..4)
    ) {
        let mut world = World::new();
        // Twice, so that the second build finds the input at rest and remembers its times.
        let mut site = world.write(Site::plain().file("content/regions.yaml", REGIONS)).build().build();
        for step in steps {
            step.iter().for_each(|edit| world.change(edit, &site));
            let before = site.tree();
            site = world.write(site).try_build();
            match site.fresh() {
                None => {
                    prop_assert!(site.refused());
                    assert_same(&before, &site.tree(), " though the build was refused");
                }
                Some(clean) => {
                    world.foreign.retain(|path, _| !clean.contains_key(path));
                    let expected = clean.into_iter().chain(world.foreign.clone()).collect();
                    assert_same(&expected, &site.tree(), "");
                }
            }
        }
        if !site.refused() {
            site.build().rendered([]).wrote([]).removed([]);
        }
    }
}
