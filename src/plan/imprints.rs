//! The hashes of what files show of releases: of a card, a link, a page. Who shows a release changes when that hash does.
//!
//! To take them the page of a release is made, so they are kept from build to build (`known`), by the hash of all that
//! they are made from.

use crate::hash::ContentHash;
use crate::language::Language;
use crate::model::{Goal, MediaNo, MediaUse, Release, ReleaseNo, Text};
use crate::plan::edition::Edition;
use crate::plan::imprint::{Imprint, Of};
use crate::plan::known::Hashes;
use crate::view::hash_of;
use rayon::prelude::*;

impl Edition {
    /// Of the page of a release, without what that shows of others.
    pub fn page_hash(&self, no: ReleaseNo, language: Language) -> ContentHash {
        let draft = || self.release_draft(no, language);
        let take = || draft().map_or_else(|| ContentHash::of(b""), |draft| hash_of(&draft.view));
        self.once(no, language, Of::Page, take)
    }

    /// The same, when its page was made anyway.
    pub fn set_page_hash(&self, no: ReleaseNo, language: Language, hash: ContentHash) {
        self.once(no, language, Of::Page, || hash);
    }

    /// Of its title and address.
    pub fn link_hash(&self, no: ReleaseNo, language: Language) -> ContentHash {
        self.once(no, language, Of::Link, || hash_of(&self.release_link(no, language)))
    }

    /// Of its entry in 'read also'.
    pub fn related_hash(&self, no: ReleaseNo, language: Language) -> ContentHash {
        self.once(no, language, Of::Related, || hash_of(&self.related_link(no, language)))
    }

    /// Of its card.
    pub fn card_hash(&self, no: ReleaseNo, language: Language) -> ContentHash {
        self.once(no, language, Of::Card, || hash_of(&self.card(no, language)))
    }

    /// Of its entry in the sitemap.
    pub fn url_hash(&self, no: ReleaseNo, language: Language) -> ContentHash {
        self.once(no, language, Of::Url, || hash_of(&self.release_url(no, language)))
    }

    fn once(&self, no: ReleaseNo, language: Language, of: Of, take: impl Fn() -> ContentHash) -> ContentHash {
        let Some(imprint) = self.imprint(no, language) else { return take() };
        let hash = *imprint.cell(of).get_or_init(&take);
        debug_assert_eq!(hash, take(), "what was known of {no:?} in {language} is no longer so");
        hash
    }

    /// The imprints of all releases in a language, as far as they are known.
    pub fn known_imprints(&self, language: Language) -> Vec<Imprint> {
        let known = |release: &Release| match release.translations.contains_key(&language) {
            true => self.known.get(self.key(release, language)).unwrap_or_default(),
            false => Hashes::default(),
        };
        self.newsroom.releases.par_iter().map(|release| Imprint::of(known(release))).collect()
    }

    /// Of how many releases nothing was known, counted in each language.
    pub fn unknown(&self) -> usize {
        self.known.unknown()
    }

    /// All that is known of releases now, by the keys under which it is to be kept.
    pub fn imprints(&self) -> Vec<(ContentHash, Hashes)> {
        let of = |language: Language| {
            let numbers = (0..).map(ReleaseNo).zip(&self.newsroom.releases).collect::<Vec<_>>();
            let imprint = move |(no, release): (ReleaseNo, &Release)| {
                let known = self.imprint(no, language)?.known();
                known.iter().any(Option::is_some).then(|| (self.key(release, language), known))
            };
            numbers.into_par_iter().filter_map(imprint).collect::<Vec<_>>()
        };
        self.config.languages.iter().flat_map(of).collect()
    }

    /// The hash of all that a release's page, card and links are made from.
    fn key(&self, release: &Release, language: Language) -> ContentHash {
        let mut key: Vec<u8> = Vec::with_capacity(512);
        key.extend(self.ground.as_bytes());
        // A zero after each text: no two ways to divide the bytes.
        let add = |text: &str, key: &mut Vec<u8>| key.extend(text.bytes().chain([0]));
        add(language.as_str(), &mut key);
        add(&release.id, &mut key);
        key.extend(release.terms.iter().flat_map(|term| term.0.to_le_bytes()));
        for (lang, translation) in release.translations.iter() {
            add(lang.as_str(), &mut key);
            key.extend(translation.source.as_bytes());
            key.push(self.standing(release, *lang).map_or(0, |standing| standing.number()));
        }
        let media = release.image.iter().chain(&release.gallery).chain(&release.attachments);
        media.for_each(|MediaUse { media, .. }| self.add_media(*media, &mut key));
        if let Some(translation) = release.translations.get(&language) {
            self.add_refs(&translation.text, language, &mut key);
        }
        ContentHash::of(&key)
    }

    /// Adds what the links and pictures of a text come to.
    fn add_refs(&self, text: &Text, language: Language, key: &mut Vec<u8>) {
        text.pictures.iter().for_each(|(_, picture)| self.add_media(picture.value, key));
        for (_, target) in &text.links {
            match target.goal {
                Goal::Here => {}
                Goal::Media(no) => self.add_media(no, key),
                _ => key.extend(hash_of(&self.link(target, language).ok()).as_bytes()),
            }
        }
    }

    fn add_media(&self, no: MediaNo, key: &mut Vec<u8>) {
        let media = self.newsroom.media(no);
        key.extend(media.file.hash.as_bytes());
        key.extend(media.permalink.as_str().bytes().chain([0]));
    }

    /// The hash of all that the releases of a newsroom have in common: settings, which names have come, templates' strings,
    /// terms, site.
    pub fn take_ground(&self) -> ContentHash {
        let terms = self.newsroom.terms.iter().map(|term| (term.taxonomy, &term.id, &term.code)).collect::<Vec<_>>();
        let mut ground = format!("{:?} {:?} {:?}", self.config, self.audience, self.names_so_far()).into_bytes();
        ground.extend(hash_of(&terms).as_bytes());
        for language in self.config.languages.iter() {
            ground.extend(self.look(language).iter().flat_map(ContentHash::as_bytes));
            ground.extend(hash_of(&self.shared_site(language)).as_bytes());
            ground.extend(self.phrases(language).hash().as_bytes());
        }
        ContentHash::of(&ground)
    }
}
