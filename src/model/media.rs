//! The pictures and attachments of a release: which they are is a fact, what is said of them is of each language.

use crate::diagnostic::{At, Code, Diagnostic, Place};
use crate::model::facts::Facts;
use crate::model::gather::front;
use crate::model::links::{Links, missing_alt};
use crate::model::newsroom::{MediaNo, MediaUse, MediaWords};
use crate::parse::{Document, MediaFront, ReleaseFront};
use std::collections::BTreeMap;

/// The key of files to take along; those of all other keys are pictures.
pub const ATTACHMENTS: &str = "attachments";

impl Facts<'_> {
    /// The files of one key: which they are is the original's word, each language adds what it says of them.
    pub fn media(
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
                if written.alt.is_none() && key != ATTACHMENTS {
                    self.findings.push(missing_alt(&document.file, &written.file));
                }
                let (alt, caption, title) = (written.alt.clone(), written.caption.clone(), written.title.clone());
                media.words.insert(document.language, MediaWords { alt, caption, title });
            }
        }
        uses.into_iter().map(|(_, media, _)| media).collect()
    }

    fn file(&mut self, key: &str, document: &Document, written: &At<String>, links: &Links<'_>) -> Option<MediaNo> {
        match key {
            ATTACHMENTS => links.attachment(&document.file, written, self.findings),
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
