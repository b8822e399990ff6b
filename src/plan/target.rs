//! What an output file can be.

use crate::hash::{ContentHash, Fingerprint};
use crate::language::Language;
use crate::location::OutputPath;
use crate::view::{Calendar, Feed, NewsSitemap, Opml, Page, Redirect, Sitemap, SitemapIndex};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The site: every file of the output with all that it depends on.
#[derive(Debug, Default)]
pub struct Plan {
    /// The files, in the order of their paths.
    pub targets: BTreeMap<OutputPath, Planned>,
    /// The first moment after that of the plan at which the plan would be another.
    pub next_change: Option<Timestamp>,
}

impl Plan {
    /// How many HTML pages there are.
    pub fn pages(&self) -> usize {
        self.targets.values().filter(|planned| matches!(planned.target, Target::Page(_))).count()
    }

    /// How many feeds there are.
    pub fn feeds(&self) -> usize {
        self.targets.values().filter(|planned| matches!(planned.target, Target::Feed(_))).count()
    }
}

/// A file of the output.
#[derive(Debug)]
pub struct Planned {
    /// What it is.
    pub target: Target,
    /// The hash of everything that it is rendered from.
    pub fingerprint: Fingerprint,
}

/// The kinds of file.
#[derive(Debug, Serialize)]
pub enum Target {
    /// An HTML page.
    Page(Box<Page>),
    /// A page that leads elsewhere.
    Redirect(Redirect),
    /// A feed.
    Feed(Feed),
    /// A list of feeds.
    Opml(Opml),
    /// A calendar.
    Calendar(Calendar),
    /// A sitemap of one language.
    Sitemap(Sitemap),
    /// The list of sitemaps.
    SitemapIndex(SitemapIndex),
    /// The sitemap of the last 48 hours.
    NewsSitemap(NewsSitemap),
    /// A file of input, unchanged.
    Copy(FileCopy),
    /// A text that the plan itself holds: robots.txt, the stylesheet.
    Text(Arc<[u8]>),
}

/// A file of input that is delivered as it is.
#[derive(Clone, Debug, Serialize)]
pub struct FileCopy {
    /// Its path from the root.
    pub file: Arc<str>,
    /// The hash of its bytes.
    pub hash: ContentHash,
}

impl Target {
    /// The language whose interface strings and templates the file shows, where it shows any.
    pub fn language(&self) -> Option<Language> {
        match self {
            Self::Page(page) => Some(page.site.lang),
            Self::Redirect(redirect) => Some(redirect.site.lang),
            _ => None,
        }
    }
}
