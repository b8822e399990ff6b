//! Releases made of their facts and texts.

use crate::diagnostic::{At, Code, Diagnostic, Place};
use crate::language::slug;
use crate::location::Permalink;
use crate::model::facts::Facts;
use crate::model::gather::{Dating, Gathered, front};
use crate::model::links::Links;
use crate::model::media::ATTACHMENTS;
use crate::model::newsroom::{Release, Translation};
use crate::model::subjects::Subject;
use crate::parse::{Document, ReleaseFront};
use jiff::Timestamp;
use rayon::prelude::*;

/// Makes releases of what was gathered.
pub fn build(gathered: &[Gathered<'_>], links: &Links<'_>, findings: &mut Vec<Diagnostic>) -> Vec<Release> {
    let made = gathered.par_iter().map(|release| {
        let mut found = Vec::new();
        (one(release, links, &mut found), found)
    });
    let (releases, found): (Vec<Release>, Vec<Vec<Diagnostic>>) = made.unzip();
    findings.extend(found.into_iter().flatten());
    releases
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
        coined: facts.coined.clone(),
        kind: facts.kind,
        event: facts.event.clone(),
        pinned: facts.pinned,
        updated: facts.updated.clone(),
        original: facts.original,
        source_url: facts.source_url.clone(),
        image: image.into_iter().next(),
        gallery: documents.media("gallery", links, |front| &front.gallery),
        attachments: documents.media(ATTACHMENTS, links, |front| &front.attachments),
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
        source: document.hash,
        title: document.title.value.clone(),
        summary: document.summary.clone(),
        slug: slug_of(subject, document, front, findings),
        aliases: aliases(document, &front.aliases, findings),
        draft: front.draft,
        author: front.author.clone(),
        source_name: front.source_name.clone(),
        event_place: front.event_place.clone(),
        corrections,
        translated_from: front.translated_from.clone(),
        text: links.text(document, published, findings),
    })
}

/// The slug that front matter gives, else the id less its leading date.
fn slug_of(subject: &Subject, document: &Document, front: &ReleaseFront, findings: &mut Vec<Diagnostic>) -> String {
    let Some(given) = &front.slug else { return undated(&subject.id).to_owned() };
    if !slug::is_slug(&given.value) {
        let proposal = slug::proposal(document.language, &given.value);
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
pub fn aliases(document: &Document, written: &[At<String>], findings: &mut Vec<Diagnostic>) -> Vec<At<Permalink>> {
    let mut aliases = Vec::new();
    for alias in written {
        match Permalink::alias(&alias.value) {
            Some(permalink) => aliases.push(At::new(permalink, alias.span)),
            None => {
                let place = Place::new(document.file.clone(), alias.span);
                findings.push(Diagnostic::new(Code::BadAlias, place).with("text", &alias.value));
            }
        }
    }
    aliases
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
