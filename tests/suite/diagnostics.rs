//! Every kind of finding has a page in `tests/diagnostics/`: what is found, the files that show it, and the whole report.
//!
//! A page is Markdown. A fenced block whose info string has a path is a file of a newsroom that is otherwise
//! [`Site::empty`]; a second `##` heading begins another newsroom. Behind the path may stand `escaped` (`\xD1` is a byte)
//! or `added` (to the end of the file that is there); a block of the kind `link` is a symbolic link, one of the kind
//! `gone` takes the file away, one of the kind `web` is what other sites answer, and `commit` commits all that is there, at
//! a moment. The blocks `report`, `ru` and `kk` are what the program must say.

use crate::site::{Site, project, tree};
use jarshy::diagnostic::{Code, Severity};
use jarshy::external::{Failure, Method, Reply, Web};
use jarshy::report::{UiLanguage, sentence};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Set, the pages are rewritten as the program speaks now.
const BLESS: &str = "JARSHY_BLESS";

#[test]
fn every_code_has_a_page() {
    let pages: BTreeSet<String> = pages().into_iter().map(|page| page.word).collect();
    let codes: BTreeSet<String> = Code::ALL.iter().map(|code| code.word().to_owned()).collect();
    assert_eq!(pages, codes);
}

#[test]
fn every_finding_is_reported_as_its_page_says() {
    let wrong: Vec<String> = pages().par_iter().flat_map(Page::check).collect();
    assert!(wrong.is_empty(), "{}\n{BLESS}=1 rewrites what the pages expect; look at every change.", wrong.join("\n"));
}

fn pages() -> Vec<Page> {
    let files = std::fs::read_dir(project().join("tests/diagnostics")).unwrap();
    files.map(|file| Page::read(file.unwrap().path())).collect()
}

/// A page: the lines of its text, and the newsrooms among them.
struct Page {
    path: PathBuf,
    word: String,
    parts: Vec<Part>,
}

/// A piece of a page.
enum Part {
    /// Lines that say nothing to the test.
    Prose(String),
    /// A heading, at which another newsroom begins.
    Heading(String),
    /// A fenced block.
    Block { fence: String, kind: String, info: Vec<String>, text: String },
}

impl Page {
    fn read(path: PathBuf) -> Self {
        let word = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let mut parts = Vec::new();
        let mut lines = text.split_inclusive('\n');
        while let Some(line) = lines.next() {
            let info = line.trim_start_matches('`');
            let fence = "`".repeat(line.len() - info.len());
            parts.push(if fence.len() >= 3 {
                let mut info = info.split_whitespace().map(str::to_owned);
                let kind = info.next().unwrap();
                let text = lines.by_ref().take_while(|line| line.trim_end() != fence).collect();
                Part::Block { fence, kind, info: info.collect(), text }
            } else if line.starts_with("## ") {
                Part::Heading(line.to_owned())
            } else {
                Part::Prose(line.to_owned())
            });
        }
        Self { path, word, parts }
    }

    /// What is wrong with the page, or with the program.
    fn check(&self) -> Vec<String> {
        if cfg!(not(target_os = "linux")) && ["symlink-outside", "name-clash"].contains(&self.word.as_str()) {
            return Vec::new(); // Not every disk can hold what these show.
        }
        let (mut rewritten, mut wrong) = (String::new(), Vec::new());
        for newsroom in self.newsrooms() {
            let site = built(&self.word, newsroom);
            wrong.extend(self.oddity(&site).map(|what| format!("{}: {what}: {:#?}", self.word, site.found())));
            rewritten.extend(newsroom.iter().map(|part| part.saying(&site)));
        }
        if std::env::var_os(BLESS).is_some() {
            std::fs::write(&self.path, &rewritten).unwrap();
        }
        wrong.extend(self.difference(&rewritten));
        wrong
    }

    /// One mistake is one kind of finding, and none that follows from it; errors write nothing, the rest refuses nothing.
    fn oddity(&self, site: &Site) -> Option<&'static str> {
        let refused = site.findings().iter().any(|finding| finding.severity == Severity::Error);
        let written = site.out().exists() && !tree(site.out()).is_empty();
        if site.codes().is_empty() || site.codes().iter().any(|code| *code != self.word) {
            Some("finds something else")
        } else if refused && written {
            Some("writes in spite of an error")
        } else {
            (!refused && !written).then_some("is refused without an error")
        }
    }

    fn difference(&self, rewritten: &str) -> Option<String> {
        let text = std::fs::read_to_string(&self.path).unwrap();
        let same = text.lines().zip(rewritten.lines()).take_while(|(one, other)| one == other).count();
        let from = |text: &str| text.lines().skip(same).take(25).collect::<Vec<_>>().join("\n");
        let message = format!("{}:{}\n{}\n", self.path.display(), same + 1, from(&text));
        (text != rewritten).then(|| format!("{message}=== but the program says ===\n{}\n", from(rewritten)))
    }

    fn newsrooms(&self) -> impl Iterator<Item = &[Part]> {
        let ends = self.parts.iter().skip(1).enumerate().filter(|(_, part)| matches!(part, Part::Heading(_)));
        let ends = ends.map(|(before, _)| before + 1).chain([self.parts.len()]);
        ends.scan(0, |start, end| Some(&self.parts[std::mem::replace(start, end)..end]))
    }
}

impl Part {
    /// The part as the page should have it.
    fn saying(&self, site: &Site) -> String {
        match self {
            Self::Prose(line) | Self::Heading(line) => line.clone(),
            Self::Block { fence, kind, info, text } => {
                let first = |ui| site.findings().first().map_or_else(String::new, |first| sentence(first, ui).0 + "\n");
                let text = match info[0].as_str() {
                    "report" => site.report(UiLanguage::En),
                    "ru" => first(UiLanguage::Ru),
                    "kk" => first(UiLanguage::Kk),
                    _ => text.clone(),
                };
                format!("{fence}{kind} {}\n{text}{fence}\n", info.join(" "))
            }
        }
    }
}

/// The newsroom of some parts, built, and checked when a build finds nothing.
fn built(word: &str, parts: &[Part]) -> Site {
    let files = parts.iter().filter_map(|part| match part {
        Part::Block { kind, info, text, .. } if info[0].contains('/') || kind == "commit" => Some((kind, info, text)),
        _ => None,
    });
    // Nothing is translated, and of no translation is known what it was made from, unless a page is about that.
    let silent = ["missing-translation", "translation-unverified"].into_iter().filter(|rule| *rule != word);
    let silent = silent.map(|rule| format!("{rule}: off")).collect::<Vec<_>>().join(", ");
    let site = Site::empty().edit("site.yaml", "identity:", &format!("rules: {{{silent}}}\nidentity:"));
    let site = files.fold(site, |site, (kind, info, text)| place(site, kind, info, text)).try_build();
    let answers = parts.iter().find_map(|part| match part {
        Part::Block { kind, text, .. } if kind == "web" => Some(text),
        _ => None,
    });
    // What refuses no build and is no slip of the pen in a header, only a check tells.
    match answers {
        Some(answers) => site.check_with(&Answers(answers)),
        None if site.codes().is_empty() => site.check(),
        None => site,
    }
}

/// A web of a few addresses, a line each: what is asked for, the status, where else to ask. There is no other.
struct Answers<'a>(&'a str);

impl Web for Answers<'_> {
    fn ask(&self, _: Method, url: &url::Url) -> Result<Reply, Failure> {
        let mut lines = self.0.lines().map(|line| line.split(' ').collect::<Vec<_>>());
        let line = lines.find(|line| line[0] == url.as_str()).ok_or(Failure::Host)?;
        Ok(Reply { status: line[1].parse().unwrap(), location: line.get(2).map(|to| (*to).to_owned()) })
    }
}

/// Puts the file of a block into a newsroom.
fn place(site: Site, kind: &str, info: &[String], text: &str) -> Site {
    let path = &info[0];
    match (kind, info.get(1).map(String::as_str)) {
        ("gone", _) => site.remove(path),
        ("commit", _) => site.commit(path),
        ("link", _) => site.link(path, text.trim_end()),
        (_, Some("escaped")) => site.file(path, unescaped(text)),
        (_, Some("added")) => {
            let before = std::fs::read_to_string(site.root().join(path)).unwrap();
            site.file(path, before + text)
        }
        _ => site.file(path, text),
    }
}

/// The text with `\xD1` as the byte that it names.
fn unescaped(text: &str) -> Vec<u8> {
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend(part[2..].bytes());
    }
    bytes
}
