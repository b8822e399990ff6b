//! When the site changes by itself.

use crate::config::{Config, Switch};
use crate::model::{Newsroom, Release, ReleaseNo};
use crate::parse::Draft;
use crate::plan::calendars::end;
use crate::plan::edition::Edition;
use crate::plan::sitemaps::NEWS;
use jiff::Timestamp;

/// A change that no editor makes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Change {
    /// When it comes.
    pub at: Timestamp,
    /// The release that makes it.
    pub release: ReleaseNo,
    /// What happens to it.
    pub turn: Turn,
}

/// What time does to a release.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Turn {
    /// It becomes public.
    Published,
    /// It is taken down.
    Expired,
    /// It leaves the sitemap of news.
    OldNews,
    /// Its event is over.
    EventOver,
}

impl Turn {
    /// The word for it in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Expired => "expired",
            Self::OldNews => "old-news",
            Self::EventOver => "event-over",
        }
    }
}

/// What changes by itself after `now` on the public site, in order of time: of releases with a text that is no draft,
/// while they are public.
pub fn changes(newsroom: &Newsroom, config: &Config, now: Timestamp) -> Vec<Change> {
    let of = |(release, it): (ReleaseNo, &Release)| {
        let ready = it.translations.values().any(|text| text.draft == Draft::Ready);
        let until = it.expires.as_ref().map_or(Timestamp::MAX, jiff::Zoned::timestamp);
        let public = it.published..=until;
        let turns = turns(it).into_iter().filter(move |(at, turn)| {
            let happens = ready && public.contains(at) && (*at < until || *turn == Turn::Expired);
            happens && *at > now && shows(config, *turn)
        });
        turns.map(move |(at, turn)| Change { at, release, turn }).collect::<Vec<_>>()
    };
    let mut all: Vec<Change> = (0..).map(ReleaseNo).zip(&newsroom.releases).flat_map(of).collect();
    all.sort_unstable();
    all
}

/// Whether the site has something that a turn changes.
fn shows(config: &Config, turn: Turn) -> bool {
    let outputs = &config.outputs;
    match turn {
        Turn::Published | Turn::Expired => true,
        Turn::OldNews => outputs.news_sitemap == Switch::On,
        Turn::EventOver => outputs.events == Switch::On || outputs.calendars == Switch::On,
    }
}

/// Every turn that a release takes, whatever may come before.
fn turns(release: &Release) -> Vec<(Timestamp, Turn)> {
    let event = release.event.as_ref().map(|(starts, ends)| end(ends.as_ref().unwrap_or(starts)));
    let turns = [
        (Some(release.published), Turn::Published),
        (release.expires.as_ref().map(jiff::Zoned::timestamp), Turn::Expired),
        (release.published.checked_add(NEWS).ok(), Turn::OldNews),
        (event, Turn::EventOver),
    ];
    turns.into_iter().filter_map(|(at, turn)| Some((at?, turn))).collect()
}

impl Edition {
    /// The first moment after this one at which something may change by itself: a release is public, expires or is no
    /// longer news, an event is over.
    pub fn next_change(&self) -> Option<Timestamp> {
        let moments = self.newsroom.releases.iter().flat_map(turns).map(|(at, _)| at);
        moments.filter(|moment| *moment > self.now).min()
    }
}
