//! When the site changes by itself.

use crate::model::Release;
use crate::plan::calendars::end;
use crate::plan::edition::Edition;
use crate::plan::sitemaps::NEWS;
use jiff::Timestamp;

impl Edition {
    /// The first moment after this one at which something changes by itself: a release is public, expires or is no longer
    /// news, an event is over.
    pub fn next_change(&self) -> Option<Timestamp> {
        let of = |release: &Release| {
            let expires = release.expires.as_ref().map(jiff::Zoned::timestamp);
            let news = release.published.checked_add(NEWS).ok();
            let event = release.event.as_ref().map(|(starts, ends)| end(ends.as_ref().unwrap_or(starts)));
            [Some(release.published), expires, news, event]
        };
        let moments = self.newsroom.releases.iter().flat_map(of).flatten();
        moments.filter(|moment| *moment > self.now).min()
    }
}
