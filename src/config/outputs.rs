//! Which kinds of output are made; all of them unless site.yaml says otherwise.

use crate::diagnostic::At;
use crate::location::Taxonomy;
use crate::view::FeedFormat;

/// Whether something is made or done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Switch {
    /// It is.
    On,
    /// It is not.
    Off,
}

impl Switch {
    /// What a yes or no in the settings means; without one it is on.
    pub fn of(flag: Option<At<bool>>) -> Self {
        if flag.is_none_or(|flag| flag.value) { Self::On } else { Self::Off }
    }
}

/// A level of the archive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Archive {
    /// A page for each year.
    Year,
    /// A page for each month.
    Month,
}

/// The kinds of output.
#[derive(Clone, Debug)]
pub struct Outputs {
    /// The formats of the newsroom's feed.
    pub site_feeds: Vec<FeedFormat>,
    /// The formats of each term's feed.
    pub term_feeds: Vec<FeedFormat>,
    /// The taxonomies whose terms have pages.
    pub terms: Vec<Taxonomy>,
    /// The archive's levels.
    pub archives: Vec<Archive>,
    /// Lists of feeds.
    pub opml: Switch,
    /// Sitemaps with hreflang.
    pub sitemap: Switch,
    /// The sitemap of the last 48 hours.
    pub news_sitemap: Switch,
    /// robots.txt.
    pub robots: Switch,
    /// The page of coming events.
    pub events: Switch,
    /// Calendar files.
    pub calendars: Switch,
    /// Structured data in pages.
    pub json_ld: Switch,
    /// 'Read also' on releases.
    pub related: Switch,
    /// Links to share a release.
    pub share: Switch,
    /// Redirect pages for aliases.
    pub redirects: Switch,
}

impl Default for Outputs {
    fn default() -> Self {
        Self {
            site_feeds: vec![FeedFormat::Rss, FeedFormat::Atom, FeedFormat::Json],
            term_feeds: vec![FeedFormat::Rss],
            terms: Taxonomy::ALL.to_vec(),
            archives: vec![Archive::Year, Archive::Month],
            opml: Switch::On,
            sitemap: Switch::On,
            news_sitemap: Switch::On,
            robots: Switch::On,
            events: Switch::On,
            calendars: Switch::On,
            json_ld: Switch::On,
            related: Switch::On,
            share: Switch::On,
            redirects: Switch::On,
        }
    }
}
