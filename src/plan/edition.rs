//! The newsroom as it is public at one moment, for those for whom the site is made.

use crate::config::Config;
use crate::hash::ContentHash;
use crate::language::Language;
use crate::location::{Permalink, Spot};
use crate::model::{MediaNo, Newsroom, Release, ReleaseNo, State, Translation};
use crate::plan::imprint::Imprint;
use crate::plan::known::Known;
use crate::plan::phrases::Phrases;
use crate::plan::shelf::Shelf;
use crate::plan::target::Target;
use crate::theme::Theme;
use crate::view::{self, FeedItem, Shared, Site, Tile};
use jiff::Timestamp;
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};

/// For whom the site is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Audience {
    /// Everybody: drafts and what is not yet public are in no byte of it.
    Public,
    /// The editors: drafts and held releases stand in it, marked.
    Editors,
}

/// How a translation stands for those for whom the site is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Public.
    Public,
    /// Only for editors: `draft` or `held`.
    Marked(&'static str),
    /// Public in another language, in whose words it is shown.
    Borrowed,
    /// Taken down; a notice stands in its place.
    Expired,
}

impl Standing {
    /// A number of its own, never 0.
    pub fn number(self) -> u8 {
        match self {
            Self::Public => 1,
            Self::Expired => 2,
            Self::Marked("draft") => 3,
            Self::Marked(_) => 4,
            Self::Borrowed => 5,
        }
    }
}

/// The newsroom at a moment.
pub struct Edition {
    /// All content.
    pub newsroom: Arc<Newsroom>,
    /// The theme.
    pub theme: Arc<Theme>,
    /// The settings.
    pub config: Arc<Config>,
    /// The moment.
    pub now: Timestamp,
    /// For whom.
    pub audience: Audience,
    /// The releases of each language.
    pub shelves: BTreeMap<Language, Shelf>,
    /// What is said again and again in each language.
    phrases: BTreeMap<Language, Phrases>,
    /// What earlier builds knew of releases.
    pub(crate) known: Known,
    /// The hash of what all releases have in common.
    pub(crate) ground: ContentHash,
    /// What all pages of a language share.
    sites: BTreeMap<Language, Arc<Shared<Site>>>,
    /// What is made of a release when it is first shown, by the language.
    made: BTreeMap<Language, Made>,
    /// The pages that search engines are told of, in the order of their addresses.
    indexed: BTreeMap<Language, Vec<Target>>,
}

/// What is made once of each release, by its number.
#[derive(Default)]
struct Made {
    imprints: Vec<Imprint>,
    tiles: Vec<view::Made>,
    items: Vec<OnceLock<Option<Arc<Shared<FeedItem>>>>>,
}

impl Made {
    fn of(imprints: Vec<Imprint>) -> Self {
        let releases = imprints.len();
        let mut made = Self { imprints, ..Self::default() };
        made.tiles.resize_with(releases, view::Made::default);
        made.items.resize_with(releases, OnceLock::new);
        made
    }
}

impl Edition {
    /// The newsroom at `now`.
    pub fn new(
        newsroom: Arc<Newsroom>,
        theme: Arc<Theme>,
        config: Arc<Config>,
        now: Timestamp,
        audience: Audience,
        known: Known,
    ) -> Self {
        let languages: Vec<Language> = config.languages.iter().collect();
        let mut edition = Self {
            newsroom,
            theme,
            config,
            now,
            audience,
            known,
            ground: ContentHash::of(b""),
            shelves: BTreeMap::new(),
            phrases: BTreeMap::new(),
            sites: BTreeMap::new(),
            made: BTreeMap::new(),
            indexed: BTreeMap::new(),
        };
        edition.shelves = by_language(&languages, |language| edition.shelf(language));
        edition.phrases = by_language(&languages, |language| edition.take_phrases(language));
        edition.sites = by_language(&languages, |language| edition.site(language));
        edition.ground = edition.take_ground();
        let imprints = by_language(&languages, |language| edition.known_imprints(language));
        edition.made = imprints.into_iter().map(|(language, imprints)| (language, Made::of(imprints))).collect();
        edition
    }

    /// The day, in the time zone of the newsroom.
    pub fn today(&self) -> Date {
        self.now.to_zoned(self.config.zone.clone()).date()
    }

    /// How a text of a release stands.
    pub fn state(&self, release: &Release, translation: &Translation) -> State {
        State::of(release, translation, self.now)
    }

    /// How a release stands in a language; `None` when there is nothing to show.
    pub fn standing(&self, release: &Release, language: Language) -> Option<Standing> {
        let translation = release.translations.get(&language)?;
        match (self.state(release, translation), self.audience) {
            (State::Public, _) if translation.text.borrowed.is_some() => Some(Standing::Borrowed),
            (_, _) if translation.text.borrowed.is_some() => None,
            (State::Public, _) => Some(Standing::Public),
            (State::Expired, _) => Some(Standing::Expired),
            (State::Draft | State::Held, Audience::Public) => None,
            (marked, Audience::Editors) => Some(Standing::Marked(marked.word())),
        }
    }

    /// The word that marks a release for editors.
    pub fn mark(&self, release: &Release, language: Language) -> Option<&'static str> {
        match self.standing(release, language)? {
            Standing::Marked(mark) => Some(mark),
            _ => None,
        }
    }

    /// The releases of a language.
    pub fn releases(&self, language: Language) -> &Shelf {
        static EMPTY: LazyLock<Shelf> = LazyLock::new(Shelf::default);
        self.shelves.get(&language).unwrap_or(&EMPTY)
    }

    /// The phrases of a language.
    pub fn phrases(&self, language: Language) -> &Phrases {
        static NONE: LazyLock<Phrases> = LazyLock::new(Phrases::default);
        self.phrases.get(&language).unwrap_or(&NONE)
    }

    /// What all pages of a language share; nothing for a language that the newsroom does not have.
    pub fn shared_site(&self, language: Language) -> Option<Arc<Shared<Site>>> {
        self.sites.get(&language).cloned()
    }

    /// The hashes of what files show of a release.
    pub fn imprint(&self, no: ReleaseNo, language: Language) -> Option<&Imprint> {
        self.made.get(&language)?.imprints.get(no.index())
    }

    /// The pages of a language that search engines are told of, in the order of their addresses.
    pub fn indexed(&self, language: Language) -> &[Target] {
        self.indexed.get(&language).map_or(&[], Vec::as_slice)
    }

    /// Sets which pages search engines are told of.
    pub fn index(&mut self, indexed: BTreeMap<Language, Vec<Target>>) {
        self.indexed = indexed;
    }

    /// The address of a release in a language in which it has a text.
    pub fn permalink(&self, release: &Release, language: Language, translation: &Translation) -> Permalink {
        Permalink::of(language, Spot::Release(release.date.at.date(), &translation.slug))
    }

    /// The language in which a reader of `language` is best shown a release: his own, the original, any.
    pub fn best<'r>(&self, release: &'r Release, language: Language) -> Option<(Language, &'r Translation)> {
        let order = [language, release.original].into_iter().chain(self.config.languages.iter());
        let mut shown = order.filter(|language| self.standing(release, *language).is_some());
        let best = shown.next()?;
        Some((best, release.translations.get(&best)?))
    }

    /// Forgets what was made of a text.
    pub fn forget(&mut self, no: ReleaseNo, language: Language) {
        let Some(made) = self.made.get_mut(&language) else { return };
        let at = no.index();
        (made.imprints[at], made.tiles[at], made.items[at]) = Default::default();
    }

    /// A release in a list: made once, however many lists show it.
    pub fn tile(&self, no: ReleaseNo, language: Language) -> Option<Tile> {
        let tile = self.made.get(&language)?.tiles.get(no.index())?;
        Tile::new(tile, || self.card(no, language))
    }

    /// A release as feeds show it: made once, however many feeds show it.
    pub fn item(&self, no: ReleaseNo, language: Language) -> Option<Arc<Shared<FeedItem>>> {
        let item = self.made.get(&language)?.items.get(no.index())?;
        item.get_or_init(|| self.feed_item(no, language).map(Shared::new)).clone()
    }

    /// The local URL of an address.
    pub fn local(&self, permalink: &Permalink) -> String {
        self.config.base_url.local(permalink)
    }

    /// The absolute URL of an address.
    pub fn absolute(&self, permalink: &Permalink) -> String {
        self.config.base_url.absolute(permalink)
    }

    /// The local URL of a file.
    pub fn media_url(&self, no: MediaNo) -> String {
        self.local(&self.newsroom.media(no).permalink)
    }

    /// The hash of the program that makes the files.
    pub fn generator(&self) -> ContentHash {
        ContentHash::of(env!("CARGO_PKG_VERSION").as_bytes())
    }

    /// The hashes of the templates and of the strings of a language.
    pub fn look(&self, language: Language) -> [ContentHash; 2] {
        [self.theme.templates_hash(), self.theme.strings(language).hash()]
    }
}

fn by_language<T: Send>(languages: &[Language], make: impl Fn(Language) -> T + Sync) -> BTreeMap<Language, T> {
    languages.par_iter().map(|language| (*language, make(*language))).collect::<Vec<_>>().into_iter().collect()
}
