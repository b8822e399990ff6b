//! What search engines are told.

use crate::language::Language;
use crate::view::frame::Alternate;
use crate::view::shared::nothing;
use serde::Serialize;

/// The sitemap of one language.
#[derive(Clone, Debug, Serialize)]
pub struct Sitemap {
    /// The pages, in the order of their URLs.
    #[serde(serialize_with = "nothing")]
    pub urls: Vec<SitemapUrl>,
}

/// A page in a sitemap.
#[derive(Clone, Debug, Serialize)]
pub struct SitemapUrl {
    /// Absolute URL.
    pub url: String,
    /// The last change, RFC 3339, where it is known.
    pub modified: Option<String>,
    /// All languages of the page and x-default.
    pub alternates: Vec<Alternate>,
    /// Absolute URLs of its pictures.
    pub images: Vec<String>,
}

/// The list of sitemaps.
#[derive(Clone, Debug, Serialize)]
pub struct SitemapIndex {
    /// Absolute URL and last change (RFC 3339) of each.
    pub sitemaps: Vec<(String, Option<String>)>,
}

/// The sitemap of the last 48 hours.
#[derive(Clone, Debug, Serialize)]
pub struct NewsSitemap {
    /// The releases, newest first, at most 1,000.
    pub items: Vec<NewsItem>,
}

/// A release in the news sitemap.
#[derive(Clone, Debug, Serialize)]
pub struct NewsItem {
    /// Absolute URL.
    pub url: String,
    /// The headline.
    pub title: String,
    /// The publisher's name in that language.
    pub publication: String,
    /// The language.
    pub lang: Language,
    /// The instant of publication, RFC 3339.
    pub published: String,
}
