//! The stage itself: one function for every kind of file.

use crate::artifact::Artifact;
use crate::hash::ContentHash;
use crate::location::OutputPath;
use crate::markdown::Addresses;
use crate::render::bodies::Bodies;
use crate::render::failure::Failure;
use crate::render::text::text;
use crate::render::{atom, calendar, json_feed, opml, page, rss, sitemap};
use crate::theme::Theme;
use crate::view::{Feed, FeedFormat, FeedItem, Shared, View};
use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Mutex};

type Entries = HashMap<(FeedFormat, ContentHash), Arc<[u8]>>;

/// Renders the files of one build. What several feeds show of a release is rendered once, and kept as long as this is.
pub struct Renderer<'a> {
    theme: &'a Theme,
    bodies: &'a dyn Bodies,
    /// Entries of feeds, by their format and by the hash of all that they show.
    entries: Mutex<Entries>,
}

impl<'a> Renderer<'a> {
    /// A renderer that sees a theme, and the texts that views name.
    pub fn new(theme: &'a Theme, bodies: &'a dyn Bodies) -> Self {
        Self { theme, bodies, entries: Mutex::default() }
    }

    /// Renders one file.
    ///
    /// # Errors
    /// [`Failure::Content`] when a template is wrong, [`Failure::World`] when a text cannot be read.
    pub fn render(&self, view: &View, path: &OutputPath) -> Result<Artifact, Failure> {
        let bytes = match view {
            View::Page(page) => page::page(page, self.theme, self.bodies)?,
            View::Redirect(redirect) => page::redirect(redirect, self.theme)?,
            View::Feed(feed) => self.feed(feed)?,
            View::Opml(opml) => opml::write(opml)?,
            View::Calendar(calendar) => calendar::write(calendar)?,
            View::Sitemap(sitemap) => sitemap::urls(sitemap)?,
            View::SitemapIndex(index) => sitemap::index(index)?,
            View::NewsSitemap(news) => sitemap::news(news)?,
            View::Copy(copy) => self.bodies.bytes(&copy.file, 0, copy.hash)?,
            View::Text(text) => text.to_vec(),
        };
        Ok(Artifact { path: path.clone(), bytes })
    }

    fn feed(&self, feed: &Feed) -> io::Result<Vec<u8>> {
        let items = feed.items.iter();
        match feed.format {
            FeedFormat::Rss => rss::write(feed, &self.entries(feed, rss::entry)?),
            FeedFormat::Atom => atom::write(feed, &self.entries(feed, atom::entry)?),
            FeedFormat::Json => {
                let texts = items.map(|item| self.text(feed, item)).collect::<io::Result<Vec<String>>>()?;
                json_feed::write(feed, &texts)
            }
        }
    }

    fn entries(&self, feed: &Feed, write: EntryWriter) -> io::Result<Vec<Arc<[u8]>>> {
        let entry = |item: &Arc<Shared<FeedItem>>| {
            let key = (feed.format, item.hash());
            let known = |entries: &Mutex<Entries>| entries.lock().ok()?.get(&key).cloned();
            if let Some(entry) = known(&self.entries) {
                return Ok(entry);
            }
            let entry: Arc<[u8]> = write(feed, item, &self.text(feed, item)?)?.into();
            if let Ok(mut entries) = self.entries.lock() {
                entries.insert(key, entry.clone());
            }
            Ok(entry)
        };
        feed.items.iter().map(entry).collect()
    }

    fn text(&self, feed: &Feed, item: &FeedItem) -> io::Result<String> {
        let addresses = Addresses::Absolute { origin: &feed.origin, page: &item.url };
        text(&item.body, addresses, self.bodies)
    }
}

type EntryWriter = fn(&Feed, &FeedItem, &str) -> io::Result<Vec<u8>>;
