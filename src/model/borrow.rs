//! Releases that are shown in a language into which nobody translated them, in the words of another.

use crate::config::Config;
use crate::language::Language;
use crate::model::newsroom::{Newsroom, Release};
use crate::parse::Draft;
use rayon::prelude::*;

/// Lends texts to all languages that show what they lack: each takes that of the first language of its chain that has one
/// ready.
pub fn borrow(newsroom: &mut Newsroom, config: &Config) {
    let chains: Vec<Vec<Language>> = borrowers(config).map(|language| config.chain(language)).collect();
    newsroom.releases.par_iter_mut().for_each(|release| chains.iter().for_each(|chain| lend(release, chain)));
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
    if release.translations.get(&language).is_some_and(|own| own.borrowed.is_none()) {
        return;
    }
    let ready = |other: &&Language| {
        release.translations.get(other).is_some_and(|text| text.borrowed.is_none() && text.draft == Draft::Ready)
    };
    let Some(&lender) = others.iter().find(ready) else { return };
    if let Some(mut text) = release.translations.get(&lender).cloned() {
        text.borrowed = Some(lender);
        text.aliases.clear();
        release.translations.insert(language, text);
    }
    for media in release.image.iter_mut().chain(&mut release.gallery).chain(&mut release.attachments) {
        if let Some(words) = media.words.get(&lender).cloned() {
            media.words.insert(language, words);
        }
    }
}
