//! RSS 2.0 by the profile of the RSS Advisory Board, with the whole texts and all pictures.

use crate::language::Direction;
use crate::location::Taxonomy;
use crate::render::xml::Pen;
use crate::view::{Feed, FeedItem, FeedMedia, Medium};
use jiff::Zoned;
use jiff::fmt::temporal::Pieces;
use jiff::tz::{Offset, TimeZone};
use quick_xml::escape::partial_escape;
use std::borrow::Cow;
use std::io;

/// How deep the entries of a feed stand.
const DEPTH: usize = 2;

/// The feed of entries that are written already, in their order.
///
/// # Errors
/// When an instant cannot be read.
pub fn write<E: AsRef<[u8]>>(feed: &Feed, entries: &[E]) -> io::Result<Vec<u8>> {
    let namespaces = [
        ("version", "2.0"),
        ("xmlns:atom", "http://www.w3.org/2005/Atom"),
        ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:media", "http://search.yahoo.com/mrss/"),
    ];
    Pen::document("rss", &namespaces, |pen| {
        pen.element("channel", &[], |pen| {
            channel(pen, feed)?;
            entries.iter().for_each(|entry| pen.paste(entry.as_ref()));
            Ok(())
        })
    })
}

/// An entry; `text` is its HTML with absolute URLs.
///
/// # Errors
/// When an instant cannot be read.
pub fn entry(feed: &Feed, item: &FeedItem, text: &str) -> io::Result<Vec<u8>> {
    let content = whole(feed, item, text)?;
    Pen::part(DEPTH, |pen| element(pen, item, &content))
}

/// What a category of the taxonomy is called in feeds.
pub fn domain(taxonomy: Taxonomy) -> &'static str {
    match taxonomy {
        Taxonomy::Region => "region",
        Taxonomy::Project => "project",
        Taxonomy::Tag => "tag",
    }
}

/// The whole text of an entry as HTML: the body, then the corrections under their heading.
///
/// # Errors
/// Those of writing, which memory does not have.
pub fn whole<'a>(feed: &Feed, item: &FeedItem, text: &'a str) -> io::Result<Cow<'a, str>> {
    let whole = with_corrections(feed, item, text)?;
    // A reader that knows no direction but its own is told that of the text.
    Ok(match feed.lang.direction() {
        Direction::Ltr => whole,
        Direction::Rtl => format!("<div dir=\"rtl\">{whole}</div>").into(),
    })
}

fn with_corrections<'a>(feed: &Feed, item: &FeedItem, text: &'a str) -> io::Result<Cow<'a, str>> {
    if item.corrections.is_empty() {
        return Ok(text.into());
    }
    let corrections = Pen::fragment(|pen| {
        pen.text("h2", &feed.corrections_title)?;
        pen.element("ul", &[], |pen| {
            item.corrections.iter().try_for_each(|correction| {
                pen.element("li", &[], |pen| {
                    pen.element("time", &[("datetime", &correction.date.iso)], |pen| pen.put(&correction.date.text))?;
                    pen.put(": ")?;
                    pen.put(&correction.text)
                })
            })
        })
    })?;
    Ok(format!("{text}{corrections}").into())
}

fn channel(pen: &mut Pen, feed: &Feed) -> io::Result<()> {
    pen.text("title", &feed.title)?;
    pen.text("link", &feed.home)?;
    pen.text("description", &feed.description)?;
    pen.text("language", feed.lang.as_str())?;
    pen.text("lastBuildDate", &mail_date(&feed.updated)?)?;
    pen.empty("atom:link", &[("rel", "self"), ("href", &feed.url), ("type", "application/rss+xml")])
}

fn element(pen: &mut Pen, item: &FeedItem, content: &str) -> io::Result<()> {
    pen.element("item", &[], |pen| {
        pen.text("title", &item.title)?;
        pen.text("link", &item.url)?;
        pen.element("guid", &[("isPermaLink", "false")], |pen| pen.put(&item.id))?;
        pen.text("pubDate", &mail_date(&item.published)?)?;
        if !item.author.is_empty() {
            pen.text("dc:creator", &item.author)?;
        }
        for (taxonomy, name) in &item.categories {
            pen.element("category", &[("domain", domain(*taxonomy))], |pen| pen.put(name))?;
        }
        // Readers take a description for HTML: a plain `<` must be escaped for them before it is for XML.
        pen.text("description", &partial_escape(item.summary.as_str()))?;
        pen.cdata("content:encoded", content)?;
        item.media.first().map_or(Ok(()), |media| enclosure(pen, media))?;
        item.media.iter().try_for_each(|media| media_content(pen, media))
    })
}

fn enclosure(pen: &mut Pen, media: &FeedMedia) -> io::Result<()> {
    let length = media.bytes.to_string();
    pen.empty("enclosure", &[("url", &media.url), ("length", &length), ("type", media.media_type)])
}

fn media_content(pen: &mut Pen, media: &FeedMedia) -> io::Result<()> {
    let (medium, role) = match media.medium {
        Medium::Image => ("image", "photographer"),
        Medium::Document => ("document", "author"),
    };
    let size = media.bytes.to_string();
    let attributes = [("url", &*media.url), ("fileSize", &size), ("type", media.media_type), ("medium", medium)];
    pen.element("media:content", &attributes, |pen| {
        if !media.title.is_empty() {
            pen.text("media:title", &media.title)?;
        }
        media.description.as_ref().map_or(Ok(()), |text| pen.text("media:description", text))?;
        let credit = |name: &String| pen.element("media:credit", &[("role", role)], |pen| pen.put(name));
        media.credit.as_ref().map_or(Ok(()), credit)
    })
}

/// `2024-10-18T09:00:00+05:00` as `Fri, 18 Oct 2024 09:00:00 +0500` (RFC 2822), in the offset that was written.
fn mail_date(instant: &str) -> io::Result<String> {
    let zoned = zoned(instant).map_err(io::Error::other)?;
    jiff::fmt::rfc2822::to_string(&zoned).map_err(io::Error::other)
}

fn zoned(instant: &str) -> Result<Zoned, jiff::Error> {
    let offset = Pieces::parse(instant)?.to_numeric_offset().unwrap_or(Offset::UTC);
    Ok(instant.parse::<jiff::Timestamp>()?.to_zoned(TimeZone::fixed(offset)))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::hash::ContentHash;
    use crate::language::{Direction, Language};
    use crate::render::xml::tests::read;
    use crate::view::Shared;
    use crate::view::{Body, Correction, FeedFormat, Moment};

    pub(crate) const TITLE: &str = "Tom & Jerry: \"A < B\" ]]> </script>\u{0} 😀 ئۇيغۇرچە";
    /// What of the title XML can hold.
    pub(crate) const READ_TITLE: &str = "Tom & Jerry: \"A < B\" ]]> </script> 😀 ئۇيغۇرچە";
    pub(crate) const TEXT: &str = "<p>«Біртұтас қоғам» &amp; <code>a[b[0]]>c</code></p>";

    pub(crate) fn body() -> Body {
        let (refs, words) = Default::default();
        Body {
            file: "content/a/ru.md".into(),
            start: 0,
            hash: ContentHash::of(b""),
            refs,
            words,
            typography: None,
            script: None,
            dir: Direction::Ltr,
            parts: None,
        }
    }

    fn media(name: &str, media_type: &'static str, bytes: u64, medium: Medium) -> FeedMedia {
        FeedMedia {
            url: format!("https://assembly.example/files/{name}"),
            media_type,
            bytes,
            title: format!("Название {name}"),
            description: Some("Участники & гости".to_owned()),
            credit: Some("Е. Серікұлы".to_owned()),
            medium,
        }
    }

    pub(crate) fn item(number: usize) -> FeedItem {
        FeedItem {
            id: format!("tag:assembly.example,2024:release-{number}/ru"),
            title: TITLE.to_owned(),
            url: format!("https://assembly.example/ru/news/2024/10/18/release-{number}/"),
            published: "2024-10-18T09:00:00+05:00".to_owned(),
            updated: "2024-10-19T10:30:00+05:00".to_owned(),
            summary: "A < B & C".to_owned(),
            author: "Пресс-служба".to_owned(),
            categories: vec![(Taxonomy::Region, "Абай & К°".to_owned()), (Taxonomy::Tag, "мәдениет".to_owned())],
            media: vec![
                media("hall.jpg", "image/jpeg", 81_234, Medium::Image),
                media("plan.pdf", "application/pdf", 5_000_000_000, Medium::Document),
            ],
            corrections: Vec::new(),
            body: body(),
        }
    }

    pub(crate) fn correction() -> Correction {
        let date = Moment { iso: "2024-10-19".to_owned(), text: "19 октября 2024 г.".into() };
        Correction { date, text: "Было <12>, стало & есть 21".to_owned() }
    }

    /// What stands after the text of an entry that has `correction()`.
    pub(crate) const CORRECTIONS: &str = "\
        <h2>Исправления &amp; уточнения</h2>\
        <ul><li><time datetime=\"2024-10-19\">19 октября 2024 г.</time>: \
        Было &lt;12&gt;, стало &amp; есть 21</li></ul>";

    /// A feed of as many entries, and their texts.
    pub(crate) fn feed(count: usize) -> (Feed, Vec<String>) {
        let feed = Feed {
            format: FeedFormat::Rss,
            lang: Language::parse("kk-Latn").unwrap(),
            title: "Jańalyqtar <&> \"Tarlar\"".to_owned(),
            description: "Barlyq jańalyqtar".to_owned(),
            id: "tag:assembly.example,2024:feed/kk-Latn".to_owned(),
            url: "https://assembly.example/kk-latn/rss.xml".to_owned(),
            home: "https://assembly.example/kk-latn/".to_owned(),
            origin: "https://assembly.example".to_owned(),
            updated: if count == 0 { "1970-01-01T00:00:00Z" } else { "2024-10-19T10:30:00+05:00" }.to_owned(),
            publisher: "Ассамблея".to_owned(),
            corrections_title: "Исправления & уточнения".to_owned(),
            items: (0..count).map(|number| Shared::new(item(number))).collect(),
        };
        (feed, vec![TEXT.to_owned(); count])
    }

    /// The feed with its texts.
    fn document(feed: &Feed, texts: &[String]) -> Vec<u8> {
        let entries = feed.items.iter().zip(texts).map(|(item, text)| entry(feed, item, text).unwrap());
        write(feed, &entries.collect::<Vec<_>>()).unwrap()
    }

    /// Reads a feed as a reader does, but leaves the HTML as it came.
    pub(crate) fn parse(bytes: &[u8]) -> feed_rs::model::Feed {
        feed_rs::parser::Builder::new().sanitize_content(false).build().parse(bytes).unwrap()
    }

    #[test]
    fn a_reader_gets_back_what_was_written() {
        let (feed, texts) = feed(2);
        let read = parse(&document(&feed, &texts));
        assert_eq!(read.title.unwrap().content, "Jańalyqtar <&> \"Tarlar\"");
        assert_eq!(read.language.as_deref(), Some("kk-latn"));
        assert_eq!(read.updated.unwrap().to_rfc3339(), "2024-10-19T05:30:00+00:00");
        assert_eq!(read.links[1].rel.as_deref(), Some("self"));
        let ids: Vec<_> = read.entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids, ["tag:assembly.example,2024:release-0/ru", "tag:assembly.example,2024:release-1/ru"]);
        let entry = &read.entries[0];
        assert_eq!(entry.title.as_ref().unwrap().content, READ_TITLE);
        assert_eq!(entry.published.unwrap().to_rfc3339(), "2024-10-18T04:00:00+00:00");
        assert_eq!(entry.authors[0].name, "Пресс-служба");
        assert_eq!(entry.content.as_ref().unwrap().body.as_deref(), Some(TEXT));
        assert_eq!(entry.categories[0].term, "Абай & К°");
        assert_eq!(entry.categories[0].scheme.as_deref(), Some("region"));
        assert_eq!(entry.media[0].content[0].size, Some(81_234));
    }

    #[test]
    fn dates_keep_the_offset_of_their_day() {
        assert_eq!(mail_date("2024-02-29T18:00:00+06:00").unwrap(), "Thu, 29 Feb 2024 18:00:00 +0600");
        assert_eq!(mail_date("2024-03-01T17:00:00+05:00").unwrap(), "Fri, 1 Mar 2024 17:00:00 +0500");
        assert_eq!(mail_date("1970-01-01T00:00:00Z").unwrap(), "Thu, 1 Jan 1970 00:00:00 +0000");
        assert!(mail_date("2024-10-18").is_err());
        assert!(mail_date("вчера").is_err());
    }

    #[test]
    fn pictures_carry_title_caption_and_photographer() {
        let (feed, texts) = feed(1);
        let read = read(&document(&feed, &texts));
        let named = |name: &str| read.iter().filter(|element| element.name == name).collect::<Vec<_>>();
        assert_eq!(named("enclosure").len(), 1);
        assert_eq!(named("enclosure")[0].attributes["length"], "81234");
        assert_eq!(named("media:content")[1].attributes["fileSize"], "5000000000");
        assert_eq!(named("media:content")[1].attributes["medium"], "document");
        assert_eq!(named("media:title")[0].text, "Название hall.jpg");
        assert_eq!(named("media:description")[0].text, "Участники & гости");
        assert_eq!(named("media:credit")[0].attributes["role"], "photographer");
        assert_eq!(named("guid")[0].attributes["isPermaLink"], "false");
    }

    #[test]
    fn a_plain_summary_stays_plain_where_readers_expect_html() {
        let (feed, texts) = feed(1);
        let read = parse(&document(&feed, &texts));
        assert_eq!(read.entries[0].summary.as_ref().unwrap().content, "A &lt; B &amp; C");
    }

    #[test]
    fn corrections_follow_the_text_under_their_heading() {
        let (mut feed, texts) = feed(1);
        feed.items = vec![Shared::new(FeedItem { corrections: vec![correction()], ..item(0) })];
        let read = parse(&document(&feed, &texts));
        assert_eq!(read.entries[0].content.as_ref().unwrap().body, Some(format!("{TEXT}{CORRECTIONS}")));
    }

    #[test]
    fn a_feed_without_entries_is_still_a_feed() {
        let (feed, texts) = feed(0);
        let read = parse(&document(&feed, &texts));
        assert_eq!(read.entries.len(), 0);
        assert_eq!(read.updated.unwrap().timestamp(), 0);
    }
}
