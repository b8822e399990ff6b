//! The newsroom as it is public at one moment: what is held back is decided here and nowhere else.

use crate::config::Config;
use crate::language::Language;
use crate::location::{Permalink, Spot};
use crate::model::{MediaNo, Newsroom, Release, ReleaseNo, TermNo, Translation};
use crate::parse::Draft;
use crate::theme::Theme;
use crate::view::{Card, Shared};
use jiff::Timestamp;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, OnceLock};

/// For whom the site is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Audience {
    /// Everybody: drafts and what is not yet public are in no byte of it.
    Public,
    /// The editors: drafts and held releases stand in it, marked.
    Editors,
}

/// How a translation stands at the moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Public.
    Public,
    /// Only for editors: `draft` or `held`.
    Marked(&'static str),
    /// Taken down; a notice stands in its place.
    Expired,
}

/// The newsroom at a moment.
pub struct Edition<'a> {
    /// All content.
    pub newsroom: &'a Newsroom,
    /// The theme.
    pub theme: &'a Theme,
    /// The settings.
    pub config: &'a Config,
    /// The moment.
    pub now: Timestamp,
    /// For whom.
    pub audience: Audience,
    /// The releases of each language.
    pub shelves: BTreeMap<Language, Shelf>,
    used: Vec<AtomicBool>,
    cards: BTreeMap<Language, Vec<OnceLock<Option<Arc<Shared<Card>>>>>>,
}

/// The releases that are listed in one language.
#[derive(Debug, Default)]
pub struct Shelf {
    /// The releases, the oldest first.
    pub releases: Vec<ReleaseNo>,
    /// The releases of each term, the oldest first.
    pub by_term: HashMap<TermNo, Vec<ReleaseNo>>,
}

impl Shelf {
    /// The releases of a term, the oldest first.
    pub fn of(&self, term: TermNo) -> &[ReleaseNo] {
        self.by_term.get(&term).map_or(&[], Vec::as_slice)
    }
}

impl<'a> Edition<'a> {
    /// The newsroom at `now`.
    pub fn new(
        newsroom: &'a Newsroom,
        theme: &'a Theme,
        config: &'a Config,
        now: Timestamp,
        audience: Audience,
    ) -> Self {
        let used = newsroom.media.iter().map(|_| AtomicBool::new(false)).collect();
        let blank = || newsroom.releases.iter().map(|_| OnceLock::new()).collect();
        let cards = config.languages.iter().map(|language| (language, blank())).collect();
        let mut edition = Self { newsroom, theme, config, now, audience, shelves: BTreeMap::new(), used, cards };
        edition.shelves = config.languages.iter().map(|language| (language, edition.shelf(language))).collect();
        edition
    }

    fn shelf(&self, language: Language) -> Shelf {
        let mut shelf = Shelf::default();
        for (no, release) in (0..).map(ReleaseNo).zip(&self.newsroom.releases) {
            if !matches!(self.standing(release, language), Some(Standing::Public | Standing::Marked(_))) {
                continue;
            }
            shelf.releases.push(no);
            for term in &release.terms {
                shelf.by_term.entry(*term).or_default().push(no);
            }
        }
        shelf
    }

    /// How a release stands in a language; `None` when there is nothing to show.
    pub fn standing(&self, release: &Release, language: Language) -> Option<Standing> {
        let translation = release.translations.get(&language)?;
        let held = match translation.draft {
            Draft::Draft => Some("draft"),
            Draft::Ready if release.published > self.now => Some("held"),
            Draft::Ready => None,
        };
        match (held, self.audience) {
            (Some(mark), Audience::Editors) => Some(Standing::Marked(mark)),
            (Some(_), Audience::Public) => None,
            (None, _) if release.expires.as_ref().is_some_and(|expires| expires.timestamp() <= self.now) => {
                Some(Standing::Expired)
            }
            (None, _) => Some(Standing::Public),
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

    /// The address of a release in a language in which it has a text.
    pub fn permalink(&self, release: &Release, language: Language, translation: &Translation) -> Permalink {
        Permalink::of(language, Spot::Release(release.date.at.date(), &translation.slug))
    }

    /// The language in which a reader of `language` is best shown a release: his own, the original, any.
    pub fn best(&self, release: &'a Release, language: Language) -> Option<(Language, &'a Translation)> {
        let order = [language, release.original].into_iter().chain(self.config.languages.iter());
        let mut shown = order.filter(|language| self.standing(release, *language).is_some());
        let best = shown.next()?;
        Some((best, release.translations.get(&best)?))
    }

    /// A release as lists show it: made once, however many lists show it.
    pub fn card(&self, no: ReleaseNo, language: Language) -> Option<Arc<Shared<Card>>> {
        let card = self.cards.get(&language)?.get(no.index())?;
        card.get_or_init(|| self.new_card(no, language).map(Shared::new)).clone()
    }

    /// The local URL of an address.
    pub fn local(&self, permalink: &Permalink) -> String {
        self.config.base_url.local(permalink)
    }

    /// The absolute URL of an address.
    pub fn absolute(&self, permalink: &Permalink) -> String {
        self.config.base_url.absolute(permalink)
    }

    /// The local URL of a file, which is delivered from now on.
    pub fn media_url(&self, no: MediaNo) -> String {
        if let Some(used) = self.used.get(no.index()) {
            used.store(true, Ordering::Relaxed);
        }
        self.local(&self.newsroom.media(no).permalink)
    }

    /// The files whose URL was asked for.
    pub fn used_media(&self) -> impl Iterator<Item = MediaNo> + '_ {
        let used = |no: &MediaNo| self.used.get(no.index()).is_some_and(|used| used.load(Ordering::Relaxed));
        (0..self.newsroom.media.len()).filter_map(|no| u32::try_from(no).ok().map(MediaNo)).filter(used)
    }
}
