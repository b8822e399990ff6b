//! What a rule sees of the newsroom as a whole.

use crate::model::ReleaseNo;
use crate::parse::Document;
use crate::rules::likeness::Likeness;
use crate::rules::page::Page;
use crate::rules::person::Person;
use crate::rules::subject::{Ground, Subject};
use std::sync::Arc;

/// The newsroom, and what is kept of its texts.
pub struct Whole<'a> {
    /// The newsroom with its settings.
    pub ground: &'a Ground<'a>,
    /// What was parsed, by path.
    pub documents: &'a [Arc<Document>],
    /// What is kept of the texts of releases, the oldest release first.
    pub sketches: Vec<Sketch>,
}

/// The little that is kept of the text of a release.
pub struct Sketch {
    /// The release.
    pub release: ReleaseNo,
    /// What was parsed of the text.
    pub document: Arc<Document>,
    /// What its words are like; nothing for a short text.
    pub likeness: Option<Likeness>,
    /// The people that it names.
    pub people: Vec<Person>,
}

impl Whole<'_> {
    /// The document of a file.
    pub fn document(&self, file: &str) -> Option<&Document> {
        let at = self.documents.binary_search_by(|document| (*document.file).cmp(file)).ok()?;
        self.documents.get(at).map(|document| &**document)
    }
}

/// What is kept of the texts of a subject.
pub fn sketches(subject: Subject<'_>, documents: &[&Arc<Document>]) -> Vec<Sketch> {
    let Some(release) = subject.release else { return Vec::new() };
    let sketch = |(page, document): (Page<'_>, &&Arc<Document>)| Sketch {
        release,
        document: Arc::clone(document),
        likeness: Likeness::of(&page),
        people: page.people,
    };
    subject.pages.into_iter().zip(documents).map(sketch).collect()
}
