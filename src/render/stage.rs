//! The stage itself: one function for every kind of target.

use crate::artifact::Artifact;
use crate::diagnostic::Diagnostic;
use crate::location::OutputPath;
use crate::markdown::{self, Addresses};
use crate::plan::Target;
use crate::render::bodies::Bodies;
use crate::render::{atom, calendar, json_feed, opml, page, rss, sitemap};
use crate::theme::Theme;
use crate::view::{Body, Feed, FeedFormat, FeedItem, Shared};
use std::io;
use std::sync::Arc;

/// Why a target was not rendered.
#[derive(Debug)]
pub enum Failure {
    /// Something in the theme is wrong.
    Content(Box<Diagnostic>),
    /// The world refused.
    World(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::World(error)
    }
}

impl From<Box<Diagnostic>> for Failure {
    fn from(finding: Box<Diagnostic>) -> Self {
        Self::Content(finding)
    }
}

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

/// The HTML of a text.
///
/// # Errors
/// When the text cannot be read.
pub fn text(body: &Body, addresses: Addresses<'_>, bodies: &dyn Bodies) -> io::Result<String> {
    let bytes = bodies.bytes(&body.file, body.start, body.hash)?;
    let markdown = String::from_utf8(bytes).map_err(io::Error::other)?;
    let mut html = String::with_capacity(markdown.len() * 5 / 4);
    markdown::render(&markdown, &body.refs, &body.words, addresses, &mut html);
    Ok(html)
}
