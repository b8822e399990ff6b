//! Translations whose original was changed since they were made.

use crate::language::Language;
use crate::model::newsroom::{Newsroom, Release, ReleaseNo};
use crate::parse::{Document, Paragraph, ParagraphHash, paragraphs};
use crate::source::Sources;
use rayon::prelude::*;
use std::collections::HashMap;
use std::io;
use std::sync::Arc;

/// A translation beside its original.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The release.
    pub release: ReleaseNo,
    /// The language of the translation.
    pub language: Language,
    /// The translation.
    pub translation: Arc<Document>,
    /// The original.
    pub original: Arc<Document>,
    /// How the original differs from what was translated; nothing when the translation does not remember that.
    pub changes: Option<Changes>,
}

/// How an original differs from what was translated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Paragraphs that are new or say something else, in order.
    pub changed: Vec<Paragraph>,
    /// How many fewer there are than were translated, those that say something else not counted.
    pub gone: usize,
}

impl Changes {
    /// Between what was translated and the paragraphs of today; their order does not count.
    pub fn between(translated: &[ParagraphHash], today: Vec<Paragraph>) -> Self {
        let mut left = translated.to_vec();
        let is_new = |paragraph: &Paragraph| match left.iter().position(|hash| *hash == paragraph.hash) {
            Some(at) => {
                left.swap_remove(at);
                false
            }
            None => true,
        };
        let changed: Vec<Paragraph> = today.into_iter().filter(is_new).collect();
        Self { gone: left.len().saturating_sub(changed.len()), changed }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.gone == 0
    }
}

/// Every translation beside its original, in the order of the releases.
///
/// # Errors
/// When an original cannot be read.
pub fn compare(newsroom: &Newsroom, documents: &[Arc<Document>], sources: &Sources) -> io::Result<Vec<Compared>> {
    let documents: HashMap<(&str, Language), &Arc<Document>> =
        documents.iter().map(|document| ((&*document.subject, document.language), document)).collect();
    let compared = newsroom.releases.par_iter().enumerate().map(|(no, release)| {
        let find = |language| documents.get(&(&*release.subject, language)).copied();
        let Some(original) = find(release.original) else { return Ok(Vec::new()) };
        one(ReleaseNo(u32::try_from(no).unwrap_or(u32::MAX)), release, original, find, sources)
    });
    Ok(compared.collect::<io::Result<Vec<_>>>()?.into_iter().flatten().collect())
}

fn one<'d>(
    no: ReleaseNo,
    release: &Release,
    original: &Arc<Document>,
    find: impl Fn(Language) -> Option<&'d Arc<Document>>,
    sources: &Sources,
) -> io::Result<Vec<Compared>> {
    let mut today: Option<Vec<Paragraph>> = None;
    let mut compared = Vec::new();
    for (language, text) in release.translations.iter().filter(|(language, _)| **language != release.original) {
        let Some(translation) = find(*language) else { continue };
        let changes = match &text.translated_from {
            Some(translated) => {
                let today = match &today {
                    Some(today) => today.clone(),
                    None => today.insert(paragraphs(original, &sources.quote_text(&original.file)?)).clone(),
                };
                Some(Changes::between(translated, today))
            }
            None => None,
        };
        let (translation, original) = (translation.clone(), original.clone());
        compared.push(Compared { release: no, language: *language, translation, original, changes });
    }
    Ok(compared)
}
