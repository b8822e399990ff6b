//! The stage itself: which file is what, read in parallel.

use crate::config::{Config, is_script_file};
use crate::diagnostic::{At, Code, Diagnostic, Place, Span};
use crate::hash::ContentHash;
use crate::language::Language;
use crate::parse::cache::{Cache, Reading, Record};
use crate::parse::document::Document;
use crate::parse::found::Found;
use crate::parse::media::{self, MediaFile};
use crate::parse::position::{Position, position};
use crate::parse::release::FrontReading;
use crate::parse::terms::{self, RegionEntry, TagEntry};
use crate::parse::{body, front_matter};
use crate::source::{self, SourceFile, Sources, Stamp};
use crate::yaml::Table;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

/// What the content says, file by file.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// The Markdown files, by path.
    pub documents: Vec<Arc<Document>>,
    /// The regions, in the order of regions.yaml.
    pub regions: Vec<RegionEntry>,
    /// The tags, in the order of tags.yaml.
    pub tags: Vec<TagEntry>,
    /// The other files, by path.
    pub media: BTreeMap<Arc<str>, MediaFile>,
}

/// What a cache of readings hangs on beside the files: the program, and the settings that reading depends on.
pub fn key(program: ContentHash, config: &Config) -> ContentHash {
    ContentHash::of(format!("{program} {} {}", config.languages.list(), config.zone_name).as_bytes())
}

/// Reads everything below `content/`, as far as `cache` does not know it.
///
/// # Errors
/// When the disk refuses.
pub fn read(sources: &Sources, config: &Config, cache: &Cache) -> io::Result<Vec<Reading>> {
    let read = |(path, file): &(Arc<str>, SourceFile)| reading(sources, config, cache, path, file.stamp);
    sources.files_below("content/").par_iter().map(read).collect()
}

/// A text as it stands in these bytes, with what is wrong in it; nothing for a file that is none.
pub fn look(config: &Config, path: &Arc<str>, bytes: &[u8]) -> (Option<Arc<Document>>, Vec<Diagnostic>) {
    let (found, findings) = file(config, path, bytes);
    match found.map(|found| found.of(path, ContentHash::of(bytes))) {
        Some(Found::Document(document)) => (Some(document), findings),
        _ => (None, findings),
    }
}

/// Gathers what was read, with the lists of regions and tags.
///
/// # Errors
/// When the disk refuses.
pub fn parse(
    sources: &Sources,
    config: &Config,
    readings: Vec<Reading>,
    findings: &mut Vec<Diagnostic>,
) -> io::Result<Parsed> {
    let regions = terms::regions(sources, config, findings)?;
    let tags = terms::tags(sources, config, findings)?;
    let mut parsed = Parsed { regions, tags, ..Parsed::default() };
    for Reading { result: (found, wrong), .. } in readings {
        findings.extend(wrong);
        match found {
            Some(Found::Document(document)) => parsed.documents.push(document),
            Some(Found::Media(media)) => _ = parsed.media.insert(media.file.clone(), media),
            None => {}
        }
    }
    Ok(parsed)
}

fn reading(sources: &Sources, config: &Config, cache: &Cache, path: &Arc<str>, stamp: Stamp) -> io::Result<Reading> {
    if let Some(known) = cache.by_stamp(path, stamp) {
        return Ok(known);
    }
    let bytes = sources.read(path)?;
    let record = Record { stamp, seen: sources.taken, hash: ContentHash::of(&bytes) };
    if let Some(known) = cache.by_hash(path, record) {
        return Ok(known);
    }
    let (found, findings) = file(config, path, &bytes);
    let found = found.map(|found| found.of(path, record.hash));
    Ok(Reading { path: path.clone(), record, result: (found, findings), cached: false })
}

fn file(config: &Config, path: &Arc<str>, bytes: &[u8]) -> (Option<Found>, Vec<Diagnostic>) {
    const SITE_FILES: [&str; 3] = ["content/site.yaml", terms::REGIONS, terms::TAGS];
    let mut findings = Vec::new();
    let found = match position(path) {
        Some(position) => match config.languages.find(position.language) {
            Some(language) => {
                let text = source::text(path, bytes, &mut findings);
                text.and_then(|text| document(path, text, &position, language, config, &mut findings))
                    .map(Found::Document)
            }
            None => {
                let finding = Diagnostic::new(Code::UnknownLanguage, Place::new(path.clone(), Span::default()));
                findings.push(finding.with("language", position.language).with("known", config.languages.list()));
                None
            }
        },
        None if SITE_FILES.contains(&&**path) || is_script_file(path) => None,
        None if path.ends_with(".md") || path.matches('/').count() < 3 => {
            let name = path.rsplit('/').next().unwrap_or_default();
            findings.push(
                Diagnostic::new(Code::UnexpectedFile, Place::new(path.clone(), Span::default())).with("name", name),
            );
            None
        }
        None => Some(Found::Media(media::inspect(path, bytes))),
    };
    (found, findings)
}

fn document(
    path: &Arc<str>,
    text: &str,
    position: &Position<'_>,
    language: Language,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> Option<Arc<Document>> {
    let (mut table, parts) = front_matter::table(path, text, findings)?;
    let title = table.required("title", Table::text);
    let summary = table.text("summary").map(|summary| summary.value);
    let front = (position.front)(&mut FrontReading { file: path, config, findings }, &mut table);
    table.finish(findings);
    let mut body = body::read(path, text, parts.body, findings);
    if summary.is_some() {
        // The beginning of the text stands in for a summary, and is held only where there is none.
        body.survey.summary = String::new();
    }
    let title = title.unwrap_or_else(|| At::new(String::new(), Span::default()));
    Some(Arc::new(Document {
        file: path.clone(),
        hash: ContentHash::none(),
        subject: position.subject.into(),
        language,
        title,
        summary,
        front,
        body,
    }))
}
