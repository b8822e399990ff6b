//! What is shown in a language into which nobody translated it, in the words of another.

use crate::config::Config;
use crate::diagnostic::At;
use crate::language::Language;
use crate::location::Permalink;
use crate::model::newsroom::{Newsroom, Release, Text};
use crate::parse::Draft;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Lends texts to all languages that show what they lack: each takes that of the first language of its chain that has one
/// ready.
pub fn borrow(newsroom: &mut Newsroom, config: &Config) {
    let chains: Vec<Vec<Language>> = borrowers(config).map(|language| config.chain(language)).collect();
    newsroom.releases.par_iter_mut().for_each(|release| chains.iter().for_each(|chain| lend(release, chain)));
    for chain in &chains {
        let projects = newsroom.terms.iter_mut().filter_map(|term| term.project.as_mut());
        projects.for_each(|project| lend_text(&mut project.texts, chain, |one| (&mut one.text, &mut one.aliases)));
        let pages = newsroom.pages.iter_mut();
        pages.for_each(|page| lend_text(&mut page.texts, chain, |one| (&mut one.text, &mut one.aliases)));
    }
}

/// Lends a release's texts anew where they were lent.
pub fn lent(release: &mut Release, config: &Config) {
    borrowers(config).for_each(|language| lend(release, &config.chain(language)));
}

/// The languages that show what they lack, with their other scripts.
fn borrowers(config: &Config) -> impl Iterator<Item = Language> + '_ {
    config.languages.iter().filter(|language| config.borrowing.contains(&config.written(*language)))
}

fn lend(release: &mut Release, chain: &[Language]) {
    let Some((&language, others)) = chain.split_first() else { return };
    if release.translations.get(&language).is_some_and(|own| own.text.borrowed.is_none()) {
        return;
    }
    let ready = |other: &&Language| {
        release.translations.get(other).is_some_and(|text| text.text.borrowed.is_none() && text.draft == Draft::Ready)
    };
    let Some(&lender) = others.iter().find(ready) else { return };
    if let Some(mut text) = release.translations.get(&lender).cloned() {
        text.text.borrowed = Some(lender);
        text.aliases.clear();
        release.translations.insert(language, text);
    }
    for media in release.image.iter_mut().chain(&mut release.gallery).chain(&mut release.attachments) {
        if let Some(words) = media.words.get(&lender).cloned() {
            media.words.insert(language, words);
        }
    }
}

/// Lends a text of what always has one ready, as projects and standing pages do; `parts` are its body and its old addresses.
fn lend_text<T: Clone>(
    texts: &mut BTreeMap<Language, T>,
    chain: &[Language],
    parts: fn(&mut T) -> (&mut Text, &mut Vec<At<Permalink>>),
) {
    let Some((language, others)) = chain.split_first().filter(|(language, _)| !texts.contains_key(language)) else {
        return;
    };
    let lent = others.iter().find_map(|lender| {
        let mut lent = texts.get(lender)?.clone();
        let (text, aliases) = parts(&mut lent);
        aliases.clear();
        text.borrowed.replace(*lender).is_none().then_some(lent)
    });
    if let Some(lent) = lent {
        texts.insert(*language, lent);
    }
}
