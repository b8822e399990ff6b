//! Atom 1.0 (RFC 4287).

use crate::render::rss::{domain, whole};
use crate::render::xml::Pen;
use crate::view::{Feed, FeedItem, FeedMedia};
use std::io;

/// How deep the entries of a feed stand.
const DEPTH: usize = 1;

/// The feed of entries that are written already, in their order.
///
/// # Errors
/// Those of writing, which memory does not have.
pub fn write<E: AsRef<[u8]>>(feed: &Feed, entries: &[E]) -> io::Result<Vec<u8>> {
    let attributes = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", feed.lang.as_str())];
    Pen::document("feed", &attributes, |pen| {
        head(pen, feed)?;
        entries.iter().for_each(|entry| pen.paste(entry.as_ref()));
        Ok(())
    })
}

/// An entry; `text` is its HTML with absolute URLs.
///
/// # Errors
/// Those of writing, which memory does not have.
pub fn entry(feed: &Feed, item: &FeedItem, text: &str) -> io::Result<Vec<u8>> {
    let content = whole(feed, item, text)?;
    Pen::part(DEPTH, |pen| element(pen, feed, item, &content))
}

fn head(pen: &mut Pen, feed: &Feed) -> io::Result<()> {
    pen.text("id", &feed.id)?;
    pen.text("title", &feed.title)?;
    pen.text("subtitle", &feed.description)?;
    pen.text("updated", &feed.updated)?;
    pen.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &feed.url)])?;
    alternate(pen, feed, &feed.home)?;
    pen.element("author", &[], |pen| {
        pen.text("name", &feed.publisher)?;
        pen.text("uri", &feed.home)
    })
}

fn element(pen: &mut Pen, feed: &Feed, item: &FeedItem, content: &str) -> io::Result<()> {
    pen.element("entry", &[], |pen| {
        pen.text("id", &item.id)?;
        pen.text("title", &item.title)?;
        pen.text("published", &item.published)?;
        pen.text("updated", &item.updated)?;
        alternate(pen, feed, &item.url)?;
        item.media.iter().try_for_each(|media| enclosure(pen, media))?;
        if !item.author.is_empty() {
            pen.element("author", &[], |pen| pen.text("name", &item.author))?;
        }
        for (taxonomy, name) in &item.categories {
            let scheme = format!("{}{}", authority(&feed.id), domain(*taxonomy));
            pen.empty("category", &[("term", name), ("scheme", &scheme)])?;
        }
        pen.text("summary", &item.summary)?;
        pen.element("content", &[("type", "html")], |pen| pen.put(content))
    })
}

fn alternate(pen: &mut Pen, feed: &Feed, url: &str) -> io::Result<()> {
    pen.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("hreflang", feed.lang.as_str()), ("href", url)])
}

fn enclosure(pen: &mut Pen, media: &FeedMedia) -> io::Result<()> {
    let length = media.bytes.to_string();
    let attributes = [("rel", "enclosure"), ("type", media.media_type), ("length", &length), ("href", &media.url)];
    if media.title.is_empty() {
        return pen.empty("link", &attributes);
    }
    pen.empty("link", &[&attributes[..], &[("title", &media.title)]].concat())
}

/// `tag:AUTHORITY:` of a `tag:` URI (RFC 4151, 2.1): a category's scheme must be a whole IRI (RFC 4287, 4.2.2.2).
fn authority(id: &str) -> &str {
    id.match_indices(':').nth(1).and_then(|(colon, _)| id.get(..=colon)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::rss::tests::{CORRECTIONS, READ_TITLE, TEXT, correction, feed, item, parse};
    use crate::render::xml::tests::read;
    use crate::view::Shared;

    /// The feed with its texts.
    fn document(feed: &Feed, texts: &[String]) -> Vec<u8> {
        let entries = feed.items.iter().zip(texts).map(|(item, text)| entry(feed, item, text).unwrap());
        write(feed, &entries.collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn a_reader_gets_back_what_was_written() {
        let (feed, texts) = feed(2);
        let read = parse(&document(&feed, &texts));
        assert_eq!(read.id, "tag:assembly.example,2024:feed/kk-Latn");
        assert_eq!(read.title.unwrap().content, "Jańalyqtar <&> \"Tarlar\"");
        assert_eq!(read.language.as_deref(), Some("kk-Latn"));
        assert_eq!(read.updated.unwrap().to_rfc3339(), "2024-10-19T05:30:00+00:00");
        assert_eq!(read.entries.len(), 2);
        let entry = &read.entries[1];
        assert_eq!(entry.id, "tag:assembly.example,2024:release-1/ru");
        assert_eq!(entry.title.as_ref().unwrap().content, READ_TITLE);
        assert_eq!(entry.published.unwrap().to_rfc3339(), "2024-10-18T04:00:00+00:00");
        assert_eq!(entry.updated.unwrap().to_rfc3339(), "2024-10-19T05:30:00+00:00");
        assert_eq!(entry.summary.as_ref().unwrap().content, "A < B & C");
        assert_eq!(entry.content.as_ref().unwrap().body.as_deref(), Some(TEXT));
        assert_eq!(entry.authors[0].name, "Пресс-служба");
        assert_eq!(entry.categories[0].term, "Абай & К°");
        assert_eq!(entry.categories[0].scheme.as_deref(), Some("tag:assembly.example,2024:region"));
    }

    #[test]
    fn every_file_is_an_enclosure_with_its_length() {
        let (feed, texts) = feed(1);
        let read = parse(&document(&feed, &texts));
        let links = &read.entries[0].links;
        assert_eq!(links[0].href_lang.as_deref(), Some("kk-Latn"));
        let lengths: Vec<_> = links.iter().filter_map(|link| link.length).collect();
        assert_eq!(lengths, [81_234, 5_000_000_000]);
        assert_eq!(links[2].title.as_deref(), Some("Название plan.pdf"));
    }

    #[test]
    fn content_is_html_and_has_its_corrections() {
        let (mut feed, texts) = feed(1);
        feed.items = vec![Shared::new(FeedItem { corrections: vec![correction()], ..item(0) })];
        let read = read(&document(&feed, &texts));
        let content = read.iter().find(|element| element.name == "content").unwrap();
        assert_eq!(content.attributes["type"], "html");
        assert_eq!(content.text, format!("{TEXT}{CORRECTIONS}"));
    }

    #[test]
    fn a_feed_without_entries_is_still_a_feed() {
        let (feed, texts) = feed(0);
        let read = parse(&document(&feed, &texts));
        assert_eq!((read.entries.len(), read.updated.unwrap().timestamp()), (0, 0));
        assert_eq!(read.authors[0].name, "Ассамблея");
    }

    #[test]
    fn the_authority_of_another_uri_is_empty() {
        assert_eq!(authority("https://assembly.example/"), "");
        assert_eq!(authority(""), "");
    }
}
