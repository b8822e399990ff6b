//! What an output file can be: named by what it is made from, and as small as that, so that a plan of a million files is
//! held with ease. What a file shows is made when it is rendered.

use crate::language::Language;
use crate::location::{OutputPath, Permalink, Taxonomy};
use crate::model::{MediaNo, PageNo, ReleaseNo, TermNo};
use crate::view::FeedFormat;
use std::sync::Arc;

/// What a list is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum List {
    /// All releases.
    News,
    /// Those of a term.
    Term(TermNo),
}

impl List {
    /// The term; nothing for the list of all.
    pub fn term(self) -> Option<TermNo> {
        match self {
            Self::Term(no) => Some(no),
            Self::News => None,
        }
    }
}

/// The kinds of file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// The front page of a language.
    Home(Language),
    /// A release, or the notice of one that has expired.
    Release(ReleaseNo, Language),
    /// A page of a list, by its number; the newest has none.
    List(List, Language, Option<u32>),
    /// A year of the archive.
    Year(Language, i16),
    /// A month of the archive.
    Month(Language, i16, i8),
    /// The index of a taxonomy.
    Index(Taxonomy, Language),
    /// Coming events.
    Events(Language),
    /// A page of corrections, by its number; the newest has none.
    Corrections(Language, Option<u32>),
    /// A standing page.
    Standing(PageNo, Language),
    /// The page for addresses that lead nowhere, and where it stands.
    NotFound(Language, Permalink),
    /// A page in a language that leads to an address.
    Redirect(Language, Permalink),
    /// A feed.
    Feed(List, Language, FeedFormat),
    /// The list of feeds.
    Opml(Language),
    /// The calendar file of coming events.
    Calendar(Language),
    /// The calendar file of a release.
    Event(ReleaseNo, Language),
    /// A sitemap of one language, by its number from 0.
    Sitemap(Language, u32),
    /// The list of sitemaps.
    SitemapIndex,
    /// The sitemap of the last 48 hours.
    NewsSitemap,
    /// robots.txt.
    Robots,
    /// The stylesheet.
    Style,
    /// A picture or attachment.
    Media(MediaNo),
    /// A static file of the theme, by its name.
    Asset(Arc<str>),
}

impl Target {
    /// The language of an HTML page that has a place of its own; nothing for other files, and for redirects.
    pub fn page_language(&self) -> Option<Language> {
        match self {
            Self::Home(language)
            | Self::Release(_, language)
            | Self::List(_, language, _)
            | Self::Year(language, _)
            | Self::Month(language, ..)
            | Self::Index(_, language)
            | Self::Events(language)
            | Self::Corrections(language, _)
            | Self::Standing(_, language)
            | Self::NotFound(language, _) => Some(*language),
            _ => None,
        }
    }
}

/// A file of the output.
#[derive(Debug)]
pub struct Planned {
    /// Where it lies.
    pub path: OutputPath,
    /// What it is.
    pub target: Target,
}
