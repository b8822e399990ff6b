//! What rules say of whole newsrooms, and how much they read for it.

use crate::site::Site;
use jarshy::diagnostic::{Diagnostic, Severity};
use jarshy::hash::ContentHash;
use jarshy::parse::Cache;
use jarshy::source::Sources;
use jarshy::{config, model, parse, rules, source};
use std::collections::BTreeMap;
use std::io;
use std::sync::Mutex;

#[test]
fn the_demo_newsroom_has_nothing_to_mend() {
    let site = Site::demo().build().check();
    let grave = |finding: &&Diagnostic| finding.severity > Severity::Note;
    assert_eq!(site.findings().iter().filter(grave).count(), 0, "{:#?}", site.found());
}

/// Texts, and how often each was read.
struct Counted<'a>(&'a Sources, Mutex<BTreeMap<String, usize>>);

impl rules::Texts for Counted<'_> {
    fn bytes(&self, file: &str) -> io::Result<Vec<u8>> {
        *self.1.lock().unwrap().entry(file.to_owned()).or_default() += 1;
        self.0.read(file)
    }
}

/// What the rules find in a newsroom, and how often they read each text.
fn counted(site: &Site) -> (Vec<Diagnostic>, BTreeMap<String, usize>) {
    let mut findings = Vec::new();
    let sources = source::discover(site.root()).unwrap().value;
    let config = config::read(&sources, &mut findings).unwrap().unwrap();
    let cache = Cache::from_bytes(Vec::new(), ContentHash::none());
    let readings = parse::read(&sources, &config, &cache).unwrap();
    let parsed = parse::parse(&sources, &config, readings, &mut findings).unwrap();
    let documents = parsed.documents.clone();
    let newsroom = model::assemble(parsed, &config, &mut findings);
    assert_eq!(findings, []);
    let counted = Counted(&sources, Mutex::default());
    let found = rules::check(&newsroom, &documents, &counted, &config).unwrap();
    (found, counted.1.into_inner().unwrap())
}

#[test]
fn every_text_is_read_once() {
    let mut site = Site::plain();
    for number in 0..2000 {
        let id = format!("2024-10-18-release-{number}");
        let front = |title: &str, fact: &str| format!("title: {title} {number}\n{fact}");
        site = site.release(&id, "kk", &front("Хабар", "date: 2024-10-18"), &format!("Жиынға {number} адам келді."));
        site =
            site.release(&id, "ru", &front("Новость", "summary: а"), &format!("На встречу пришли {number} человек."));
    }
    let (found, read) = counted(&site);
    assert_eq!(read.len(), 4000);
    assert!(read.values().all(|times| *times == 1));
    let codes: BTreeMap<&str, usize> = found.iter().fold(BTreeMap::new(), |mut codes, finding| {
        *codes.entry(finding.code.word()).or_default() += 1;
        codes
    });
    assert_eq!(codes.get("missing-translation"), Some(&2000), "{codes:?}");
    assert_eq!(codes.get("number-mismatch"), None);
}

#[test]
fn what_is_found_does_not_hang_on_the_order_of_work() {
    let site = Site::demo();
    let sorted = |site: &Site| {
        let mut found = counted(site).0;
        found.sort_by(|one, other| (&one.place, one.code, &one.args).cmp(&(&other.place, other.code, &other.args)));
        found
    };
    assert_eq!(sorted(&site), sorted(&site));
}

/// The codes found in a newsroom of Russian and Kazakh texts, with what they name.
fn told(site: Site, code: &str) -> Vec<Vec<String>> {
    let site = site.check();
    let of_code = site.findings().iter().filter(|finding| finding.code.word() == code);
    of_code.map(|finding| finding.args.iter().map(|(_, value)| value.clone()).collect()).collect()
}

#[test]
fn a_thousand_equal_texts_are_each_told_once() {
    let body = "Делегаты собрались утром и говорили о дружбе до самого вечера. ".repeat(8);
    let site = (0..1000).fold(Site::plain(), |site, number| {
        site.release(&format!("a-{number:04}"), "ru", &format!("title: Т{number}\ndate: 2024-10-18"), &body)
    });
    let told = told(site, "near-duplicate");
    assert_eq!(told.len(), 999);
    assert!(told.iter().all(|args| args[0] == "100"), "{told:?}");
}

#[test]
fn a_number_is_told_with_both_places() {
    let site =
        Site::plain().release("a", "ru", "title: Т\ndate: 2024-10-18\noriginal_language: ru", "Пришли 55 000 человек.");
    let site = site.release("a", "kk", "title: Т", "5 500 адам келді.").check();
    let finding = site.findings().iter().find(|finding| finding.code.word() == "number-mismatch").unwrap();
    let file = |path: &str| std::fs::read_to_string(site.root().join(path)).unwrap();
    let place = |place: &jarshy::diagnostic::Place| {
        file(&place.file)[place.span.start as usize..place.span.end as usize].to_owned()
    };
    assert_eq!((place(&finding.place).as_str(), place(&finding.also[0]).as_str()), ("5 500", "55 000"));
}

#[test]
fn a_draft_lacks_no_translation() {
    let site = Site::plain().release("a", "ru", "title: Т\ndate: 2024-10-18\ndraft: true", "а");
    assert_eq!(told(site, "missing-translation"), [[""; 0]; 0]);
}

#[test]
fn a_file_that_anything_uses_is_not_unused() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 9\"/>";
    let mut site = Site::plain();
    for name in ["lead", "gallery", "text", "link", "nobody"] {
        site = site.file(&format!("content/releases/a/{name}.svg"), svg);
    }
    let front =
        "title: Т\ndate: 2024-10-18\nimage: {file: lead.svg, alt: Зал}\ngallery: [{file: gallery.svg, alt: Зал}]";
    let site = site.release("a", "ru", front, "![Зал](text.svg) [план зала](link.svg)");
    assert_eq!(told(site, "unused-image"), [["nobody.svg"]]);
}

#[test]
fn a_fragment_is_sought_in_the_page_that_the_reader_gets() {
    let site = Site::plain().release("a", "ru", "title: Т\ndate: 2024-10-18", "## Итоги");
    let site = site.release("a", "kk", "title: Т", "## Қорытынды");
    let link = "[итоги](a#итоги), [они же](../a/ru.md#%D0%B8%D1%82%D0%BE%D0%B3%D0%B8)";
    let site = site.release("b", "ru", "title: Б\ndate: 2024-10-18", link);
    let site = site.release("b", "kk", "title: Б", link);
    assert_eq!(told(site, "missing-fragment"), [["итоги", "none"], ["итоги", "none"]]);
}
