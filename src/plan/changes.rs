//! When the site changes by itself.

use crate::model::Release;
use crate::plan::calendars::end;
use crate::plan::edition::Edition;
use crate::plan::sitemaps::NEWS;
use jiff::Timestamp;

/// What happens to a release when its time has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Turn {
    /// It is public.
    Published,
    /// It is no longer news: it leaves the sitemap of the latest news.
    NoNews,
    /// Its event is over.
    EventOver,
    /// It expires.
    Expired,
}

impl Turn {
    /// The turn in a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::NoNews => "no-news",
            Self::EventOver => "event-over",
            Self::Expired => "expired",
        }
    }
}

/// The turns of a release, past ones among them.
pub fn turns(release: &Release) -> impl Iterator<Item = (Timestamp, Turn)> {
    let expires = release.expires.as_ref().map(jiff::Zoned::timestamp);
    let news = release.published.checked_add(NEWS).ok();
    let event = release.event.as_ref().map(|(starts, ends)| end(ends.as_ref().unwrap_or(starts)));
    let turns = [
        (Some(release.published), Turn::Published),
        (news, Turn::NoNews),
        (event, Turn::EventOver),
        (expires, Turn::Expired),
    ];
    turns.into_iter().filter_map(|(at, turn)| Some((at?, turn)))
}

impl Edition {
    /// The first moment after this one at which something changes by itself.
    pub fn next_change(&self) -> Option<Timestamp> {
        let moments = self.newsroom.releases.iter().flat_map(turns).map(|(at, _)| at);
        moments.filter(|moment| *moment > self.now).min()
    }
}
