//! A theme and the themes that it stands on: what it does not hold itself is its parent's.

use crate::diagnostic::{At, Code, Diagnostic, Place, Severity};
use crate::language::slug::is_slug;
use crate::source::Sources;
use crate::yaml::{self, Text};
use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

/// Texts of a theme by their names below the folder of their kind: where each lies, and what it says.
pub type Texts = BTreeMap<String, (Arc<str>, String)>;

/// The folders of a theme and of its parents, that of the eldest first.
pub struct Lineage {
    folders: Vec<String>,
}

/// A theme, as a file names it.
struct Named {
    theme: At<String>,
    /// `theme` in site.yaml, `parent` in the theme.yaml of a child.
    key: &'static str,
    file: Arc<str>,
}

impl Lineage {
    /// The theme that site.yaml names, with its parents: each theme names its own in its theme.yaml. `None`, with findings,
    /// when one of them is missing, when they go round in a circle, or when a theme.yaml is wrong.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn read(sources: &Sources, theme: &At<String>, findings: &mut Vec<Diagnostic>) -> io::Result<Option<Self>> {
        let mut names: Vec<String> = Vec::new();
        let mut next = Some(Named { theme: theme.clone(), key: "theme", file: "content/site.yaml".into() });
        let before = findings.len();
        while let Some(named) = next {
            if let Some(fault) = missing(&named, sources).or_else(|| circle(&named, &names)) {
                findings.push(fault);
                return Ok(None);
            }
            names.push(named.theme.value);
            next = parent(names.last().map_or("", String::as_str), sources, findings)?;
            if findings[before..].iter().any(|finding| finding.severity == Severity::Error) {
                return Ok(None);
            }
        }
        Ok(Some(Self { folders: names.iter().rev().map(|name| format!("themes/{name}")).collect() }))
    }

    /// The folder of the theme itself.
    pub fn folder(&self) -> &str {
        self.folders.last().map_or("", String::as_str)
    }

    /// The files of a kind by their names: of those of one name the youngest theme's.
    pub fn files(&self, kind: &str, sources: &Sources) -> BTreeMap<String, Arc<str>> {
        self.folders.iter().flat_map(|folder| files(folder, kind, sources)).collect()
    }

    /// The same with what they say, of those with an extension.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn texts(
        &self,
        kind: &str,
        extension: &str,
        sources: &Sources,
        findings: &mut Vec<Diagnostic>,
    ) -> io::Result<Texts> {
        texts(self.files(kind, sources), extension, sources, findings)
    }

    /// The texts of a kind of each theme by itself, those of the eldest first.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn generations(
        &self,
        kind: &str,
        extension: &str,
        sources: &Sources,
        findings: &mut Vec<Diagnostic>,
    ) -> io::Result<Vec<Texts>> {
        let generation = |folder: &String| texts(files(folder, kind, sources), extension, sources, findings);
        self.folders.iter().map(generation).collect()
    }
}

fn files(folder: &str, kind: &str, sources: &Sources) -> BTreeMap<String, Arc<str>> {
    let below = format!("{folder}/{kind}/");
    sources.below(&below).map(|path| (path[below.len()..].to_owned(), path.clone())).collect()
}

fn texts(
    files: BTreeMap<String, Arc<str>>,
    extension: &str,
    sources: &Sources,
    findings: &mut Vec<Diagnostic>,
) -> io::Result<Texts> {
    let mut texts = Texts::new();
    for (name, path) in files.into_iter().filter(|(name, _)| name.ends_with(extension)) {
        if let Some(text) = sources.text(&path, findings)? {
            texts.insert(name, (path, text));
        }
    }
    Ok(texts)
}

/// The parent that a theme names, if it does.
fn parent(theme: &str, sources: &Sources, findings: &mut Vec<Diagnostic>) -> io::Result<Option<Named>> {
    let Some(file) = sources.find(&format!("themes/{theme}/theme.yaml")) else { return Ok(None) };
    let Some(text) = sources.text(file, findings)? else { return Ok(None) };
    let Some(mut table) = yaml::read(&Text::new(file, &text), findings) else { return Ok(None) };
    let parent = table.text("parent");
    table.finish(findings);
    Ok(parent.map(|theme| Named { theme, key: "parent", file: file.clone() }))
}

fn missing(named: &Named, sources: &Sources) -> Option<Diagnostic> {
    let name = &named.theme.value;
    let is_there = is_slug(name) && sources.below(&format!("themes/{name}/")).next().is_some();
    let file = named.file.rsplit('/').next().unwrap_or_default();
    let missing = || named.finding(Code::MissingTheme).with("theme", name).with("key", named.key).with("file", file);
    (!is_there).then(missing)
}

/// A parent that is one of its own descendants.
fn circle(named: &Named, names: &[String]) -> Option<Diagnostic> {
    let first = names.iter().position(|name| *name == named.theme.value)?;
    let circle = [&names[first..], std::slice::from_ref(&named.theme.value)].concat();
    Some(named.finding(Code::ThemeCircle).with("circle", circle.join(" → ")))
}

impl Named {
    fn finding(&self, code: Code) -> Diagnostic {
        Diagnostic::new(code, Place::new(self.file.clone(), self.theme.span))
    }
}
