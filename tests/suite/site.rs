//! A newsroom in a temporary folder, edited and built step by step.

use crate::xml::Element;
use jarshy::commands::history;
use jarshy::diagnostic::Diagnostic;
use jarshy::external::{self, Web};
use jarshy::location::BaseUrl;
use jarshy::pipeline::{self, Built, Order, Outcome, Unwatched};
use jarshy::plan::{self, Audience, Known, Plan};
use jarshy::report::{self, Colour, Texts, UiLanguage};
use jarshy::source::{self, Sources};
use jarshy::{config, model, parse, theme};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The folders of the demo's languages, in the order of the switcher.
pub const DEMO_LANGUAGES: [&str; 5] = ["kk", "kk-latn", "kk-arab", "ru", "en"];

/// The tag of the language whose folder a path begins with.
pub fn tag(path: &str) -> String {
    let folder = path.split('/').next().unwrap();
    jarshy::language::Language::parse(folder).unwrap_or_else(|| panic!("{path}")).to_string()
}

/// The output as a tree: path to bytes.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// A newsroom with its output.
pub struct Site {
    /// Removed with the site.
    _folder: TempDir,
    order: Order,
    outcome: Option<Outcome>,
}

impl Site {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let order = Order {
            root: folder.path().to_path_buf(),
            out: folder.path().join("public"),
            now: "2026-01-01T00:00:00Z".parse().unwrap(),
            base_url: None,
            audience: Audience::Public,
        };
        Self { _folder: folder, order, outcome: None }
    }

    /// Settings for Kazakh, Russian and English, the default theme, and no content.
    pub fn empty() -> Self {
        let site = Self::new().file(
            "content/site.yaml",
            "base_url: https://assembly.example\nlanguages: [kk, ru, en]\ntime_zone: Asia/Almaty\n\
             authority: assembly.example,2024\nidentity:\n  kk: {name: Ассамблея, description: Жаңалықтар}\n  \
             ru: {name: Ассамблея народа, description: Новости}\n  en: {name: Assembly, description: News}\n",
        );
        let site = site.file(
            "content/regions.yaml",
            "qostanai:\n  iso: KZ-39\n  names: {kk: Қостанай облысы, ru: Костанайская область, en: Kostanay Region}\n\
             zhambyl:\n  iso: KZ-31\n  names: {kk: Жамбыл облысы, ru: Жамбылская область, en: Zhambyl Region}\n",
        );
        copy(&project().join("themes"), &site.root().join("themes"));
        site
    }

    /// The demo newsroom of this repository.
    pub fn demo() -> Self {
        let site = Self::new();
        copy(&project().join("themes"), &site.root().join("themes"));
        copy(&project().join("content"), &site.root().join("content"));
        site.at("2026-11-22T12:00:00Z")
    }

    /// The folder that holds `content/` and `themes/`.
    pub fn root(&self) -> &Path {
        &self.order.root
    }

    /// What the next build is told.
    pub fn order(&self) -> Order {
        self.order.clone()
    }

    /// The folder of the site.
    pub fn out(&self) -> &Path {
        &self.order.out
    }

    /// Writes a file of input.
    pub fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.root().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    /// Writes one language of a release: `front` without the lines of hyphens.
    pub fn release(self, id: &str, language: &str, front: &str, body: &str) -> Self {
        self.file(&format!("content/releases/{id}/{language}.md"), format!("---\n{front}\n---\n{body}\n"))
    }

    /// Replaces a text in a file of content, which must hold it.
    #[track_caller]
    pub fn edit(self, path: &str, from: &str, to: &str) -> Self {
        let file = self.root().join("content").join(path);
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "{path} does not hold {from:?}");
        std::fs::write(file, text.replace(from, to)).unwrap();
        self
    }

    /// Removes a file or folder of input.
    pub fn remove(self, path: &str) -> Self {
        let path = self.root().join(path);
        if path.is_dir() {
            std::fs::remove_dir_all(path).unwrap()
        } else {
            std::fs::remove_file(path).unwrap()
        }
        self
    }

    /// Commits the input as it is, in a repository of its own, at a moment.
    pub fn commit(self, at: &str) -> Self {
        let git = |arguments: &[&str]| {
            let mut git = std::process::Command::new("git");
            git.current_dir(self.root()).args(["-c", "core.hooksPath=/dev/null", "-c", "init.defaultBranch=main"]);
            git.args(["-c", "user.name=editor", "-c", "user.email=editor@assembly.example"]).args(arguments);
            let git = git.env("GIT_AUTHOR_DATE", at).env("GIT_COMMITTER_DATE", at).output().unwrap();
            assert!(git.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&git.stderr));
        };
        git(&["init", "--quiet"]);
        git(&["add", "content"]);
        git(&["commit", "--quiet", "--allow-empty", "--message", "Release"]);
        self
    }

    /// Sets the moment of the next builds.
    pub fn at(mut self, now: &str) -> Self {
        self.order.now = now.parse().unwrap();
        self
    }

    /// Builds for editors from now on.
    pub fn with_drafts(mut self) -> Self {
        self.order.audience = Audience::Editors;
        self
    }

    /// Sets where the site will stand.
    pub fn under(mut self, base_url: &str) -> Self {
        self.order.base_url = BaseUrl::parse(base_url);
        self
    }

    /// Builds into another folder from now on.
    pub fn into_folder(mut self, out: PathBuf) -> Self {
        self.order.out = out;
        self
    }

    /// Builds; the content may have errors.
    pub fn try_build(mut self) -> Self {
        self.outcome = Some(pipeline::build(&self.order, &Unwatched).unwrap());
        self
    }

    /// Looks for mistakes after a build; what was built stays.
    pub fn check(self) -> Self {
        self.look(None)
    }

    /// The same with what other sites answer.
    pub fn check_with(self, web: &dyn Web) -> Self {
        self.look(Some(web))
    }

    fn look(mut self, web: Option<&dyn Web>) -> Self {
        let mut checkup = pipeline::check(&self.order, &Unwatched).unwrap();
        if let Some(config) = checkup.config.clone() {
            checkup.add(history::silent_changes(self.root(), &checkup.sources, &config, self.order.now));
        }
        if let Some(web) = web {
            let memory = self.root().join(".jarshy/links");
            checkup.add(external::check(&checkup.documents, &memory, self.order.now, web));
        }
        let built = self.outcome.take().and_then(|outcome| outcome.built);
        self.outcome = Some(Outcome { sources: checkup.sources, findings: checkup.findings, built });
        self
    }

    /// Builds; the content has no errors.
    #[track_caller]
    pub fn build(self) -> Self {
        let site = self.try_build();
        assert!(site.outcome().built.is_some(), "refused: {:#?}", site.found());
        site
    }

    #[track_caller]
    fn outcome(&self) -> &Outcome {
        self.outcome.as_ref().expect("build first")
    }

    /// What the last build did.
    #[track_caller]
    pub fn built(&self) -> &Built {
        self.outcome().built.as_ref().expect("a build that was not refused")
    }

    /// Whether the last build was refused.
    #[track_caller]
    pub fn refused(&self) -> bool {
        self.outcome().built.is_none()
    }

    /// What the last build found.
    #[track_caller]
    pub fn findings(&self) -> &[Diagnostic] {
        &self.outcome().findings
    }

    /// What the last build found, a line each: `code path:byte-range args`.
    #[track_caller]
    pub fn found(&self) -> Vec<String> {
        let line = |finding: &Diagnostic| {
            let span = finding.place.span;
            format!("{} {}:{}-{} {:?}", finding.code.word(), finding.place.file, span.start, span.end, finding.args)
        };
        self.findings().iter().map(line).collect()
    }

    /// The words of the codes that the last build found.
    #[track_caller]
    pub fn codes(&self) -> Vec<&'static str> {
        self.findings().iter().map(|finding| finding.code.word()).collect()
    }

    /// Asserts which targets the last build rendered.
    #[track_caller]
    pub fn rendered<const N: usize>(self, expected: [&str; N]) -> Self {
        let rendered: Vec<&str> = self.built().rendered.iter().map(|path| path.as_str()).collect();
        assert_eq!(rendered, expected);
        self
    }

    /// The plan of the next build.
    pub fn plan(&self) -> Plan {
        let Order { root, now, audience, .. } = self.order();
        let found = &mut Vec::new();
        let sources = source::discover(&root).unwrap().into_value(found);
        let config = config::read(&sources, found).unwrap().unwrap();
        let readings = parse::read(&sources, &config, &parse::Cache::default()).unwrap();
        let parsed = parse::parse(&sources, &config, readings, found).unwrap();
        let newsroom = model::assemble(parsed, &config, found);
        let theme = theme::load(&sources, &config, found).unwrap().unwrap();
        plan::plan(newsroom.into(), theme.into(), config.into(), now, audience, Known::default(), found)
    }

    /// The output.
    pub fn tree(&self) -> Tree {
        tree(&self.order.out)
    }

    /// What an editor wrote, and whatever else lies there but the output and the state.
    pub fn input(&self) -> Tree {
        let mut input = tree(self.root());
        input.retain(|path, _| !path.starts_with("public/") && !path.starts_with(".jarshy/"));
        input
    }

    /// A file of the output as text.
    #[track_caller]
    pub fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.order.out.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// A page of the output as a document.
    #[track_caller]
    pub fn page(&self, path: &str) -> scraper::Html {
        scraper::Html::parse_document(&self.text(path))
    }

    /// The golden newsroom.
    pub fn golden() -> Self {
        let site = Self::new();
        copy(&newsroom().join("themes"), &site.root().join("themes"));
        copy(&newsroom().join("content"), &site.root().join("content"));
        site.at("2026-01-01T12:00:00+05:00")
    }

    /// [`Site::empty`] with the bare theme of the golden newsroom, which builds fast.
    pub fn plain() -> Self {
        let site = Self::empty().remove("themes/default").edit("site.yaml", "time_zone", "theme: plain\ntime_zone");
        copy(&newsroom().join("themes"), &site.root().join("themes"));
        site
    }

    /// Builds for the public again.
    pub fn without_drafts(mut self) -> Self {
        self.order.audience = Audience::Public;
        self
    }

    /// The same newsroom, root and output, in the folder that it was moved to.
    pub fn moved_to(mut self, root: PathBuf) -> Self {
        self.order.out = root.join("public");
        self.order.root = root;
        self
    }

    /// Asserts which files the last build wrote.
    #[track_caller]
    pub fn wrote<const N: usize>(self, expected: [&str; N]) -> Self {
        let written: Vec<&str> = self.built().files.written.iter().map(|path| path.as_str()).collect();
        assert_eq!(written, expected);
        self
    }

    /// Asserts which files the last build removed.
    #[track_caller]
    pub fn removed<const N: usize>(self, expected: [&str; N]) -> Self {
        let removed: Vec<&str> = self.built().files.removed.iter().map(|path| path.as_str()).collect();
        assert_eq!(removed, expected);
        self
    }

    /// The output that a copy of the input makes, of which nothing is remembered; nothing when it has errors.
    pub fn fresh(&self) -> Option<Tree> {
        self.anew().1
    }

    /// What a clean build of the input tells.
    pub fn fresh_outcome(&self) -> Outcome {
        self.anew().0
    }

    fn anew(&self) -> (Outcome, Option<Tree>) {
        let folder = tempfile::tempdir().unwrap();
        for input in ["content", "themes"] {
            copy(&self.root().join(input), &folder.path().join(input));
        }
        let (root, out) = (folder.path().to_path_buf(), folder.path().join("public"));
        let order = Order { root, out, ..self.order.clone() };
        let outcome = pipeline::build(&order, &Unwatched).unwrap();
        let tree = outcome.built.as_ref().map(|_| tree(&folder.path().join("public")));
        (outcome, tree)
    }

    /// The paths of the output.
    pub fn paths(&self) -> BTreeSet<String> {
        self.tree().into_keys().collect()
    }

    /// The HTML files of the output, those that lead elsewhere among them.
    pub fn pages(&self) -> BTreeMap<String, scraper::Html> {
        let html = self.paths().into_iter().filter(|path| path.ends_with(".html"));
        html.map(|path| (path.clone(), self.page(&path))).collect()
    }

    /// An XML file of the output as a tree.
    #[track_caller]
    pub fn xml(&self, path: &str) -> Element {
        Element::parse(&self.text(path))
    }

    /// Makes a symbolic link.
    pub fn link(self, path: &str, target: &str) -> Self {
        let path = self.root().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(target, path).unwrap();
        #[cfg(not(unix))]
        panic!("no symbolic links here: {} to {target}", path.display());
        self
    }

    /// Builds, which the disk refuses; what is said of it.
    #[track_caller]
    pub fn refusal(&self) -> String {
        pipeline::build(&self.order, &Unwatched).unwrap_err().to_string()
    }

    /// What the last build found, as a person reads it who speaks this language.
    #[track_caller]
    pub fn report(&self, ui: UiLanguage) -> String {
        let report = report::for_people(self.findings(), &Quoted(&self.outcome().sources), ui, Colour::Plain);
        report + &report::summary(self.findings(), ui) + "\n"
    }
}

struct Quoted<'a>(&'a Sources);

impl Texts for Quoted<'_> {
    fn text(&self, file: &str) -> Option<String> {
        self.0.quote(file)
    }
}

/// The folder of this repository.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The texts of the elements that a selector finds.
pub fn texts(page: &scraper::Html, selector: &str) -> Vec<String> {
    let selector = scraper::Selector::parse(selector).unwrap();
    let text = |element: scraper::ElementRef<'_>| {
        element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    page.select(&selector).map(text).collect()
}

/// The values of an attribute on the elements that a selector finds.
pub fn attributes(page: &scraper::Html, selector: &str, attribute: &str) -> Vec<String> {
    let selector = scraper::Selector::parse(selector).unwrap();
    page.select(&selector).filter_map(|element| element.attr(attribute).map(str::to_owned)).collect()
}

/// A folder as a tree.
pub fn tree(folder: &Path) -> Tree {
    let files =
        walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let path =
        |entry: &walkdir::DirEntry| entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
    files.map(|entry| (path(&entry), std::fs::read(entry.path()).unwrap())).collect()
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        let path = to.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

/// How the files below a folder lie on disk: path to the time of the last change and, where there is one, the inode.
pub fn stamps(folder: &Path) -> BTreeMap<String, (std::time::SystemTime, u64)> {
    let stamp = |path: &String| {
        let metadata = std::fs::metadata(folder.join(path)).unwrap();
        #[cfg(unix)]
        let inode = std::os::unix::fs::MetadataExt::ino(&metadata);
        #[cfg(not(unix))]
        let inode = 0;
        (metadata.modified().unwrap(), inode)
    };
    tree(folder).into_keys().map(|path| (path.clone(), stamp(&path))).collect()
}

/// The golden newsroom: `content`, `themes` and what is `expected` of them.
pub fn newsroom() -> PathBuf {
    project().join("tests/newsroom")
}

/// Asserts that two trees are the same, file by file; of a text that differs the first difference is shown.
#[track_caller]
pub fn assert_same(expected: &Tree, made: &Tree, hint: &str) {
    let paths: std::collections::BTreeSet<&String> = expected.keys().chain(made.keys()).collect();
    let difference = |path: &&String| match (expected.get(*path), made.get(*path)) {
        (Some(expected), Some(made)) if expected == made => None,
        (Some(expected), Some(made)) => Some(format!("--- {path}\n+++ {path}\n{}", first_difference(expected, made))),
        (Some(_), None) => Some(format!("missing: {path}\n")),
        (None, _) => Some(format!("extra: {path}\n")),
    };
    let differences: String = paths.iter().filter_map(difference).collect();
    assert!(differences.is_empty(), "the trees differ{hint}:\n{differences}");
}

/// Like a hunk of a unified diff: three lines that are the same, then up to three of each side.
fn first_difference(expected: &[u8], made: &[u8]) -> String {
    let (Ok(expected), Ok(made)) = (std::str::from_utf8(expected), std::str::from_utf8(made)) else {
        return format!("{} bytes are expected, {} were made\n", expected.len(), made.len());
    };
    let (expected, made): (Vec<&str>, Vec<&str>) = (expected.split('\n').collect(), made.split('\n').collect());
    let same = expected.iter().zip(&made).take_while(|(one, other)| one == other).count();
    let lines = |sign: char, lines: &[&str], from: usize| -> String {
        lines.iter().skip(from).take(3).map(|line| format!("{sign}{line}\n")).collect()
    };
    let context = lines(' ', &expected[..same], same.saturating_sub(3));
    format!("@@ line {} @@\n{context}{}{}", same + 1, lines('-', &expected, same), lines('+', &made, same))
}
