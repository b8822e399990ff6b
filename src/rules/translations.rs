//! Languages of the newsroom in which a release cannot be read.

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::language::Language;
use crate::model::Release;
use crate::parse::Draft;
use crate::rules::whole::Whole;

/// Finds the languages that a release lacks; of a release that is a draft in every language nothing is asked.
pub fn check(whole: &Whole<'_>) -> Vec<Diagnostic> {
    let releases = whole.ground.newsroom.releases.iter();
    let begun = releases.filter(|release| release.translations.values().any(|text| text.draft == Draft::Ready));
    let languages = whole.ground.config.languages.written();
    begun.flat_map(|release| languages.clone().filter_map(move |language| lacking(release, language))).collect()
}

fn lacking(release: &Release, language: Language) -> Option<Diagnostic> {
    let state = match release.translations.get(&language).map(|text| text.draft) {
        Some(Draft::Ready) => return None,
        Some(Draft::Draft) => "draft",
        None => "none",
    };
    let place = Place::new(release.subject.clone(), Span::default());
    Some(Diagnostic::new(Code::MissingTranslation, place).with("language", language).with("state", state))
}
