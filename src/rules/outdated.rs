//! Translations that are older than their originals, and those of which nobody can tell.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{self, Changes, Compared, Newsroom};
use crate::parse::Document;
use crate::source::Sources;
use std::io;
use std::sync::Arc;

/// How many paragraphs a finding names.
const MOST: usize = 3;

/// A warning for each translation whose original was changed since, a note for each that does not remember what it was
/// made from.
///
/// # Errors
/// When an original cannot be read.
pub fn check(newsroom: &Newsroom, documents: &[Arc<Document>], sources: &Sources) -> io::Result<Vec<Diagnostic>> {
    let compared = model::compare(newsroom, documents, sources)?;
    Ok(compared.iter().filter_map(|compared| finding(newsroom, compared)).collect())
}

fn finding(newsroom: &Newsroom, compared: &Compared) -> Option<Diagnostic> {
    let Compared { translation, original, language, .. } = compared;
    let place = Place::new(translation.file.clone(), translation.title.span);
    let say = |code| {
        let finding = Diagnostic::new(code, place.clone()).with("original", name(&original.file));
        finding.with("release", &newsroom.release(compared.release).id).with("language", language)
    };
    let Some(Changes { changed, gone }) = &compared.changes else { return Some(say(Code::TranslationUnverified)) };
    if changed.is_empty() && *gone == 0 {
        return None;
    }
    let named: Vec<&str> = changed.iter().take(MOST).map(|paragraph| paragraph.opening.as_str()).collect();
    let named = if named.is_empty() { "none".to_owned() } else { named.join("; ") };
    let finding = say(Code::TranslationOutdated).with("changed", changed.len()).with("gone", gone).with("named", named);
    let places = changed.iter().take(MOST).map(|paragraph| Place::new(original.file.clone(), paragraph.span));
    Some(places.fold(finding, Diagnostic::also))
}

fn name(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or_default()
}
