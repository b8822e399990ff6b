//! What the inner steps of a build cost, each by itself, on the newsroom of the benchmark: `cargo bench`.
//!
//! The disk takes no part but in `parse` and in the bodies of `render`: set TMPDIR to a memory file system for these.

#[allow(dead_code)]
mod newsroom;

use divan::{Bencher, counter::BytesCount, counter::ItemsCount};
use jarshy::config::{self, Config};
use jarshy::hash::ContentHash;
use jarshy::language::Language;
use jarshy::manifest::{Entry, Manifest};
use jarshy::markdown::{self, Addresses, Parts, Refs, Setting, Words};
use jarshy::model::{self, Newsroom};
use jarshy::parse::{self, Cache, Parsed};
use jarshy::pipeline::{Order, Session, Unwatched};
use jarshy::plan::{self, Audience, Known, Plan, Target};
use jarshy::render::Renderer;
use jarshy::source::{self, Sources, Stamp};
use jarshy::theme::{self, Theme};
use jarshy::yaml::{self, Text};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, OnceLock};
use tempfile::TempDir;

fn main() {
    divan::main();
}

/// A newsroom on disk, read so far as the steps before the one in question read it.
struct Desk {
    folder: TempDir,
    sources: Sources,
    config: Arc<Config>,
    parsed: Parsed,
    newsroom: Arc<Newsroom>,
    theme: Arc<Theme>,
}

impl Desk {
    fn new(releases: usize) -> io::Result<Self> {
        let folder = tempfile::tempdir()?;
        let written = newsroom::Newsroom::new(releases);
        newsroom::write(&written, newsroom::Program::Jarshy, folder.path())?;
        let findings = &mut Vec::new();
        let missing = || io::Error::other("the newsroom of the benchmark is broken");
        let sources = source::discover(folder.path())?.into_value(findings);
        let config = config::read(&sources, findings)?.ok_or_else(missing)?;
        let parsed = read(&sources, &config)?;
        let newsroom = Arc::new(model::assemble(parsed.clone(), &config, findings));
        let theme = theme::load(&sources, &config, findings)?.ok_or_else(missing)?;
        Ok(Self { folder, sources, config: config.into(), parsed, newsroom, theme: theme.into() })
    }

    fn of_1000() -> &'static Self {
        static DESK: OnceLock<Desk> = OnceLock::new();
        DESK.get_or_init(|| Self::new(1_000).expect("a newsroom"))
    }

    fn of_10000() -> &'static Self {
        static DESK: OnceLock<Desk> = OnceLock::new();
        DESK.get_or_init(|| Self::new(10_000).expect("a newsroom"))
    }

    fn plan(&self) -> Plan {
        plan::plan(
            self.newsroom.clone(),
            self.theme.clone(),
            self.config.clone(),
            now(),
            Audience::Public,
            Known::default(),
            &mut Vec::new(),
        )
    }

    /// A manifest of a site that is as planned.
    fn manifest(&self) -> Manifest {
        let entry = |fingerprint| Entry { fingerprint, content: ContentHash::of(b""), stamp: Stamp::default() };
        let plan = self.plan();
        let entries = plan
            .entries
            .iter()
            .map(|planned| (planned.path.clone(), entry(plan.fingerprint(&planned.target).expect("a target"))));
        Manifest { entries: entries.collect(), ..Manifest::default() }
    }

    /// A release in Kazakh: its front matter and its text.
    fn text(&self) -> (Arc<str>, String, String) {
        let files = self.sources.below("content/releases/");
        let file = files.into_iter().find(|file| file.ends_with("/kk.md")).expect("a text").clone();
        let text = String::from_utf8(self.sources.read(&file).expect("a file")).expect("UTF-8");
        let (front, body) = text.trim_start_matches("---\n").split_once("---\n").expect("front matter");
        (file, front.to_owned(), body.to_owned())
    }
}

fn read(sources: &Sources, config: &Config) -> io::Result<Parsed> {
    let key = ContentHash::of(b"none");
    let cache = Cache::from_bytes(Vec::new(), key);
    let readings = parse::read(sources, config, &cache)?;
    parse::parse(sources, config, readings, &mut Vec::new())
}

fn now() -> Timestamp {
    Timestamp::constant(1_782_864_000, 0)
}

#[divan::bench]
fn front_matter(bencher: Bencher<'_, '_>) {
    let (file, front, _) = Desk::of_1000().text();
    bencher
        .counter(BytesCount::of_str(&*front))
        .bench(|| yaml::read(&Text::front_matter(&file, &front, 4, &["title"]), &mut Vec::new()));
}

#[divan::bench]
fn markdown_survey(bencher: Bencher<'_, '_>) {
    let (file, _, body) = Desk::of_1000().text();
    bencher.counter(BytesCount::of_str(&*body)).bench(|| markdown::survey(&file, &body, 400));
}

#[divan::bench]
fn markdown_render(bencher: Bencher<'_, '_>) {
    let (_, _, body) = Desk::of_1000().text();
    let (refs, words) = (Refs::default(), Words::default());
    let language = Language::parse("ru");
    let parts = language.map(|language| Parts { language, abbreviations: BTreeMap::new() });
    bencher.counter(BytesCount::of_str(&*body)).bench(|| {
        let mut html = String::new();
        let setting = Setting { typography: language, parts: parts.as_ref(), ..Setting::default() };
        markdown::render(&body, &refs, &words, setting, Addresses::Local, &mut html);
        html
    });
}

/// All files of 1,000 releases in three languages, without a cache.
#[divan::bench(sample_count = 10)]
fn parse_1000(bencher: Bencher<'_, '_>) {
    let desk = Desk::of_1000();
    bencher.counter(ItemsCount::new(3_000usize)).bench(|| read(&desk.sources, &desk.config));
}

#[divan::bench(sample_count = 10)]
fn assemble_1000(bencher: Bencher<'_, '_>) {
    let desk = Desk::of_1000();
    bencher
        .with_inputs(|| desk.parsed.clone())
        .bench_values(|parsed| model::assemble(parsed, &desk.config, &mut Vec::new()));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn plan_10000() -> usize {
    Desk::of_10000().plan().entries.len()
}

/// Nothing changed.
#[divan::bench(sample_count = 10)]
fn delta_10000(bencher: Bencher<'_, '_>) {
    let desk = Desk::of_10000();
    let (plan, manifest) = (desk.plan(), desk.manifest());
    let lie: Vec<Option<Stamp>> = manifest.entries.iter().map(|(_, entry)| Some(entry.stamp)).collect();
    bencher.bench(|| plan::delta(&plan, &manifest, &lie).kept.len());
}

#[divan::bench(sample_count = 10)]
fn manifest_to_bytes_10000(bencher: Bencher<'_, '_>) {
    let manifest = Desk::of_10000().manifest();
    bencher.bench(|| manifest.to_bytes().map(|bytes| bytes.len()));
}

#[divan::bench(sample_count = 10)]
fn manifest_from_bytes_10000(bencher: Bencher<'_, '_>) {
    let bytes = Desk::of_10000().manifest().to_bytes().expect("bytes");
    bencher.bench(|| Manifest::from_bytes(&bytes).entries.len());
}

/// One text is edited among 10,000 releases in three languages that are held in memory.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn session_10000(bencher: Bencher<'_, '_>) {
    let folder = &Desk::of_10000().folder;
    let out = tempfile::tempdir().expect("a folder");
    let order = Order {
        root: folder.path().to_path_buf(),
        out: out.path().join("site"),
        now: now(),
        base_url: None,
        audience: Audience::Public,
    };
    let (mut session, _) = Session::open(order, &Unwatched).expect("a session");
    let (file, ..) = Desk::of_10000().text();
    let mut number = 0;
    bencher
        .with_inputs(|| {
            number += 1;
            let path = folder.path().join(&*file);
            let text = std::fs::read_to_string(&path).expect("a text");
            std::fs::write(path, format!("{text}Толықтыру {number}.\n")).expect("a text");
        })
        .bench_local_values(|()| {
            let outcome = session.rebuild(&[&file], now(), &Unwatched).expect("a build");
            assert!(outcome.built.is_some_and(|built| !built.files.written.is_empty()));
        });
}

#[divan::bench]
fn render_release(bencher: Bencher<'_, '_>) {
    rendered(bencher, |target| matches!(target, Target::Release(..)));
}

#[divan::bench]
fn render_list(bencher: Bencher<'_, '_>) {
    rendered(bencher, |target| matches!(target, Target::List(..)));
}

#[divan::bench]
fn render_feed(bencher: Bencher<'_, '_>) {
    rendered(bencher, |target| matches!(target, Target::Feed(..)));
}

fn rendered(bencher: Bencher<'_, '_>, of: fn(&Target) -> bool) {
    let desk = Desk::of_1000();
    let plan = desk.plan();
    let planned = plan.entries.iter().find(|planned| of(&planned.target)).expect("a target");
    bencher.bench(|| {
        let (view, _) = plan.view(&planned.target)?;
        // A renderer of its own, so that nothing that is rendered once is known already.
        let artifact = Renderer::new(&desk.theme, &desk.sources).render(&view, &planned.path);
        artifact.map(|artifact| artifact.bytes.len()).ok()
    });
}
