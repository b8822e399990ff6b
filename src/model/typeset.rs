//! The newsroom as readers see it: its texts set as their languages set them. Ids and addresses are made before, of what
//! was typed.

use crate::config::{Config, Switch};
use crate::language::Language;
use crate::model::newsroom::{MediaUse, Newsroom, PageText, Project, ProjectText, Release, Term, Text, Translation};
use crate::parse::AuthorFront;
use rayon::prelude::*;

/// Sets all texts but those of bodies, which rendering sets.
pub fn typeset(newsroom: &mut Newsroom, config: &Config) {
    if config.typography == Switch::Off {
        return;
    }
    newsroom.releases.par_iter_mut().for_each(|one| release(one, config));
    newsroom.terms.par_iter_mut().for_each(|one| term(one, config));
    for page in &mut newsroom.pages {
        for (language, PageText { title, summary, text, .. }) in &mut page.texts {
            set(config, *language, std::iter::once(title).chain(summary));
            opening(text, *language, config);
        }
    }
}

/// Sets what was told anew of a release's text.
pub fn retold(Translation { title, summary, text, .. }: &mut Translation, language: Language, config: &Config) {
    set(config, language, std::iter::once(title).chain(summary));
    opening(text, language, config);
}

fn set<'t>(config: &Config, language: Language, texts: impl IntoIterator<Item = &'t mut String>) {
    texts.into_iter().for_each(|text| config.set(language, text));
}

/// The beginning of a body has no escapes: reading took them away.
fn opening(text: &mut Text, language: Language, config: &Config) {
    config.set_plain(language, &mut text.opening);
}

fn release(release: &mut Release, config: &Config) {
    release.coined.iter_mut().for_each(|coined| config.set(coined.language, &mut coined.name));
    let original = release.original;
    for MediaUse { credit, words, .. } in
        release.image.iter_mut().chain(&mut release.gallery).chain(&mut release.attachments)
    {
        set(config, original, credit);
        for (language, words) in words.iter_mut() {
            set(config, language, [&mut words.alt, &mut words.caption, &mut words.title].into_iter().flatten());
        }
    }
    for (language, translation) in release.translations.iter_mut() {
        retold(translation, language, config);
        let Translation { author, source_name, event_place, corrections, .. } = translation;
        set(config, language, source_name.iter_mut().chain(event_place));
        if let Some(AuthorFront { name, role, organization }) = author {
            set(config, language, [name, role, organization].into_iter().flatten());
        }
        set(config, language, corrections.iter_mut().map(|(_, text)| text));
    }
}

fn term(term: &mut Term, config: &Config) {
    term.names.iter_mut().for_each(|(language, name)| config.set(*language, name));
    for (language, former) in &mut term.history.former {
        set(config, *language, former.iter_mut().map(|former| &mut former.value));
    }
    let Some(Project { texts, .. }) = &mut term.project else { return };
    for (language, ProjectText { summary, short_names, partners, text, .. }) in texts {
        set(config, *language, summary.iter_mut().chain(short_names).chain(partners));
        opening(text, *language, config);
    }
}
