//! Facts that are true in every language: taken from where they stand, compared where they stand again.

use crate::diagnostic::{At, Code, Diagnostic, Place};
use crate::model::subjects::Subject;
use crate::parse::{Document, Draft, Front, When};
use std::fmt;

/// The documents of a subject with the original first, and what is found in them.
pub struct Facts<'a> {
    /// The original, then the translations.
    pub documents: Vec<&'a Document>,
    /// What was found.
    pub findings: &'a mut Vec<Diagnostic>,
}

/// A date as facts are: the same when its instant is the same, shown as a day or to the minute.
pub struct Moment(When);

impl Moment {
    /// The moment of a date.
    pub fn of(when: &When) -> Self {
        Self(when.clone())
    }
}

impl PartialEq for Moment {
    fn eq(&self, other: &Self) -> bool {
        self.0.at.timestamp() == other.0.at.timestamp()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The facts that keep a release from readers. They count wherever they stand.
const HOLDING: [&str; 3] = ["date", "embargo", "expires"];

/// Whether a text is to be public.
pub fn is_ready(document: &Document) -> bool {
    !matches!(&document.front, Front::Release(front) if front.draft == Draft::Draft)
}

impl<'a> Facts<'a> {
    /// The documents of a subject, that of `original` first.
    pub fn new(subject: &'a Subject, original: crate::language::Language, findings: &'a mut Vec<Diagnostic>) -> Self {
        let mut documents: Vec<&Document> = subject.documents.iter().map(|document| &**document).collect();
        documents.sort_by_key(|document| document.language != original);
        Self { documents, findings }
    }

    /// Whether facts in a document count: a translation that is a draft shows nowhere, nor does what it alone states.
    pub fn counts(&self, document: &Document) -> bool {
        is_ready(document) || self.documents.first().is_some_and(|original| original.language == document.language)
    }

    /// What the documents say of a fact: the original's word, else that of the first translation that counts, with a note. Another word
    /// in another language is an error that shows both places. `show` gives what is compared and shown.
    pub fn agree<T: Clone, S: PartialEq + ToString>(
        &mut self,
        key: &'static str,
        get: impl Fn(&Document) -> Option<At<T>>,
        show: impl Fn(&T) -> S,
    ) -> Option<T> {
        let mut chosen: Option<(At<T>, &Document)> = None;
        for (number, &document) in self.documents.iter().enumerate() {
            let Some(fact) = get(document) else { continue };
            let place = Place::new(document.file.clone(), fact.span);
            match &chosen {
                None => {
                    if let Some(original) = self.documents.first().filter(|_| number > 0) {
                        let note = Diagnostic::new(Code::FactInTranslation, place).with("key", key);
                        self.findings.push(note.with("original", original.file.rsplit('/').next().unwrap_or_default()));
                    }
                    if HOLDING.contains(&key) || self.counts(document) {
                        chosen = Some((fact, document));
                    }
                }
                Some((first, other)) => {
                    let (text, first_text) = (show(&fact.value), show(&first.value));
                    if text != first_text {
                        let finding = Diagnostic::new(Code::ConflictingFact, place).with("key", key);
                        let finding = finding.with("text", text.to_string()).with("other", first_text.to_string());
                        self.findings.push(finding.also(Place::new(other.file.clone(), first.span)));
                    }
                }
            }
        }
        chosen.map(|(fact, _)| fact.value)
    }
}
