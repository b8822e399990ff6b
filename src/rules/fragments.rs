//! Links to a heading that is not there.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::Language;
use crate::model::{Goal, Release, Text};
use crate::parse::{Document, Draft};
use crate::rules::unused::texts;
use crate::rules::whole::Whole;
use rayon::prelude::*;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// Finds links with a fragment that the page does not have which a reader of the text's language gets.
pub fn check(whole: &Whole<'_>) -> Vec<Diagnostic> {
    let understood: HashMap<&str, &Text> = texts(whole.ground.newsroom).map(|text| (&*text.file, text)).collect();
    let documents = whole.documents.par_iter();
    documents.flat_map_iter(|document| of_document(whole, document, understood.get(&*document.file).copied())).collect()
}

fn of_document(whole: &Whole<'_>, document: &Document, text: Option<&Text>) -> Vec<Diagnostic> {
    let Some(text) = text else { return Vec::new() };
    let fragments = document.body.survey.links.iter().filter_map(|link| {
        let (_, fragment) = link.value.split_once('#')?;
        let at = text.links.binary_search_by(|(written, _)| written.cmp(&link.value)).ok()?;
        let target = lead(whole, document, &text.links.get(at)?.1.goal)?;
        let wanted: String = percent_encoding::percent_decode_str(fragment).decode_utf8_lossy().nfc().collect();
        let known = &target.body.survey.anchors;
        if wanted.is_empty() || wanted == "top" || known.contains(&wanted) {
            return None;
        }
        let finding = Diagnostic::new(Code::MissingFragment, Place::new(document.file.clone(), link.span));
        let finding = finding.with("fragment", &wanted).nearest(&wanted, known.iter().map(String::as_str));
        Some(if target.file == document.file { finding } else { finding.also(target.place()) })
    });
    fragments.collect()
}

/// The text that a reader of the document gets to see behind a link.
fn lead<'w>(whole: &'w Whole<'_>, document: &'w Document, goal: &Goal) -> Option<&'w Document> {
    let newsroom = whole.ground.newsroom;
    let order = || std::iter::once(document.language).chain(whole.ground.config.languages.written());
    let file = match goal {
        Goal::Here => return Some(document),
        Goal::Media(_) => return None,
        Goal::Release(no) => &shown(newsroom.release(*no), order())?.file,
        Goal::Project(no) => &newsroom.term(*no).project.as_ref()?.texts.get(&document.language)?.text.file,
        Goal::Page(no) => &order().find_map(|language| newsroom.page(*no).texts.get(&language))?.text.file,
    };
    whole.document(file)
}

/// The text of a release that readers are shown: in their language, the original's, any; a draft only where all are.
fn shown(release: &Release, mut order: impl Iterator<Item = Language>) -> Option<&Text> {
    let drafts = release.translations.values().all(|text| text.draft == Draft::Draft);
    let ready = |language| release.translations.get(&language).filter(|text| drafts || text.draft == Draft::Ready);
    let own = order.next();
    let best = own.into_iter().chain([release.original]).chain(order).find_map(ready);
    best.map(|translation| &translation.text)
}
