//! The texts that no editor writes: a language in another script, converted from what was written.

use crate::config::{Config, Variant};
use crate::language::Language;
use crate::model::newsroom::{
    Coined, MediaUse, MediaWords, Newsroom, PageText, ProjectText, Release, Term, Text, Translation,
};
use crate::parse::AuthorFront;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Adds the texts of all languages that are converted from others. Addresses and ids are those of the original script.
pub fn convert(newsroom: &mut Newsroom, config: &Config) {
    for variant in &config.variants {
        newsroom.releases.par_iter_mut().for_each(|one| release(one, variant));
        newsroom.terms.par_iter_mut().for_each(|one| term(one, variant));
        for page in &mut newsroom.pages {
            add(&mut page.texts, variant, page_text);
        }
    }
}

/// Adds a release's text in a variant, in place of one that is there.
pub fn translation(release: &mut Release, variant: &Variant) {
    let made = release.translations.get(&variant.of).cloned().map(|mut text| {
        converted(&mut text, variant);
        text
    });
    if let Some(made) = made {
        release.translations.insert(variant.language, made);
    }
}

fn all<'t>(variant: &Variant, texts: impl IntoIterator<Item = &'t mut String>) {
    texts.into_iter().for_each(|text| variant.convert_in_place(text));
}

/// Adds what the variant's language is told in, converted by `convert`.
fn add<T: Clone>(texts: &mut BTreeMap<Language, T>, variant: &Variant, convert: fn(&mut T, &Variant)) {
    if let Some(mut text) = texts.get(&variant.of).cloned() {
        convert(&mut text, variant);
        texts.insert(variant.language, text);
    }
}

/// The body itself is converted when it is rendered.
fn opening(text: &mut Text, variant: &Variant) {
    variant.convert_in_place(&mut text.opening);
}

fn page_text(page: &mut PageText, variant: &Variant) {
    let PageText { title, summary, aliases, text } = page;
    all(variant, std::iter::once(title).chain(summary));
    aliases.clear();
    opening(text, variant);
}

fn release(release: &mut Release, variant: &Variant) {
    translation(release, variant);
    let coined = release.coined.iter().filter(|coined| coined.language == variant.of).map(|coined| Coined {
        tag: coined.tag,
        language: variant.language,
        name: variant.convert(&coined.name).into_owned(),
    });
    let coined: Vec<Coined> = coined.collect();
    release.coined.extend(coined);
    let is_original = release.original == variant.of;
    for used in release.image.iter_mut().chain(&mut release.gallery).chain(&mut release.attachments) {
        let credit = used.credit.as_ref().filter(|_| is_original).map(|credit| variant.convert(credit).into_owned());
        media_words(used, credit, variant);
    }
}

/// Whoever made a picture is named in the release's original language, and in its other scripts.
fn media_words(MediaUse { words, .. }: &mut MediaUse, credit: Option<String>, variant: &Variant) {
    let mut own = words.get(&variant.of).cloned().unwrap_or_default();
    let MediaWords { alt, caption, title, .. } = &mut own;
    all(variant, [alt, caption, title].into_iter().flatten());
    words.insert(variant.language, MediaWords { credit, ..own });
}

fn converted(translation: &mut Translation, variant: &Variant) {
    let Translation { title, summary, aliases, author, source_name, event_place, corrections, text, .. } = translation;
    all(variant, std::iter::once(title).chain(summary).chain(source_name).chain(event_place));
    if let Some(AuthorFront { name, role, organization }) = author {
        all(variant, [name, role, organization].into_iter().flatten());
    }
    all(variant, corrections.iter_mut().map(|(_, text)| text));
    aliases.clear();
    opening(text, variant);
}

fn term(term: &mut Term, variant: &Variant) {
    add(&mut term.names, variant, |name, variant| variant.convert_in_place(name));
    add(&mut term.history.former, variant, |names, variant| {
        names.iter_mut().for_each(|former| variant.convert_in_place(&mut former.value));
    });
    if let Some(map) = &mut term.map {
        add(&mut map.labels, variant, |label, variant| variant.convert_in_place(label));
    }
    if let Some(project) = &mut term.project {
        add(&mut project.texts, variant, project_text);
    }
}

fn project_text(project: &mut ProjectText, variant: &Variant) {
    let ProjectText { summary, short_names, partners, aliases, text } = project;
    all(variant, summary.iter_mut().chain(short_names).chain(partners));
    aliases.clear();
    opening(text, variant);
}
