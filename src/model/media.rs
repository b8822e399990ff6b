//! The pictures and attachments of a release: which they are is a fact, what is said of them is of each language.

use crate::diagnostic::{At, Code, Diagnostic, Place};
use crate::language::{ByLanguage, Language};
use crate::model::facts::Facts;
use crate::model::gather::front;
use crate::model::links::{Links, missing_alt};
use crate::model::newsroom::{MediaNo, MediaUse, MediaWords};
use crate::parse::{Document, MediaFront, ReleaseFront};
use std::collections::BTreeMap;

/// The key of files to take along; those of all other keys are pictures.
pub const ATTACHMENTS: &str = "attachments";
/// A file on its way to being used.
struct Shown {
    written: String,
    /// Nothing for a file that cannot be used: it has been reported where it stands first.
    media: Option<MediaUse>,
    credit: Option<Place>,
    /// Where each language names the file.
    named: BTreeMap<Language, Place>,
}

impl Facts<'_> {
    /// The files of one key: which they are is the original's word, each language adds what it says of them.
    pub fn media(
        &mut self,
        key: &'static str,
        links: &Links<'_>,
        get: fn(&ReleaseFront) -> &[MediaFront],
    ) -> Vec<MediaUse> {
        let mut shown: Vec<Shown> = Vec::new();
        for (number, &document) in self.documents.clone().iter().enumerate() {
            for written in front(document).map(get).unwrap_or_default() {
                let place = Place::new(document.file.clone(), written.file.span);
                let known = shown.iter_mut().find(|one| one.written == written.file.value);
                if let Some(one) = known {
                    self.describe(one, document, written, place);
                } else if number > 0 && !shown.is_empty() {
                    let finding = Diagnostic::new(Code::UnknownMedia, place).with("file", &written.file.value);
                    self.findings.push(finding.with("key", key));
                } else if self.counts(document) {
                    let media = self.file(key, document, &written.file, links);
                    let media = media.map(|media| MediaUse { media, credit: None, words: ByLanguage::default() });
                    let written_as = written.file.value.clone();
                    let mut one = Shown { written: written_as, media, credit: None, named: BTreeMap::new() };
                    self.describe(&mut one, document, written, place);
                    shown.push(one);
                }
            }
        }
        if key != ATTACHMENTS {
            shown.iter().for_each(|one| self.alternatives(one));
        }
        shown.into_iter().filter_map(|one| one.media).collect()
    }

    fn file(&mut self, key: &str, document: &Document, written: &At<String>, links: &Links<'_>) -> Option<MediaNo> {
        match key {
            ATTACHMENTS => links.attachment(&document.file, written, self.findings),
            _ => links.picture(&document.file, written, self.findings),
        }
    }

    /// Adds what a language says of a file.
    fn describe(&mut self, one: &mut Shown, document: &Document, written: &MediaFront, place: Place) {
        one.named.insert(document.language, place);
        self.credit(one, document, written);
        if let Some(media) = &mut one.media {
            let (alt, caption, title) = (written.alt.clone(), written.caption.clone(), written.title.clone());
            media.words.insert(document.language, MediaWords { alt, caption, title, credit: None });
        }
    }

    fn credit(&mut self, one: &mut Shown, document: &Document, written: &MediaFront) {
        let counts = self.counts(document);
        let (Some(credit), Some(media)) = (written.credit.as_ref().filter(|_| counts), &mut one.media) else { return };
        let place = Place::new(document.file.clone(), credit.span);
        match (&media.credit, &one.credit) {
            (Some(known), Some(first)) if *known != credit.value => {
                let finding = Diagnostic::new(Code::ConflictingFact, place).with("key", "credit");
                let finding = finding.with("text", &credit.value).with("other", known);
                self.findings.push(finding.also(first.clone()));
            }
            (Some(_), _) => {}
            (None, _) => {
                media.credit = Some(credit.value.clone());
                one.credit = Some(place);
            }
        }
    }

    /// Each language of the release must say what a picture shows.
    fn alternatives(&mut self, one: &Shown) {
        let Some(media) = &one.media else { return };
        for document in &self.documents {
            if media.words.get(&document.language).is_none_or(|words| words.alt.is_none()) {
                let place = one.named.get(&document.language).cloned().unwrap_or_else(|| document.place());
                self.findings.push(missing_alt(place, &one.written));
            }
        }
    }
}
