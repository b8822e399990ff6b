//! JSON Feed 1.1 (jsonfeed.org/version/1.1).

use crate::render::rss::whole;
use crate::view::{Feed, FeedItem, FeedMedia, Medium};
use serde::Serialize;
use std::borrow::Cow;
use std::io;

/// The feed; `texts` are the HTML of its entries, in their order, with absolute URLs.
///
/// # Errors
/// Those of writing, which memory does not have.
pub fn write(feed: &Feed, texts: &[String]) -> io::Result<Vec<u8>> {
    let items = feed.items.iter().zip(texts);
    let items = items.map(|(item, text)| Ok(Item::of(feed, item, whole(feed, item, text)?)));
    let items = items.collect::<io::Result<_>>()?;
    let document = Document {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        description: &feed.description,
        home_page_url: &feed.home,
        feed_url: &feed.url,
        language: feed.lang.as_str(),
        authors: vec![Author { name: &feed.publisher, url: Some(&feed.home) }],
        items,
    };
    Ok(serde_json::to_vec_pretty(&document)?)
}

#[derive(Serialize)]
struct Document<'a> {
    version: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    language: &'a str,
    authors: Vec<Author<'a>>,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_html: Cow<'a, str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    date_published: &'a str,
    date_modified: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
    language: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Attachment<'a>>,
}

impl<'a> Item<'a> {
    fn of(feed: &'a Feed, item: &'a FeedItem, content_html: Cow<'a, str>) -> Self {
        let image = item.media.iter().find(|media| media.medium == Medium::Image);
        let author = Some(item.author.as_str()).filter(|name| !name.is_empty());
        Self {
            id: &item.id,
            url: &item.url,
            title: &item.title,
            content_html,
            summary: &item.summary,
            image: image.map(|media| media.url.as_str()),
            date_published: &item.published,
            date_modified: &item.updated,
            authors: author.map(|name| Author { name, url: None }).into_iter().collect(),
            tags: item.categories.iter().map(|(_, name)| name.as_str()).collect(),
            language: feed.lang.as_str(),
            attachments: item.media.iter().map(Attachment::of).collect(),
        }
    }
}

#[derive(Serialize)]
struct Attachment<'a> {
    url: &'a str,
    mime_type: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    size_in_bytes: u64,
}

impl<'a> Attachment<'a> {
    fn of(media: &'a FeedMedia) -> Self {
        Self { url: &media.url, mime_type: media.media_type, title: &media.title, size_in_bytes: media.bytes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::rss::tests::{CORRECTIONS, TEXT, TITLE, correction, feed, item, parse};
    use crate::view::Shared;
    use serde_json::{Value, json};

    fn value(feed: &Feed, texts: &[String]) -> Value {
        serde_json::from_slice(&write(feed, texts).unwrap()).unwrap()
    }

    #[test]
    fn a_reader_gets_back_what_was_written() {
        let (feed, texts) = feed(2);
        let read = parse(&write(&feed, &texts).unwrap());
        assert_eq!(read.title.unwrap().content, "Jańalyqtar <&> \"Tarlar\"");
        assert_eq!(read.entries.len(), 2);
        let entry = &read.entries[0];
        assert_eq!(entry.id, "tag:assembly.example,2024:release-0/ru");
        assert_eq!(entry.title.as_ref().unwrap().content, TITLE);
        assert_eq!(entry.published.unwrap().to_rfc3339(), "2024-10-18T04:00:00+00:00");
        assert_eq!(entry.content.as_ref().unwrap().body.as_deref(), Some(TEXT));
    }

    #[test]
    fn an_item_has_all_that_the_format_knows() {
        let (mut feed, texts) = feed(1);
        feed.items = vec![Shared::new(FeedItem { corrections: vec![correction()], ..item(0) })];
        let written = value(&feed, &texts);
        assert_eq!(written["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!(written["authors"], json!([{"name": "Ассамблея", "url": "https://assembly.example/kk-latn/"}]));
        let item = &written["items"][0];
        assert_eq!(item["content_html"], format!("{TEXT}{CORRECTIONS}"));
        assert_eq!(item["image"], "https://assembly.example/files/hall.jpg");
        assert_eq!(item["date_modified"], "2024-10-19T10:30:00+05:00");
        assert_eq!(item["tags"], json!(["Абай & К°", "мәдениет"]));
        assert_eq!(item["language"], "kk-Latn");
        let pdf = json!({
            "url": "https://assembly.example/files/plan.pdf", "mime_type": "application/pdf",
            "title": "Название plan.pdf", "size_in_bytes": 5_000_000_000_u64,
        });
        assert_eq!(item["attachments"][1], pdf);
    }

    #[test]
    fn what_an_item_lacks_is_left_out() {
        let (mut feed, texts) = feed(1);
        let bare = FeedItem { author: String::new(), summary: String::new(), media: vec![], ..item(0) };
        feed.items = vec![Shared::new(bare)];
        let written = value(&feed, &texts);
        let item = written["items"][0].as_object().unwrap();
        assert!(["image", "summary", "authors", "attachments"].iter().all(|key| !item.contains_key(*key)));
    }

    #[test]
    fn a_feed_without_entries_is_still_a_feed() {
        let (feed, texts) = feed(0);
        assert_eq!(value(&feed, &texts)["items"], json!([]));
        assert!(parse(&write(&feed, &texts).unwrap()).entries.is_empty());
    }
}
