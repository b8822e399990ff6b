//! A whole file of the output, as rendering sees it.

use crate::hash::ContentHash;
use crate::language::Language;
use crate::view::feeds::{Calendar, Feed, Opml};
use crate::view::page::{Page, Redirect};
use crate::view::sitemaps::{NewsSitemap, Sitemap, SitemapIndex};
use serde::Serialize;
use std::sync::Arc;

/// All that rendering a file can see.
#[derive(Debug, Serialize)]
pub enum View {
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

impl View {
    /// The language whose interface strings and templates the file shows, where it shows any.
    pub fn language(&self) -> Option<Language> {
        match self {
            Self::Page(page) => Some(page.site.lang),
            Self::Redirect(redirect) => Some(redirect.site.lang),
            _ => None,
        }
    }
}
