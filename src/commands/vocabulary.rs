//! What the command line calls languages, dates, regions and projects.

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::language::Language;
use crate::language::names::fold;
use crate::language::written_date::{self, Fault, Written};
use crate::location::Taxonomy;
use crate::model::Term;
use crate::parse::{Precision, RegionEntry, When};
use crate::pipeline::Content;
use crate::report::{UiLanguage, sentence};

/// A language of the newsroom.
///
/// # Errors
/// With the languages that there are.
pub fn language(content: &Content, written: &str) -> Result<Language, Diagnostic> {
    let languages = &content.config.languages;
    let finding = || at(Code::UnknownLanguage).with("language", written).with("known", languages.list());
    languages.find(written.trim()).ok_or_else(finding)
}

/// A date in any spelling.
///
/// # Errors
/// With what is wrong with it.
pub fn date(written: &str) -> Result<Written, Diagnostic> {
    written_date::read(written).map_err(|fault| bad_date(written, fault))
}

/// A date in any spelling, in the zone of the newsroom.
///
/// # Errors
/// With what is wrong with it.
pub fn when(content: &Content, written: &str) -> Result<When, Diagnostic> {
    let read = date(written)?;
    let at = written_date::instant(&read, &content.config.zone).ok_or_else(|| bad_date(written, Fault::Impossible))?;
    Ok(When { at, precision: read.time.map_or(Precision::Day, |_| Precision::Minute) })
}

fn bad_date(written: &str, fault: Fault) -> Diagnostic {
    at(Code::BadDate).with("text", written).with("why", fault.word())
}

/// A region, by any of its names.
///
/// # Errors
/// With the nearest name.
pub fn region<'c>(content: &'c Content, written: &str) -> Result<&'c RegionEntry, Diagnostic> {
    let named = content.regions.iter().find(|region| is_among(written, region_names(region)));
    let names = || content.regions.iter().flat_map(region_names);
    named.ok_or_else(|| at(Code::UnknownRegion).with("name", written).nearest(written, names()))
}

/// A project, by any of its names.
///
/// # Errors
/// With the nearest name.
pub fn project<'c>(content: &'c Content, written: &str) -> Result<&'c Term, Diagnostic> {
    let named = projects(content).find(|project| is_among(written, project_names(project)));
    let names = || projects(content).flat_map(project_names);
    named.ok_or_else(|| at(Code::UnknownProject).with("name", written).nearest(written, names()))
}

/// Every project.
pub fn projects(content: &Content) -> impl Iterator<Item = &Term> {
    content.newsroom.terms.iter().filter(|term| term.taxonomy == Taxonomy::Project)
}

/// All that a project is called.
pub fn project_names(project: &Term) -> impl Iterator<Item = &str> {
    let texts = project.project.iter().flat_map(|project| project.texts.values());
    let short = texts.flat_map(|text| &text.short_names);
    let names = project.names.values().chain([&project.id]).chain(short).map(String::as_str);
    names.chain(project.history.names())
}

fn region_names(region: &RegionEntry) -> impl Iterator<Item = &str> {
    let written = [&region.id].into_iter().chain(&region.iso).chain(&region.aliases);
    let former = region.former.iter().flat_map(|former| former.value.values());
    region.names.values().chain(former).chain(written.map(|name| &name.value)).map(String::as_str)
}

/// Whether a name is one of several, however it is typed.
pub fn is_among<'n>(written: &str, mut names: impl Iterator<Item = &'n str>) -> bool {
    names.any(|name| fold(name) == fold(written))
}

/// A finding in one line.
pub fn said(finding: &Diagnostic, ui: UiLanguage) -> String {
    let (message, remedy) = sentence(finding, ui);
    format!("{message}. {}", remedy.unwrap_or_default())
}

fn at(code: Code) -> Diagnostic {
    Diagnostic::new(code, Place::new("", Span::default()))
}
