//! The hashes of what files show of releases: of a card, a link, a page. Who shows a release changes when that hash does.

use crate::hash::ContentHash;
use crate::language::Language;
use crate::model::ReleaseNo;
use crate::plan::edition::Edition;
use crate::view::hash_of;
use rayon::prelude::*;

/// The hashes of one release in one language.
#[derive(Clone, Copy, Debug)]
pub struct Imprint {
    /// Of its page, without what that shows of others.
    pub page: ContentHash,
    /// Of its title and address.
    pub link: ContentHash,
    /// Of its entry in 'read also'.
    pub related: ContentHash,
    /// Of its card.
    pub card: ContentHash,
    /// Of its entry in the sitemap, where it has one.
    pub url: Option<ContentHash>,
}

/// The hashes of all releases by their numbers; nothing for one that is not shown in the language.
pub type Imprints = Vec<Option<Imprint>>;

impl Edition<'_> {
    /// Takes the hashes of all releases in a language.
    pub fn take_imprints(&self, language: Language) -> Imprints {
        let numbers = 0..u32::try_from(self.newsroom.releases.len()).unwrap_or(u32::MAX);
        numbers.into_par_iter().map(|no| self.take_imprint(ReleaseNo(no), language)).collect()
    }

    fn take_imprint(&self, no: ReleaseNo, language: Language) -> Option<Imprint> {
        let draft = self.release_draft(no, language)?;
        Some(Imprint {
            page: hash_of(&draft.view),
            link: hash_of(&self.release_link(no, language)),
            related: hash_of(&self.related_link(no, language)),
            card: hash_of(&self.new_card(no, language)),
            url: self.release_url(no, language).map(|url| hash_of(&url)),
        })
    }
}
