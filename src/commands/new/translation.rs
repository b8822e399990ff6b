//! `jarshy new translation`.

use crate::commands::new::ask::{Asker, Choice};
use crate::commands::new::names::Names;
use crate::commands::new::stop::Stop;
use crate::commands::terminal::Terminal;
use crate::diagnostic::nearest;
use crate::language::Language;
use crate::language::names::fold;
use crate::model::Release;
use crate::parse::{self, Document};
use crate::pipeline::Content;
use crate::report::phrase;
use crate::scaffold::{self, Refusal};
use crate::source::Sources;
use crate::write;
use clap::Args;
use std::path::Path;
use std::sync::Arc;

/// What `jarshy new translation` is told. Where something needed is missing, it asks.
#[derive(Debug, Args)]
pub struct NewTranslation {
    /// The release: its id, or the path of its folder or of one of its files.
    release: Option<String>,
    /// The language into which it is translated.
    lang: Option<String>,
    /// Notes that the translation is up to date with the original, and changes nothing else; without LANG in every
    /// translation of the release.
    #[arg(long)]
    refresh: bool,
}

/// A release on its way into another language.
struct Work<'a> {
    root: &'a Path,
    sources: &'a Sources,
    names: Names<'a>,
    release: &'a Release,
    original: &'a Document,
}

impl NewTranslation {
    /// Makes a translation, or renews what one notes.
    ///
    /// # Errors
    /// Why that is not done.
    pub fn make(&self, root: &Path, sources: &Sources, content: &Content, terminal: &Terminal) -> Result<String, Stop> {
        let names = Names { content, ui: terminal.ui() };
        let asker = Asker::at(terminal);
        let written = match (&self.release, asker) {
            (Some(written), _) => written.clone(),
            (None, Some(asker)) => asker.one("new-ask-release", releases(content))?.unwrap_or_default(),
            (None, None) => return Err(missing(&names, "RELEASE")),
        };
        let release = find(content, &written).ok_or_else(|| unknown(&names, &written))?;
        let Some(original) = document(content, release, release.original) else {
            return Err(unknown(&names, &written));
        };
        let work = Work { root, sources, names, release, original };
        if self.refresh {
            return work.refresh(self.lang.as_deref());
        }
        let lang = match (&self.lang, asker) {
            (Some(lang), _) => lang.clone(),
            (None, Some(asker)) => asker.one("new-ask-translation", work.missing_languages()?)?.unwrap_or_default(),
            (None, None) => return Err(missing(&work.names, "LANG")),
        };
        work.translate(work.names.language(&lang)?)
    }
}

impl Work<'_> {
    fn translate(&self, language: Language) -> Result<String, Stop> {
        let file = self.file(language);
        let ui = self.names.ui;
        let there = document(self.names.content, self.release, language).map(|document| &*document.file);
        if let Some(there) = there.or_else(|| self.sources.find(&file).map(|path| &**path)) {
            let args = [("file", there.into()), ("release", self.release.id.as_str().into())];
            return Err(Stop::phrase(ui, "new-translated", args));
        }
        let text = scaffold::translation(self.original, &self.sources.quote_text(&self.original.file)?);
        write::create_file(&self.root.join("content"), &self.root.join(&file), &text)?;
        let made = phrase(ui, "new-made", []);
        Ok(format!("{made}\n  {file}\n\n{}", phrase(ui, "new-next-translation", [])))
    }

    /// The file beside the original, in the same style: in the folder of the release, or beside its stem.
    fn file(&self, language: Language) -> String {
        let subject = &self.release.subject;
        let in_folder = self.original.file.strip_prefix(&**subject).is_some_and(|rest| rest.starts_with('/'));
        if in_folder { format!("{subject}/{language}.md") } else { format!("{subject}.{language}.md") }
    }

    fn missing_languages(&self) -> Result<Vec<Choice>, Stop> {
        let has = |choice: &Choice| {
            let language = choice.value.as_deref().and_then(Language::parse);
            language.is_some_and(|language| self.release.translations.contains_key(&language))
        };
        let missing: Vec<Choice> = self.names.languages().into_iter().filter(|choice| !has(choice)).collect();
        if missing.is_empty() {
            return Err(Stop::phrase(
                self.names.ui,
                "new-all-translated",
                [("release", self.release.id.as_str().into())],
            ));
        }
        Ok(missing)
    }

    fn refresh(&self, lang: Option<&str>) -> Result<String, Stop> {
        let all = || {
            self.release.translations.iter().map(|(language, _)| *language).filter(|one| *one != self.release.original)
        };
        let languages: Vec<Language> = match lang {
            Some(lang) => vec![self.names.language(lang)?],
            None => all().collect(),
        };
        let original = self.sources.quote_text(&self.original.file)?;
        let hashes: Vec<_> = parse::paragraphs(self.original, &original).into_iter().map(|one| one.hash).collect();
        let mut said = Vec::new();
        for language in languages {
            let translation =
                document(self.names.content, self.release, language).filter(|_| language != self.release.original);
            let Some(translation) = translation else { return Err(self.none(language)) };
            let text = self.sources.read(&translation.file)?;
            let text = String::from_utf8(text).map_err(std::io::Error::other)?;
            let new = scaffold::refresh(&translation.file, &text, &hashes).map_err(|Refusal(findings)| {
                findings.first().map_or_else(|| self.none(language), |finding| Stop::finding(self.names.ui, finding))
            })?;
            let key = if new == text { "new-fresh" } else { "new-refreshed" };
            if new != text {
                write::replace(&self.root.join(&*translation.file).canonicalize()?, new.as_bytes())?;
            }
            said.push(phrase(self.names.ui, key, [("file", (&*translation.file).into())]));
        }
        Ok(said.join("\n"))
    }

    fn none(&self, language: Language) -> Stop {
        let args = [("release", self.release.id.as_str().into()), ("language", language.to_string().into())];
        Stop::phrase(self.names.ui, "new-no-translation", args)
    }
}

/// The release of an id, or of the path of its folder or of one of its files.
fn find<'c>(content: &'c Content, written: &str) -> Option<&'c Release> {
    let written = written.replace('\\', "/");
    let written = written.trim_end_matches('/');
    let path = written.find("content/releases/").and_then(|at| written.get(at..)).unwrap_or(written);
    let path = parse::subject(path).unwrap_or(path);
    content.newsroom.releases.iter().find(|release| release.id == written || &*release.subject == path)
}

fn document<'c>(content: &'c Content, release: &Release, language: Language) -> Option<&'c Arc<Document>> {
    content.documents.iter().find(|document| document.subject == release.subject && document.language == language)
}

/// The newest first.
fn releases(content: &Content) -> Vec<Choice> {
    let choice = |release: &Release| {
        let title = release.translations.get(&release.original).map_or("", |text| &text.title);
        Choice { value: Some(release.id.clone()), label: format!("{} — {title}", release.id) }
    };
    content.newsroom.releases.iter().rev().map(choice).collect()
}

fn missing(names: &Names<'_>, what: &'static str) -> Stop {
    let example = "jarshy new translation 2024-10-18-akim-kenes kk";
    Stop::phrase(names.ui, "new-missing", [("flags", what.into()), ("example", example.into())])
}

/// The refusal of a release that is not there, with up to three that may be meant: what was written is a part of their
/// ids or titles, or nearly an id.
fn unknown(names: &Names<'_>, written: &str) -> Stop {
    const MOST: usize = 3;
    let releases = || names.content.newsroom.releases.iter().rev();
    let ids = || releases().map(|release| release.id.as_str());
    let part = fold(written);
    let has_part = |release: &&Release| {
        let titles = release.translations.values().map(|text| &text.title);
        !part.is_empty() && titles.chain([&release.id]).any(|name| fold(name).contains(&part))
    };
    let mut meant: Vec<&str> = releases().filter(has_part).map(|release| release.id.as_str()).take(MOST).collect();
    let name = written.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    if let Some(near) = nearest(name, ids()).filter(|near| meant.is_empty() && !meant.contains(near)) {
        meant.push(near);
    }
    let meant = if meant.is_empty() { "none".to_owned() } else { meant.join(", ") };
    Stop::phrase(names.ui, "new-no-release", [("release", written.into()), ("nearest", meant.into())])
}
