//! Releases: first their facts, which fix their order, then their texts.

use crate::config::Config;
use crate::diagnostic::{At, Code, Diagnostic, Place};
use crate::language::{Language, slug};
use crate::location::{Permalink, Taxonomy};
use crate::model::facts::Facts;
use crate::model::links::Links;
use crate::model::names::Names;
use crate::model::newsroom::{MediaNo, MediaUse, MediaWords, Release, Term, TermNo, Translation};
use crate::model::subjects::Subject;
use crate::model::tags::Tags;
use crate::parse::{Document, Front, Kind, MediaFront, Precision, ReleaseFront, When, WrittenNames};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
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
    published_at: Zoned,
    expires: Option<Zoned>,
    terms: Vec<TermNo>,
    kind: Kind,
    event: Option<(When, Option<When>)>,
    pinned: bool,
    updated: Option<When>,
    source_url: Option<String>,
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

fn front(document: &Document) -> Option<&ReleaseFront> {
    match &document.front {
        Front::Release(front) => Some(front),
        _ => None,
    }
}

/// Reads the facts of all releases and puts these in order: by instant of publication, then id.
pub fn gather<'a>(
    subjects: &'a [Subject],
    vocabulary: &mut Vocabulary<'_>,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Gathered<'a>> {
    let mut all: Vec<Gathered<'a>> = Vec::with_capacity(subjects.len());
    for subject in subjects {
        let Some(original) = original(subject, config, findings) else { continue };
        let facts = read(Facts::new(subject, original, findings), original, vocabulary);
        all.push(Gathered { subject, facts });
    }
    all.sort_by(|a, b| (a.facts.published, &a.subject.id).cmp(&(b.facts.published, &b.subject.id)));
    all
}

/// The original language: named in any file, else that of the only file with a date, else the first of the newsroom's
/// languages among those with a date.
fn original(subject: &Subject, config: &Config, findings: &mut Vec<Diagnostic>) -> Option<Language> {
    let named =
        subject.documents.iter().find_map(|document| Some((document, front(document)?.original_language.as_ref()?)));
    let has = |language: Language| subject.documents.iter().any(|document| document.language == language);
    if let Some((document, name)) = named {
        match config.languages.find(&name.value).filter(|language| has(*language)) {
            Some(language) => return Some(language),
            None => {
                let place = Place::new(document.file.clone(), name.span);
                findings.push(Diagnostic::new(Code::OriginalMissing, place).with("language", &name.value));
            }
        }
    }
    let dated = subject.documents.iter().filter(|document| front(document).is_some_and(|front| front.date.is_some()));
    let dated: Vec<Language> = dated.map(|document| document.language).collect();
    if dated.is_empty() && !subject.documents.iter().any(|document| misread(document, findings)) {
        findings.push(Diagnostic::new(Code::MissingDate, subject.place()).with("release", &subject.id));
    }
    let in_order = || config.languages.iter();
    in_order().find(|language| dated.contains(language)).or_else(|| in_order().find(|language| has(*language)))
}

fn misread(document: &Document, findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| finding.code == Code::BadDate && finding.place.file == document.file)
}

fn read(mut facts: Facts<'_>, original: Language, vocabulary: &mut Vocabulary<'_>) -> ReleaseFacts {
    let instant = |when: &When| when.at.timestamp();
    let date = facts.agree("date", |document| front(document)?.date.clone(), instant);
    let dating = if date.is_some() { Dating::Dated } else { Dating::Undated };
    let date =
        date.unwrap_or_else(|| When { at: Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC), precision: Precision::Day });
    let embargo = facts.agree("embargo", |document| front(document)?.embargo.clone(), instant);
    let expires = facts.agree("expires", |document| front(document)?.expires.clone(), instant);
    let updated = facts.agree("updated", |document| front(document)?.updated.clone(), instant);
    let kind = facts.agree("kind", |document| front(document)?.kind.clone(), |kind| kind.word());
    let pinned = facts.agree("pinned", |document| front(document)?.pinned.clone(), |pinned| *pinned);
    let source_url = facts.agree("source.url", |document| front(document)?.source_url.clone(), String::clone);
    let original_word = |document: &Document| front(document)?.original_language.clone();
    if facts.documents.iter().filter(|document| original_word(document).is_some()).count() > 1 {
        facts.agree("original_language", original_word, |language| language.to_lowercase());
    }
    let mut terms = facts.terms("region", Taxonomy::Region, vocabulary, |front| &front.regions);
    terms.extend(facts.terms("project", Taxonomy::Project, vocabulary, |front| &front.projects));
    terms.extend(facts.terms("tags", Taxonomy::Tag, vocabulary, |front| &front.tags));
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
        vocabulary: &mut Vocabulary<'_>,
        get: fn(&ReleaseFront) -> &Option<WrittenNames>,
    ) -> Vec<TermNo> {
        let mut resolved: BTreeMap<Arc<str>, At<Vec<TermNo>>> = BTreeMap::new();
        for document in self.documents.clone() {
            let Some(written) = front(document).and_then(|front| get(front).as_ref()) else { continue };
            let mut found: Vec<TermNo> = Vec::new();
            for name in &written.value {
                let term = vocabulary.find(taxonomy, name, document, self.findings);
                found.extend(term.filter(|term| !found.contains(term)));
            }
            resolved.insert(document.file.clone(), At::new(found, written.span));
        }
        let show = |terms: &Vec<TermNo>| {
            let mut ids: Vec<&str> = terms.iter().map(|no| vocabulary.id(*no)).collect();
            ids.sort_unstable();
            ids.join(", ")
        };
        self.agree(key, |document| resolved.get(&document.file).cloned(), show).unwrap_or_default()
    }

    fn event(&mut self) -> Option<(When, Option<When>)> {
        let instant = |when: &When| when.at.timestamp();
        let starts = self.agree("event.starts", |document| front(document)?.event_starts.clone(), instant);
        let ends = self.agree("event.ends", |document| front(document)?.event_ends.clone(), instant);
        let starts = starts?;
        if let Some(ends) = ends.as_ref().filter(|ends| ends.at.timestamp() < starts.at.timestamp()) {
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
        &mut self,
        taxonomy: Taxonomy,
        name: &At<String>,
        document: &Document,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<TermNo> {
        if taxonomy == Taxonomy::Tag {
            return self.tags.find(name, document.language, &document.file, findings);
        }
        let found = self.names.find(taxonomy, &name.value);
        if found.is_none() {
            findings.push(self.names.unknown(taxonomy, name, &document.file, self.terms));
        }
        found
    }

    fn id(&self, no: TermNo) -> &str {
        self.terms.get(no.index()).map_or_else(|| self.tags.id(no), |term| &term.id)
    }
}

/// Makes releases of what was gathered.
pub fn build(gathered: &[Gathered<'_>], links: &Links<'_>, findings: &mut Vec<Diagnostic>) -> Vec<Release> {
    gathered.iter().map(|release| one(release, links, findings)).collect()
}

fn one(release: &Gathered<'_>, links: &Links<'_>, findings: &mut Vec<Diagnostic>) -> Release {
    let Gathered { subject, facts } = release;
    let translations = subject.documents.iter().filter_map(|document| {
        let published = Some(facts.published).filter(|_| facts.dating == Dating::Dated);
        Some((document.language, translation(subject, document, published, links, findings)?))
    });
    let translations = translations.collect();
    let mut documents = Facts::new(subject, facts.original, findings);
    let image = documents.media("image", links, |front| front.image.as_slice());
    Release {
        id: subject.id.clone(),
        subject: subject.path.clone(),
        date: facts.date.clone(),
        published: facts.published,
        published_at: facts.published_at.clone(),
        expires: facts.expires.clone(),
        terms: facts.terms.clone(),
        kind: facts.kind,
        event: facts.event.clone(),
        pinned: facts.pinned,
        updated: facts.updated.clone(),
        original: facts.original,
        source_url: facts.source_url.clone(),
        image: image.into_iter().next(),
        gallery: documents.media("gallery", links, |front| &front.gallery),
        attachments: documents.media("attachments", links, |front| &front.attachments),
        translations,
    }
}

fn translation(
    subject: &Subject,
    document: &Document,
    published: Option<Timestamp>,
    links: &Links<'_>,
    findings: &mut Vec<Diagnostic>,
) -> Option<Translation> {
    let front = front(document)?;
    let mut corrections = front.corrections.clone();
    corrections.sort_by_key(|(when, _)| std::cmp::Reverse(when.at.timestamp()));
    Some(Translation {
        title: document.title.value.clone(),
        summary: document.summary.clone(),
        slug: slug_of(subject, document, front, findings),
        aliases: aliases(document, &front.aliases, findings),
        draft: front.draft,
        author: front.author.clone(),
        source_name: front.source_name.clone(),
        event_place: front.event_place.clone(),
        corrections,
        text: links.text(document, published, findings),
    })
}

/// The slug that front matter gives, else the id less its leading date.
fn slug_of(subject: &Subject, document: &Document, front: &ReleaseFront, findings: &mut Vec<Diagnostic>) -> String {
    let Some(given) = &front.slug else { return undated(&subject.id).to_owned() };
    if !slug::is_slug(&given.value) {
        let proposal = slug::slug(document.language, &given.value);
        let place = Place::new(document.file.clone(), given.span);
        findings.push(Diagnostic::new(Code::BadSlug, place).with("text", &given.value).with("proposal", proposal));
    }
    given.value.clone()
}

fn undated(id: &str) -> &str {
    let shape = |text: &str| {
        text.char_indices().all(|(at, c)| if matches!(at, 4 | 7 | 10) { c == '-' } else { c.is_ascii_digit() })
    };
    match id.split_at_checked(11) {
        Some((date, rest)) if !rest.is_empty() && shape(date) => rest,
        _ => id,
    }
}

/// The addresses that lead here, as front matter gives them.
pub fn aliases(document: &Document, written: &[At<String>], findings: &mut Vec<Diagnostic>) -> Vec<Permalink> {
    let mut aliases = Vec::new();
    for alias in written {
        match Permalink::alias(&alias.value) {
            Some(permalink) => aliases.push(permalink),
            None => {
                let place = Place::new(document.file.clone(), alias.span);
                findings.push(Diagnostic::new(Code::BadAlias, place).with("text", &alias.value));
            }
        }
    }
    aliases
}

impl Facts<'_> {
    /// The files of one key: which they are is the original's word, each language adds what it says of them.
    fn media(
        &mut self,
        key: &'static str,
        links: &Links<'_>,
        get: fn(&ReleaseFront) -> &[MediaFront],
    ) -> Vec<MediaUse> {
        let mut uses: Vec<(String, MediaUse, At<String>)> = Vec::new();
        for (number, &document) in self.documents.clone().iter().enumerate() {
            for written in front(document).map(get).unwrap_or_default() {
                let known = uses.iter().position(|(file, ..)| *file == written.file.value);
                let index = match known {
                    Some(index) => index,
                    None if number > 0 && !uses.is_empty() => {
                        let place = Place::new(document.file.clone(), written.file.span);
                        let finding = Diagnostic::new(Code::UnknownMedia, place).with("file", &written.file.value);
                        self.findings.push(finding.with("key", key));
                        continue;
                    }
                    None => match self.file(key, document, &written.file, links) {
                        Some(media) => {
                            let fresh = MediaUse { media, credit: None, words: BTreeMap::new() };
                            uses.push((written.file.value.clone(), fresh, At::default()));
                            uses.len() - 1
                        }
                        None => continue,
                    },
                };
                let (_, media, credit) = &mut uses[index];
                self.credit(document, written, credit, media);
                let (alt, caption, title) = (written.alt.clone(), written.caption.clone(), written.title.clone());
                media.words.insert(document.language, MediaWords { alt, caption, title });
            }
        }
        uses.into_iter().map(|(_, media, _)| media).collect()
    }

    fn file(&mut self, key: &str, document: &Document, written: &At<String>, links: &Links<'_>) -> Option<MediaNo> {
        match key {
            "attachments" => links.attachment(&document.file, written, self.findings),
            _ => links.picture(&document.file, written, self.findings),
        }
    }

    fn credit(&mut self, document: &Document, written: &MediaFront, first: &mut At<String>, media: &mut MediaUse) {
        let Some(credit) = &written.credit else { return };
        match &media.credit {
            None => {
                media.credit = Some(credit.value.clone());
                *first = credit.clone();
            }
            Some(known) if *known != credit.value => {
                let place = Place::new(document.file.clone(), credit.span);
                let finding = Diagnostic::new(Code::ConflictingFact, place).with("key", "credit");
                self.findings.push(finding.with("text", &credit.value).with("other", known));
            }
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::undated;

    #[test]
    fn a_leading_date_is_no_part_of_the_slug() {
        assert_eq!(undated("2024-10-18-akim-kenes"), "akim-kenes");
        assert_eq!(undated("akim-kenes"), "akim-kenes");
        assert_eq!(undated("2024-10-18"), "2024-10-18");
        assert_eq!(undated("2024-10-18-"), "2024-10-18-");
        assert_eq!(undated("2024-1018-akim"), "2024-1018-akim");
    }
}
