//! The stage itself: one function for every kind of target.

use crate::artifact::Artifact;
use crate::location::OutputPath;
use crate::markdown::Addresses;
use crate::plan::Target;
use crate::render::bodies::Bodies;
use crate::render::failure::Failure;
use crate::render::text::text;
use crate::render::{atom, calendar, json_feed, opml, page, rss, sitemap};
use crate::theme::Theme;
use crate::view::{Feed, FeedFormat, FeedItem, Shared};
use std::io;
use std::sync::Arc;

/// Renders one target.
///
/// # Errors
/// [`Failure::Content`] when a template is wrong, [`Failure::World`] when a text cannot be read.
pub fn render(target: &Target, path: &OutputPath, theme: &Theme, bodies: &dyn Bodies) -> Result<Artifact, Failure> {
    let bytes = match target {
        Target::Page(page) => page::page(page, theme, bodies)?,
        Target::Redirect(redirect) => page::redirect(redirect, theme)?,
        Target::Feed(feed) => self::feed(feed, bodies)?,
        Target::Opml(opml) => opml::write(opml)?,
        Target::Calendar(calendar) => calendar::write(calendar)?,
        Target::Sitemap(sitemap) => sitemap::urls(sitemap)?,
        Target::SitemapIndex(index) => sitemap::index(index)?,
        Target::NewsSitemap(news) => sitemap::news(news)?,
        Target::Copy(copy) => bodies.bytes(&copy.file, 0, copy.hash)?,
        Target::Text(text) => text.to_vec(),
    };
    Ok(Artifact { path: path.clone(), bytes })
}

fn feed(feed: &Feed, bodies: &dyn Bodies) -> io::Result<Vec<u8>> {
    let whole = |item: &Arc<Shared<FeedItem>>| {
        let addresses = Addresses::Absolute { origin: &feed.origin, page: &item.url };
        text(&item.body, addresses, bodies)
    };
    let texts: Vec<String> = feed.items.iter().map(whole).collect::<io::Result<_>>()?;
    match feed.format {
        FeedFormat::Rss => rss::write(feed, &texts),
        FeedFormat::Atom => atom::write(feed, &texts),
        FeedFormat::Json => json_feed::write(feed, &texts),
    }
}
