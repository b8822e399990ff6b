//! The facts of releases, which fix their order.

use crate::config::Config;
use crate::diagnostic::{At, Code, Diagnostic, Place, Severity};
use crate::language::Language;
use crate::location::Taxonomy;
use crate::model::facts::{Facts, Moment, is_ready};
use crate::model::history::instead;
use crate::model::names::Names;
use crate::model::newsroom::{Coined, Term, TermNo};
use crate::model::subjects::Subject;
use crate::model::tags::Tags;
use crate::parse::{Document, Front, Kind, Precision, ReleaseFront, When, WrittenNames};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use rayon::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A release whose facts are known.
#[derive(Debug)]
pub struct Gathered<'a> {
    /// Its documents.
    pub subject: &'a Subject,
    /// Its facts.
    pub facts: ReleaseFacts,
}

/// What is true of a release in every language.
#[derive(Debug)]
pub struct ReleaseFacts {
    /// The language in which it was written.
    pub original: Language,
    /// The date that it shows; the epoch stands in for one that could not be read.
    pub date: When,
    /// Whether the date could be read.
    pub dating: Dating,
    /// The instant of publication.
    pub published: Timestamp,
    /// The same with its zone.
    pub published_at: Zoned,
    /// Not public from then on.
    pub expires: Option<Zoned>,
    /// Its terms, in the order written.
    pub terms: Vec<TermNo>,
    /// The names that its texts coin for tags.
    pub coined: Vec<Coined>,
    /// Its kind.
    pub kind: Kind,
    /// Its event.
    pub event: Option<(When, Option<When>)>,
    /// Whether it leads the front page.
    pub pinned: bool,
    /// The last announced change.
    pub updated: Option<When>,
    /// Where it first appeared.
    pub source_url: Option<String>,
}

/// Whether a release has a date that could be read. Without one the build is refused, but all else that is wrong with
/// the release is still reported.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dating {
    /// It has.
    Dated,
    /// It has not.
    Undated,
}

/// The terms that facts may name.
pub struct Vocabulary<'a> {
    /// Regions and projects.
    pub terms: &'a [Term],
    /// Their names.
    pub names: &'a Names,
    /// The tags, which grow as they are met.
    pub tags: Tags,
}

/// The front matter of a release.
pub fn front(document: &Document) -> Option<&ReleaseFront> {
    match &document.front {
        Front::Release(front) => Some(front),
        _ => None,
    }
}

/// A release whose tags are known, while its other facts are not.
struct Tagged<'a> {
    subject: &'a Subject,
    original: Language,
    tags: Vec<TermNo>,
    coined: Vec<Coined>,
}

/// Reads the facts of all releases and puts these in order: by instant of publication, then id.
///
/// Tags are made as they are met, so they are read one release after the other; all else in parallel.
pub fn gather<'a>(
    subjects: &'a [Subject],
    vocabulary: &mut Vocabulary<'_>,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Gathered<'a>> {
    let mut tagged: Vec<Tagged<'a>> = Vec::with_capacity(subjects.len());
    for subject in subjects {
        let Some(original) = original(subject, config, findings) else { continue };
        let mut facts = Facts::new(subject, original, findings);
        let tags = facts.tags(&mut vocabulary.tags);
        tagged.push(Tagged { subject, original, tags, coined: vocabulary.tags.take_coined() });
    }
    let vocabulary = &*vocabulary;
    let read = tagged.into_par_iter().map(|Tagged { subject, original, tags, coined }| {
        let mut found = Vec::new();
        let mut facts = read(Facts::new(subject, original, &mut found), original, vocabulary, config);
        facts.terms.extend(tags);
        facts.coined = coined;
        (Gathered { subject, facts }, found)
    });
    let (mut all, found): (Vec<Gathered<'a>>, Vec<Vec<Diagnostic>>) = read.unzip();
    findings.extend(found.into_iter().flatten());
    all.sort_by(|a, b| (a.facts.published, &a.subject.id).cmp(&(b.facts.published, &b.subject.id)));
    all
}

/// The original language: named in any file, else that of the only file with a date, else the first of the newsroom's
/// languages among those with a date, that of a draft only where there is no other.
fn original(subject: &Subject, config: &Config, findings: &mut Vec<Diagnostic>) -> Option<Language> {
    let named =
        subject.documents.iter().find_map(|document| Some((document, front(document)?.original_language.as_ref()?)));
    let has = |language: Language| subject.documents.iter().any(|document| document.language == language);
    if let Some((document, name)) = named {
        let finding = |code| Diagnostic::new(code, Place::new(document.file.clone(), name.span));
        match config.languages.find(&name.value) {
            Some(language) if has(language) => return Some(language),
            Some(language) => findings.push(finding(Code::OriginalMissing).with("language", language)),
            None => {
                let finding = finding(Code::UnknownLanguage).with("language", &name.value);
                findings.push(finding.with("known", config.languages.list()));
            }
        }
    }
    let dated = subject.documents.iter().filter(|document| front(document).is_some_and(|front| front.date.is_some()));
    let (ready, drafts): (Vec<&Document>, Vec<&Document>) = dated.map(|one| &**one).partition(|one| is_ready(one));
    let first = |of: &[&Document]| {
        config.languages.written().find(|language| of.iter().any(|document| document.language == *language))
    };
    let dated = first(&ready).or_else(|| first(&drafts));
    let original = dated.or_else(|| config.languages.written().find(|one| has(*one)))?;
    if dated.is_none() && !subject.documents.iter().any(|document| misread(document, findings)) {
        let place = subject.documents.iter().find(|document| document.language == original)?.place();
        findings.push(Diagnostic::new(Code::MissingDate, place).with("release", &subject.id));
    }
    Some(original)
}

fn misread(document: &Document, findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| finding.code == Code::BadDate && finding.place.file == document.file)
}

fn read(mut facts: Facts<'_>, original: Language, vocabulary: &Vocabulary<'_>, config: &Config) -> ReleaseFacts {
    let date = facts.agree("date", |document| front(document)?.date.clone(), Moment::of);
    let dating = if date.is_some() { Dating::Dated } else { Dating::Undated };
    let date =
        date.unwrap_or_else(|| When { at: Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC), precision: Precision::Day });
    let embargo = facts.agree("embargo", |document| front(document)?.embargo.clone(), Moment::of);
    let expires = facts.agree("expires", |document| front(document)?.expires.clone(), Moment::of);
    let updated = facts.agree("updated", |document| front(document)?.updated.clone(), Moment::of);
    let kind = facts.agree("kind", |document| front(document)?.kind.clone(), |kind| kind.word());
    let pinned = facts.agree("pinned", |document| front(document)?.pinned.clone(), |pinned| *pinned);
    let source_url = facts.agree("source.url", |document| front(document)?.source_url.clone(), String::clone);
    let original_word = |document: &Document| front(document)?.original_language.clone();
    if facts.documents.iter().filter(|document| original_word(document).is_some()).count() > 1 {
        let tag = |name: &String| config.languages.find(name).map_or_else(|| name.clone(), |tag| tag.to_string());
        facts.agree("original_language", original_word, tag);
    }
    let mut terms = facts.terms("region", Taxonomy::Region, vocabulary, |front| &front.regions);
    if dating == Dating::Dated {
        facts.out_of_time(&terms, date.at.date(), vocabulary, config);
    }
    terms.extend(facts.terms("project", Taxonomy::Project, vocabulary, |front| &front.projects));
    let event = facts.event();
    let published_at = match embargo {
        Some(embargo) if embargo.at.timestamp() > date.at.timestamp() => embargo.at,
        _ => date.at.clone(),
    };
    let published = published_at.timestamp();
    if let Some(expires) =
        expires.as_ref().filter(|expires| expires.at.timestamp() <= published && dating == Dating::Dated)
    {
        facts.ends_early("expires", &published_at, &expires.at, |front| front.expires.as_ref());
    }
    ReleaseFacts {
        original,
        published,
        published_at,
        date,
        dating,
        expires: expires.map(|expires| expires.at),
        terms,
        coined: Vec::new(),
        kind: kind.unwrap_or_default(),
        event,
        pinned: pinned.unwrap_or_default(),
        updated,
        source_url,
    }
}

impl Facts<'_> {
    fn terms(
        &mut self,
        key: &'static str,
        taxonomy: Taxonomy,
        vocabulary: &Vocabulary<'_>,
        get: fn(&ReleaseFront) -> &Option<WrittenNames>,
    ) -> Vec<TermNo> {
        let find = |name: &At<String>, document: &Document, findings: &mut Vec<Diagnostic>| {
            vocabulary.find(taxonomy, name, document, findings)
        };
        self.names(key, get, find, |no| vocabulary.id(no).to_owned())
    }

    /// Finds regions that were not on the day of the release, where the first document that names them does so.
    fn out_of_time(&mut self, regions: &[TermNo], day: Date, vocabulary: &Vocabulary<'_>, config: &Config) {
        let region = |no: &TermNo| vocabulary.terms.get(no.index());
        for (no, term) in regions.iter().filter_map(|no| Some((*no, region(no)?))) {
            if term.history.holds(day) {
                continue;
            }
            let written = self.documents.iter().find_map(|document| {
                let means = |name: &&At<String>| vocabulary.names.find(Taxonomy::Region, &name.value) == Some(no);
                Some((*document, front(document)?.regions.as_ref()?.value.iter().find(means)?))
            });
            let Some((document, name)) = written else { continue };
            let then = |no: TermNo| {
                let term = region(&no)?;
                let code = term.code.as_ref().map(|code| format!(" ({code})")).unwrap_or_default();
                Some(format!("{}{code}", term.name_on(day, document.language, config)))
            };
            let then: Vec<String> = instead(no, day, vocabulary.terms).into_iter().filter_map(then).collect();
            let then = if then.is_empty() { "none".to_owned() } else { then.join(", ") };
            let finding = Diagnostic::new(Code::RegionOutOfTime, Place::new(document.file.clone(), name.span));
            let shown = term.name_on(day, document.language, config);
            self.findings.push(finding.with("region", shown).with("date", day).with("then", then));
        }
    }

    fn tags(&mut self, tags: &mut Tags) -> Vec<TermNo> {
        let tags = RefCell::new(tags);
        let find = |name: &At<String>, document: &Document, findings: &mut Vec<Diagnostic>| {
            tags.borrow_mut().find(name, document.language, &document.file, findings)
        };
        self.names("tags", |front| &front.tags, find, |no| tags.borrow().id(no).to_owned())
    }

    /// The terms that the documents name, which must be the same wherever any are named.
    fn names(
        &mut self,
        key: &'static str,
        get: fn(&ReleaseFront) -> &Option<WrittenNames>,
        find: impl Fn(&At<String>, &Document, &mut Vec<Diagnostic>) -> Option<TermNo>,
        id: impl Fn(TermNo) -> String,
    ) -> Vec<TermNo> {
        let mut resolved: BTreeMap<Arc<str>, At<Vec<TermNo>>> = BTreeMap::new();
        let before = self.findings.len();
        for document in self.documents.clone() {
            let Some(written) = front(document).and_then(|front| get(front).as_ref()) else { continue };
            let mut found: Vec<TermNo> = Vec::new();
            for name in &written.value {
                let term = find(name, document, self.findings);
                found.extend(term.filter(|term| !found.contains(term)));
            }
            resolved.insert(document.file.clone(), At::new(found, written.span));
        }
        if self.findings.iter().skip(before).any(|finding| finding.severity == Severity::Error) {
            // A name that means nothing cannot be compared.
            return resolved.into_values().next().map(|terms| terms.value).unwrap_or_default();
        }
        let show = |terms: &Vec<TermNo>| {
            let mut ids: Vec<String> = terms.iter().map(|no| id(*no)).collect();
            ids.sort_unstable();
            ids.join(", ")
        };
        self.agree(key, |document| resolved.get(&document.file).cloned(), show).unwrap_or_default()
    }

    fn event(&mut self) -> Option<(When, Option<When>)> {
        let starts = self.agree("event.starts", |document| front(document)?.event_starts.clone(), Moment::of);
        let ends = self.agree("event.ends", |document| front(document)?.event_ends.clone(), Moment::of);
        let starts = starts?;
        let early = |ends: &&When| match ends.precision {
            Precision::Day => ends.at.date() < starts.at.date(),
            Precision::Minute => ends.at.timestamp() < starts.at.timestamp(),
        };
        if let Some(ends) = ends.as_ref().filter(early) {
            self.ends_early("event.ends", &starts.at, &ends.at, |front| front.event_ends.as_ref());
        }
        Some((starts, ends))
    }

    fn ends_early(&mut self, key: &str, start: &Zoned, end: &Zoned, get: fn(&ReleaseFront) -> Option<&At<When>>) {
        let place = self
            .documents
            .iter()
            .find_map(|document| Some(Place::new(document.file.clone(), get(front(document)?)?.span)));
        let day = |at: &Zoned| at.strftime("%Y-%m-%d %H:%M").to_string();
        let finding = |place| Diagnostic::new(Code::EndsBeforeStart, place).with("key", key);
        self.findings.extend(place.map(|place| finding(place).with("start", day(start)).with("end", day(end))));
    }
}

impl Vocabulary<'_> {
    fn find(
        &self,
        taxonomy: Taxonomy,
        name: &At<String>,
        document: &Document,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<TermNo> {
        let found = self.names.find(taxonomy, &name.value);
        if found.is_none() {
            findings.push(self.names.unknown(taxonomy, name, &document.file, self.terms));
        }
        found
    }

    fn id(&self, no: TermNo) -> &str {
        self.terms.get(no.index()).map_or("", |term| &term.id)
    }
}
