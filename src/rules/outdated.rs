//! Translations that are older than their originals, and those of which nobody can tell.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Changes, Release};
use crate::parse::{Paragraph, paragraphs};
use crate::rules::page::Page;
use crate::rules::subject::Subject;
use std::cell::OnceCell;

/// How many paragraphs a finding names.
const MOST: usize = 3;

/// A warning for each translation whose original was changed since, a note for each that does not remember what it was
/// made from.
pub fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let Some(release) = subject.release() else { return Vec::new() };
    let Some(original) = subject.page(release.original) else { return Vec::new() };
    // Read once for all translations, and only where one of them remembers what it was made from.
    let today = OnceCell::new();
    let translations = subject.pages.iter().filter(|page| page.language() != release.original);
    translations.filter_map(|page| of_translation(release, original, &today, page)).collect()
}

fn of_translation(
    release: &Release,
    original: &Page<'_>,
    today: &OnceCell<Vec<Paragraph>>,
    page: &Page<'_>,
) -> Option<Diagnostic> {
    let translated = release.translations.get(&page.language())?.translated_from.as_ref();
    let say = |code| {
        let finding = page.finding(code, page.document.title.span).with("original", name(&original.document.file));
        finding.with("release", &release.id).with("language", page.language())
    };
    let Some(translated) = translated else { return Some(say(Code::TranslationUnverified)) };
    let changes =
        Changes::between(translated, today.get_or_init(|| paragraphs(original.document, original.text)).clone());
    if changes.is_empty() {
        return None;
    }
    let Changes { changed, gone } = changes;
    let named: Vec<&str> = changed.iter().take(MOST).map(|paragraph| paragraph.opening.as_str()).collect();
    let named = if named.is_empty() { "none".to_owned() } else { named.join("; ") };
    let finding = say(Code::TranslationOutdated).with("changed", changed.len()).with("gone", gone).with("named", named);
    let places = changed.iter().take(MOST).map(|paragraph| Place::new(original.document.file.clone(), paragraph.span));
    Some(places.fold(finding, Diagnostic::also))
}

fn name(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or_default()
}
