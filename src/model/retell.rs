//! A newsroom in which one text says something else.

use crate::config::Config;
use crate::model::newsroom::{Newsroom, ReleaseNo};
use crate::model::{borrow, convert, typeset};
use crate::parse::Document;

/// Replaces the words of a release's text, and of what is converted or borrowed from it: its title, its summary and its body, whose links and pictures are as they were.
/// Nothing for a text that the newsroom does not have.
pub fn retell(newsroom: &mut Newsroom, document: &Document, config: &Config) -> Option<ReleaseNo> {
    let at = newsroom.releases.iter().position(|release| release.subject == document.subject)?;
    let translation = newsroom.releases[at].translations.get_mut(&document.language)?;
    let survey = &document.body.survey;
    translation.source = document.hash;
    translation.title.clone_from(&document.title.value);
    translation.summary.clone_from(&document.summary);
    let text = &mut translation.text;
    (text.start, text.hash, text.words) = (document.body.start, document.body.hash, survey.words);
    text.opening.clone_from(&survey.summary);
    for (written, target) in &mut text.links {
        if let Some(link) = survey.links.iter().find(|link| link.value == *written) {
            target.span = link.span;
        }
    }
    for (written, picture) in &mut text.pictures {
        if let Some(image) = survey.images.iter().find(|image| image.file.value == *written) {
            picture.span = image.file.span;
        }
    }
    typeset::retold(translation, document.language, config);
    let variants = config.variants.iter().filter(|variant| variant.of == document.language);
    variants.for_each(|variant| convert::translation(&mut newsroom.releases[at], variant));
    borrow::lent(&mut newsroom.releases[at], config);
    u32::try_from(at).ok().map(ReleaseNo)
}
