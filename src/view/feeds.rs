//! What feed readers and calendars see.

use crate::language::Language;
use crate::location::Taxonomy;
use crate::view::release::Body;
use crate::view::release::Correction;
use crate::view::shared::{Shared, nothing};
use serde::Serialize;
use std::sync::Arc;

/// A file of a feed's entry.
#[derive(Clone, Debug, Serialize)]
pub struct FeedMedia {
    /// Absolute URL.
    pub url: String,
    /// The media type.
    pub media_type: &'static str,
    /// The length in bytes.
    pub bytes: u64,
    /// The title or alternative text.
    pub title: String,
    /// The caption.
    pub description: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
    /// Whether it is a picture or a file.
    pub medium: Medium,
}

/// What a feed's file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Medium {
    /// A picture.
    Image,
    /// A file to take along.
    Document,
}

/// An entry of a feed.
#[derive(Clone, Debug, Serialize)]
pub struct FeedItem {
    /// `tag:AUTHORITY:<release id>/<language>`.
    pub id: String,
    /// The headline.
    pub title: String,
    /// Absolute URL of the page.
    pub url: String,
    /// The instant of publication, RFC 3339 with the offset of that day.
    pub published: String,
    /// The last change that was announced; the instant of publication when there was none.
    pub updated: String,
    /// The summary.
    pub summary: String,
    /// Who signs, in one line.
    pub author: String,
    /// Names of regions, projects and tags.
    pub categories: Vec<(Taxonomy, String)>,
    /// Pictures and attachments, the lead picture first.
    pub media: Vec<FeedMedia>,
    /// Corrections, newest first, to stand after the text.
    pub corrections: Vec<Correction>,
    /// The text.
    pub body: Body,
}

/// The format of a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FeedFormat {
    /// RSS 2.0.
    Rss,
    /// Atom 1.0 (RFC 4287).
    Atom,
    /// JSON Feed 1.1.
    Json,
}

impl FeedFormat {
    /// The name of the file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Rss => "rss.xml",
            Self::Atom => "atom.xml",
            Self::Json => "feed.json",
        }
    }

    /// The word in site.yaml and in views.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rss => "rss",
            Self::Atom => "atom",
            Self::Json => "json",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Rss => "application/rss+xml",
            Self::Atom => "application/atom+xml",
            Self::Json => "application/feed+json",
        }
    }
}

/// A feed.
#[derive(Clone, Debug, Serialize)]
pub struct Feed {
    /// Its format.
    pub format: FeedFormat,
    /// Its language.
    pub lang: Language,
    /// Its title.
    pub title: String,
    /// What it holds.
    pub description: String,
    /// Its identifier, a `tag:` URI.
    pub id: String,
    /// Absolute URL of the feed.
    pub url: String,
    /// Absolute URL of the page that it follows.
    pub home: String,
    /// Scheme and host, for the URLs of texts.
    pub origin: String,
    /// The newest change of its entries, RFC 3339; the epoch when it is empty.
    pub updated: String,
    /// The publisher's name.
    pub publisher: String,
    /// The heading before corrections.
    pub corrections_title: String,
    /// The entries, newest first.
    #[serde(serialize_with = "nothing")]
    pub items: Vec<Arc<Shared<FeedItem>>>,
}

/// A list of feeds.
#[derive(Clone, Debug, Serialize)]
pub struct Opml {
    /// Its title.
    pub title: String,
    /// The feeds, by group: the group's name and title, absolute feed and page URLs.
    pub groups: Vec<(String, Vec<OpmlEntry>)>,
}

/// A feed in a list of feeds.
#[derive(Clone, Debug, Serialize)]
pub struct OpmlEntry {
    /// The feed's title.
    pub title: String,
    /// Absolute URL of the feed.
    pub feed: String,
    /// Absolute URL of the page.
    pub page: String,
    /// The language.
    pub lang: Language,
}

/// A calendar.
#[derive(Clone, Debug, Serialize)]
pub struct Calendar {
    /// Its name.
    pub title: String,
    /// The language.
    pub lang: Language,
    /// The IANA name of the zone in which times stand.
    pub zone: String,
    /// The events, soonest first.
    pub events: Vec<CalendarEvent>,
}

/// An event of a calendar.
#[derive(Clone, Debug, Serialize)]
pub struct CalendarEvent {
    /// A stable identifier.
    pub uid: String,
    /// The name.
    pub title: String,
    /// Absolute URL of the release.
    pub url: String,
    /// The beginning: `2027-03-01T10:00:00+05:00`, or a date for a whole day.
    pub starts: String,
    /// The end, in the same form.
    pub ends: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// What it is about.
    pub summary: String,
    /// The last announced change, RFC 3339 in UTC.
    pub stamp: String,
    /// How many times it was changed.
    pub sequence: usize,
}
