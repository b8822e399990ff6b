//! Documents gathered by what they are about: all languages of one release, project or page.

use crate::diagnostic::{At, Code, Diagnostic, Place, Span};
use crate::language::slug;
use crate::parse::{Document, Front};
use std::collections::HashMap;
use std::sync::Arc;

/// A release, project or page with its documents, one a language.
#[derive(Debug)]
pub struct Subject {
    /// The path that the documents share.
    pub path: Arc<str>,
    /// The id.
    pub id: String,
    /// Where the id is written: in front matter, or as the name of a folder or file.
    pub place: Place,
    /// The documents in the order of their paths, at least one.
    pub documents: Vec<Arc<Document>>,
}

/// The subjects by kind, in the order of their ids.
#[derive(Debug, Default)]
pub struct Subjects {
    /// The releases.
    pub releases: Vec<Subject>,
    /// The projects.
    pub projects: Vec<Subject>,
    /// The standing pages.
    pub pages: Vec<Subject>,
}

/// Gathers documents; two of one language, and ids that are taken or cannot stand in a URL, are findings.
pub fn group(mut all: Vec<Arc<Document>>, findings: &mut Vec<Diagnostic>) -> Subjects {
    all.sort_by(|a, b| a.subject.cmp(&b.subject));
    let mut subjects = Subjects::default();
    for group in all.chunk_by(|a, b| a.subject == b.subject) {
        let mut documents: Vec<Arc<Document>> = Vec::with_capacity(group.len());
        for document in group {
            match documents.iter().find(|other| other.language == document.language) {
                Some(other) => findings.push(taken(&document.place(), document.id(), "language", &other.place())),
                None => documents.push(document.clone()),
            }
        }
        let Some(first) = documents.first() else { continue };
        let path = first.subject.clone();
        let kind = match first.front {
            Front::Release(_) => &mut subjects.releases,
            Front::Project(_) => &mut subjects.projects,
            Front::Page(_) => &mut subjects.pages,
        };
        let (id, place) = id(&path, &documents, findings);
        kind.push(Subject { path, id, place, documents });
    }
    for kind in [&mut subjects.releases, &mut subjects.projects, &mut subjects.pages] {
        kind.sort_by(|a, b| a.id.cmp(&b.id).then_with(|| a.path.cmp(&b.path)));
        unique(kind, findings);
    }
    subjects
}

/// The id that a front matter gives, else the last part of the path, and where it is written.
fn id(path: &Arc<str>, documents: &[Arc<Document>], findings: &mut Vec<Diagnostic>) -> (String, Place) {
    let given: Vec<(&Arc<Document>, &At<String>)> = documents
        .iter()
        .filter_map(|document| match &document.front {
            Front::Release(front) => front.id.as_ref().map(|id| (document, id)),
            _ => None,
        })
        .collect();
    if let Some(((one, id), (two, other))) =
        given.first().zip(given.iter().find(|(_, id)| id.value != given[0].1.value))
    {
        let place = Place::new(two.file.clone(), other.span);
        let finding = Diagnostic::new(Code::ConflictingFact, place).with("key", "id").with("text", &other.value);
        findings.push(finding.with("other", &id.value).also(Place::new(one.file.clone(), id.span)));
    }
    let (place, id) = match (given.first(), documents.first()) {
        (Some((document, id)), _) => (Place::new(document.file.clone(), id.span), id.value.clone()),
        (None, Some(alone)) if !alone.lies_in(path) => (alone.place(), alone.id().to_owned()),
        _ => (Place::new(path.clone(), Span::default()), last(path).to_owned()),
    };
    if !slug::is_slug(&id) {
        let language = documents.first().map(|document| document.language);
        let proposal = language.map(|language| slug::proposal(language, &id)).unwrap_or_default();
        findings.push(Diagnostic::new(Code::BadId, place.clone()).with("text", &id).with("proposal", proposal));
    }
    (id, place)
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

impl Document {
    /// The id that the path gives.
    fn id(&self) -> &str {
        last(&self.subject)
    }

    /// Whether it lies in a folder of its subject, not beside other subjects.
    fn lies_in(&self, subject: &str) -> bool {
        self.file.strip_prefix(subject).is_some_and(|rest| rest.starts_with('/'))
    }
}

fn unique(subjects: &mut Vec<Subject>, findings: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<String, Place> = HashMap::new();
    subjects.retain(|subject| match seen.get(&subject.id) {
        Some(first) => {
            let release = subject.documents.first().is_some_and(|document| matches!(document.front, Front::Release(_)));
            let what = if release { "release" } else { "folder" };
            findings.push(taken(&subject.place, &subject.id, what, first));
            false
        }
        None => seen.insert(subject.id.clone(), subject.place.clone()).is_none(),
    });
}

fn taken(place: &Place, id: &str, what: &str, other: &Place) -> Diagnostic {
    Diagnostic::new(Code::DuplicateId, place.clone()).with("id", id).with("what", what).also(other.clone())
}
