//! Projects and standing pages.

use crate::diagnostic::{At, Diagnostic, Place};
use crate::language::names::fold;
use crate::location::Taxonomy;
use crate::model::facts::{Facts, Moment};
use crate::model::history::Origin;
use crate::model::links::Links;
use crate::model::newsroom::{History, PageText, Project, ProjectText, StandingPage, Term, TermNo};
use crate::model::releases::aliases;
use crate::model::subjects::Subject;
use crate::parse::{Document, Front, PageFront, ProjectFront};

fn project_front(document: &Document) -> Option<&ProjectFront> {
    match &document.front {
        Front::Project(front) => Some(front),
        _ => None,
    }
}

fn page_front(document: &Document) -> Option<&PageFront> {
    match &document.front {
        Front::Page(front) => Some(front),
        _ => None,
    }
}

/// The facts of a standing subject hang on no original: any file may state them.
fn facts<'a>(subject: &'a Subject, findings: &'a mut Vec<Diagnostic>, stated: fn(&Document) -> bool) -> Facts<'a> {
    let first = subject.documents.iter().find(|document| stated(document)).or(subject.documents.first());
    let language = first.map_or_else(|| subject.documents[0].language, |document| document.language);
    Facts::new(subject, language, findings)
}

/// A project as a term, without its texts.
pub fn project_term(subject: &Subject, findings: &mut Vec<Diagnostic>) -> Term {
    let stated = |document: &Document| {
        project_front(document)
            .is_some_and(|front| front.status.is_some() || front.started.is_some() || front.ended.is_some())
    };
    let mut facts = facts(subject, findings, stated);
    let project = Project {
        status: facts.agree("status", |document| project_front(document)?.status.clone(), |status| status.word()),
        started: facts.agree("started", |document| project_front(document)?.started.clone(), Moment::of),
        ended: facts.agree("ended", |document| project_front(document)?.ended.clone(), Moment::of),
        texts: std::collections::BTreeMap::new(),
    };
    let predecessor = |document: &Document| project_front(document)?.predecessor.clone();
    facts.agree("predecessor", predecessor, |name| fold(name));
    let former = subject.documents.iter().filter_map(|document| {
        let former = &project_front(document)?.former;
        (!former.is_empty()).then(|| (document.language, former.clone()))
    });
    let history = History {
        from: project.started.as_ref().map(|when| when.at.date()),
        former: former.collect(),
        ..History::default()
    };
    let names = subject.documents.iter().map(|document| (document.language, document.title.value.clone())).collect();
    Term {
        map: None,
        taxonomy: Taxonomy::Project,
        id: subject.id.clone(),
        names,
        code: None,
        aliases: Vec::new(),
        history,
        project: Some(project),
    }
}

/// The project that a project continues, as the first of its files that says so names it.
pub fn project_origin(subject: &Subject, term: TermNo) -> Option<Origin> {
    subject.documents.iter().find_map(|document| {
        let name = project_front(document)?.predecessor.clone()?;
        Some(Origin { term, place: Place::new(document.file.clone(), name.span), name })
    })
}

/// Adds their texts to the terms of projects, which stand in the order of the subjects.
pub fn project_texts<'t>(
    subjects: &[Subject],
    links: &Links<'_>,
    terms: impl Iterator<Item = &'t mut Term>,
    findings: &mut Vec<Diagnostic>,
) {
    for (subject, term) in subjects.iter().zip(terms) {
        let Some(project) = &mut term.project else { continue };
        for document in &subject.documents {
            let Some(front) = project_front(document) else { continue };
            let text = ProjectText {
                summary: document.summary.clone(),
                short_names: front.short_names.iter().map(|name| name.value.clone()).collect(),
                partners: front.partners.clone(),
                aliases: aliases(document, &front.aliases, findings),
                text: links.text(document, None, findings),
            };
            project.texts.insert(document.language, text);
        }
    }
}

/// Where a page stands in menus: by the order that its files give, then by id.
pub fn order(subject: &Subject) -> (i64, String) {
    let order = subject.documents.iter().find_map(|document| page_front(document)?.order.as_ref());
    (order.map_or(i64::MAX, |order| order.value), subject.id.clone())
}

/// The standing pages, in the order of the subjects.
pub fn pages(subjects: &[Subject], links: &Links<'_>, findings: &mut Vec<Diagnostic>) -> Vec<StandingPage> {
    subjects.iter().map(|subject| page(subject, links, findings)).collect()
}

fn page(subject: &Subject, links: &Links<'_>, findings: &mut Vec<Diagnostic>) -> StandingPage {
    let order = |document: &Document| -> Option<At<i64>> { page_front(document)?.order.clone() };
    let mut facts =
        facts(subject, findings, |document| page_front(document).is_some_and(|front| front.order.is_some()));
    let order = facts.agree("order", order, |order| *order).unwrap_or(i64::MAX);
    let texts = subject.documents.iter().filter_map(|document| {
        let aliases = aliases(document, &page_front(document)?.aliases, findings);
        let (title, summary) = (document.title.value.clone(), document.summary.clone());
        Some((document.language, PageText { title, summary, aliases, text: links.text(document, None, findings) }))
    });
    StandingPage { id: subject.id.clone(), order, texts: texts.collect() }
}
