//! How well the rules about wording tell wrong from right, measured: `tests/precision/`.
//!
//! `good/LANG/NAME.md` is a whole file of content in good prose, in which no rule that is measured may find anything; it
//! is read as a release of its own. The demo newsroom and the first releases of the benchmark count as good, too.
//!
//! `wrong/CODE.md` is what the rule of that code is for. A fenced block is a text, its info string the language; `⟦` and
//! `⟧` stand around each place that the rule must mark, exactly so, and a block without them is a near miss, in which it
//! must find nothing. A block that begins with `---` brings its own front matter, every other gets a title and a date. A
//! block `fixed` says what the text before it is when the findings of that rule have mended it, again and again until
//! nothing more is mended. A block `LANG original` is what the block after it translates. Lines outside of the blocks are
//! for people.
//!
//! The figures stand in the documentation of each code that has a page in `wrong/`, and the test fails when they differ.

use crate::newsroom::{self, Newsroom, Program};
use crate::site::{Site, project, tree};
use jarshy::diagnostic::{Diagnostic, Severity};
use jarshy::rules;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Set, the documentation is rewritten with the figures as they are.
const BLESS: &str = "JARSHY_BLESS";
/// How many releases of the benchmark count as good; each has three languages.
const OF_BENCHMARK: usize = 20;
/// What the benchmark is no good prose for: its texts are cut to length in each language for itself, and a release may have
/// a second region by lot, so that what is found there is true.
const UNLIKE_BENCHMARK: [&str; 2] = ["number-mismatch", "region-not-mentioned"];
/// What a snippet that has none of its own gets.
const FRONT: &str = "---\ntitle: Ассамблея\ndate: 2024-10-18\n---\n";

#[test]
fn every_rule_finds_what_its_documentation_says() {
    let mut wrong = Vec::new();
    let good = Good::read();
    let mut documented = std::fs::read_to_string(documentation()).unwrap();
    println!("{:24} {:>9} {:>6} {:>9} {:>7}", "rule", "found", "false", "precision", "recall");
    let pages: Vec<Page> = pages().into_par_iter().map(|path| Page::read(&path)).collect();
    for page in &pages {
        let alarms = good.alarms(&page.code);
        println!("{}", page.figures(alarms.len()));
        wrong.extend(alarms.into_iter().map(|alarm| format!("{}: in good prose: {alarm}", page.code)));
        wrong.extend(page.wrong.iter().map(|what| format!("{}: {what}", page.code)));
        let line = page.documentation(good.texts(&page.code), good.alarms(&page.code).len());
        documented = with_figures(&documented, &page.code, &line);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    if std::env::var_os(BLESS).is_some() {
        std::fs::write(documentation(), &documented).unwrap();
    }
    let same = documented == std::fs::read_to_string(documentation()).unwrap();
    assert!(same, "the documentation of the codes has other figures; {BLESS}=1 writes them");
}

fn documentation() -> PathBuf {
    project().join("src/diagnostic/code.rs")
}

fn pages() -> Vec<PathBuf> {
    let folder = project().join("tests/precision/wrong");
    tree(&folder).into_keys().map(|name| folder.join(name)).collect()
}

/// The documentation of all codes with the figures of one.
fn with_figures(documented: &str, code: &str, figures: &str) -> String {
    let end = format!(" = \"{code}\", ");
    let mut lines: Vec<&str> = documented.lines().collect();
    let at = lines.iter().position(|line| line.contains(&end)).unwrap_or_else(|| panic!("{code} is no code"));
    if lines[at - 1].contains("/// Measured: ") {
        lines[at - 1] = figures;
    } else {
        lines.insert(at, figures);
    }
    lines.join("\n") + "\n"
}

/// What the rules find in good prose: that of `tests/precision`, the demo newsroom, the benchmark.
struct Good([Prose; 3]);

/// How many texts there are, and what is found in them by code.
struct Prose {
    texts: usize,
    findings: BTreeMap<&'static str, Vec<String>>,
}

impl Prose {
    fn of(site: Site) -> Self {
        let site = site.check();
        let content = tree(&site.root().join("content"));
        let texts = content.keys().filter(|path| path.ends_with(".md")).count();
        let mut findings = BTreeMap::<_, Vec<String>>::new();
        for (finding, line) in site.findings().iter().zip(site.found()) {
            assert_ne!(finding.severity, Severity::Error, "{line}");
            findings.entry(finding.code.word()).or_default().push(line);
        }
        Self { texts, findings }
    }
}

impl Good {
    fn read() -> Self {
        Self([written(), Site::demo(), benchmark()].map(Prose::of))
    }

    /// What is good prose for a rule.
    fn prose(&self, code: &str) -> &[Prose] {
        &self.0[..if UNLIKE_BENCHMARK.contains(&code) { 2 } else { 3 }]
    }

    fn texts(&self, code: &str) -> usize {
        self.prose(code).iter().map(|prose| prose.texts).sum()
    }

    fn alarms(&self, code: &str) -> Vec<String> {
        let findings = self.prose(code).iter().filter_map(|prose| prose.findings.get(code));
        findings.flatten().cloned().collect()
    }
}

fn written() -> Site {
    let folder = project().join("tests/precision/good");
    let texts = tree(&folder).into_iter().map(|(path, text)| {
        let (language, name) = path.trim_end_matches(".md").split_once('/').unwrap();
        (format!("content/releases/2024/{name}-{language}/{language}.md"), text)
    });
    texts.fold(Site::empty(), |site, (path, text)| site.file(&path, text))
}

fn benchmark() -> Site {
    let site = Site::empty().remove("content");
    newsroom::write(&Newsroom::new(OF_BENCHMARK), Program::named("jarshy").unwrap(), site.root()).unwrap();
    site
}

/// What a rule is for, with how well it does it.
struct Page {
    code: String,
    /// How many places it must mark.
    expected: usize,
    /// How many of them it marks.
    found: usize,
    /// How many others it marks.
    surplus: usize,
    wrong: Vec<String>,
}

/// A text that the rule is tried on.
struct Snippet {
    language: String,
    text: String,
    marked: Vec<(usize, usize)>,
    fixed: Option<String>,
    /// The language and text that it translates.
    original: Option<(String, String)>,
}

impl Page {
    fn read(path: &Path) -> Self {
        let code = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let snippets = snippets(&std::fs::read_to_string(path).unwrap());
        let mut page = Self { code, expected: 0, found: 0, surplus: 0, wrong: Vec::new() };
        let mut site = Site::empty();
        for (number, snippet) in snippets.iter().enumerate() {
            site = site.file(&file(number, &snippet.language), &snippet.text);
            if let Some((language, text)) = &snippet.original {
                site = site.file(&file(number, language), text);
            }
        }
        let site = site.check();
        for (number, snippet) in snippets.iter().enumerate() {
            let of_file = |finding: &&Diagnostic| *finding.place.file == *file(number, &snippet.language);
            let findings: Vec<_> =
                site.findings().iter().filter(of_file).filter(|f| f.code.word() == page.code).collect();
            page.compare(snippet, &findings);
        }
        page.wrong.extend(fixed(site, &snippets, &page.code));
        page
    }

    fn compare(&mut self, snippet: &Snippet, findings: &[&Diagnostic]) {
        let place = |finding: &&Diagnostic| (finding.place.span.start as usize, finding.place.span.end as usize);
        let places: Vec<_> = findings.iter().map(place).collect();
        let found = snippet.marked.iter().filter(|mark| places.contains(mark)).count();
        let surplus = places.iter().filter(|place| !snippet.marked.contains(place)).count();
        (self.expected, self.found) = (self.expected + snippet.marked.len(), self.found + found);
        self.surplus += surplus;
        if found < snippet.marked.len() || surplus > 0 {
            let told: Vec<_> = places.iter().map(|(start, end)| &snippet.text[*start..*end]).collect();
            self.wrong.push(format!("finds {told:?} in {}", snippet.text.trim_start_matches(FRONT)));
        }
    }

    /// A line of the table.
    fn figures(&self, alarms: usize) -> String {
        let told = self.found + self.surplus + alarms;
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        let (precision, recall) = (share(self.found, told), share(self.found, self.expected));
        format!(
            "{:24} {:>4}/{:<4} {:>6} {precision:>8.1}% {recall:>6.1}%",
            self.code,
            self.found,
            self.expected,
            self.surplus + alarms
        )
    }

    fn documentation(&self, texts: usize, alarms: usize) -> String {
        format!(
            "    /// Measured: {} of {} found, {} false alarms in {texts} texts.",
            self.found,
            self.expected,
            self.surplus + alarms
        )
    }
}

fn file(number: usize, language: &str) -> String {
    format!("content/releases/2024/2024-10-18-snippet-{number}/{language}.md")
}

fn snippets(page: &str) -> Vec<Snippet> {
    let mut snippets: Vec<Snippet> = Vec::new();
    let mut original = None;
    let mut lines = page.split_inclusive('\n');
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else { continue };
        let text: String = lines.by_ref().take_while(|line| line.trim_end() != "```").collect();
        let text = if text.starts_with("---\n") { text } else { format!("{FRONT}{text}") };
        match info.trim() {
            "fixed" => snippets.last_mut().unwrap().fixed = Some(text),
            info => match info.strip_suffix(" original") {
                Some(tag) => {
                    let named = text.replacen("date:", &format!("original_language: {tag}\ndate:"), 1);
                    original = Some((tag.to_owned(), named));
                }
                None => snippets.push(Snippet { original: original.take(), ..Snippet::read(info, &text) }),
            },
        }
    }
    snippets
}

impl Snippet {
    fn read(language: &str, marked: &str) -> Self {
        let (mut text, mut places, mut rest) = (String::new(), Vec::new(), marked);
        while let Some((before, after)) = rest.split_once('⟦') {
            let (inner, after) = after.split_once('⟧').unwrap();
            text.push_str(before);
            places.push((text.len(), text.len() + inner.len()));
            text.push_str(inner);
            rest = after;
        }
        text.push_str(rest);
        Self { language: language.to_owned(), text, marked: places, fixed: None, original: None }
    }
}

/// What fixing does otherwise than the snippets say.
fn fixed(mut site: Site, snippets: &[Snippet], code: &str) -> Vec<String> {
    const MOST: usize = 10;
    let text = |site: &Site, file: &str| std::fs::read_to_string(site.root().join(file)).unwrap();
    for _ in 0..MOST {
        let mut mended = 0;
        for (number, snippet) in snippets.iter().enumerate().filter(|(_, snippet)| snippet.fixed.is_some()) {
            let file = file(number, &snippet.language);
            let own = |finding: &&Diagnostic| *finding.place.file == *file && finding.code.word() == code;
            let findings: Vec<_> = site.findings().iter().filter(own).cloned().collect();
            let fixed = rules::fix(&text(&site, &file), &findings);
            mended += fixed.mended;
            site = site.file(&file, fixed.text);
        }
        if mended == 0 {
            break;
        }
        site = site.check();
    }
    let numbered = snippets.iter().enumerate();
    let compared = numbered.filter_map(|(number, snippet)| {
        let (expected, text) = (snippet.fixed.as_ref()?, text(&site, &file(number, &snippet.language)));
        (*expected != text).then(|| format!("fixing makes {:?} of {:?}", text.trim_start_matches(FRONT), snippet.text))
    });
    compared.collect()
}
