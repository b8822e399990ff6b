//! The hashes of what files show of releases: of a card, a link, a page. Who shows a release changes when that hash does.

use crate::hash::ContentHash;
use crate::language::Language;
use crate::model::ReleaseNo;
use crate::plan::edition::Edition;
use crate::view::hash_of;
use std::sync::OnceLock;

/// The hashes of one release in one language, each taken when it is first asked for.
#[derive(Debug, Default)]
pub struct Imprint {
    page: OnceLock<ContentHash>,
    link: OnceLock<ContentHash>,
    related: OnceLock<ContentHash>,
    card: OnceLock<ContentHash>,
    url: OnceLock<ContentHash>,
}

impl Edition<'_> {
    /// Of the page of a release, without what that shows of others.
    pub fn page_hash(&self, no: ReleaseNo, language: Language) -> ContentHash {
        let draft = || self.release_draft(no, language);
        let take = || draft().map_or_else(|| ContentHash::of(b""), |draft| hash_of(&draft.view));
        self.once(no, language, |imprint| &imprint.page, take)
    }

    /// Of its title and address.
    pub fn link_hash(&self, no: ReleaseNo, language: Language) -> ContentHash {
        self.once(no, language, |imprint| &imprint.link, || hash_of(&self.release_link(no, language)))
    }

    /// Of its entry in 'read also'.
    pub fn related_hash(&self, no: ReleaseNo, language: Language) -> ContentHash {
        self.once(no, language, |imprint| &imprint.related, || hash_of(&self.related_link(no, language)))
    }

    /// Of its card.
    pub fn card_hash(&self, no: ReleaseNo, language: Language) -> ContentHash {
        self.once(no, language, |imprint| &imprint.card, || hash_of(&self.card(no, language)))
    }

    /// Of its entry in the sitemap.
    pub fn url_hash(&self, no: ReleaseNo, language: Language) -> ContentHash {
        self.once(no, language, |imprint| &imprint.url, || hash_of(&self.release_url(no, language)))
    }

    fn once(
        &self,
        no: ReleaseNo,
        language: Language,
        which: fn(&Imprint) -> &OnceLock<ContentHash>,
        take: impl FnOnce() -> ContentHash,
    ) -> ContentHash {
        match self.imprint(no, language) {
            Some(imprint) => *which(imprint).get_or_init(take),
            None => take(),
        }
    }
}
