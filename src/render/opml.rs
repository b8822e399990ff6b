//! OPML 2.0, the list of all feeds for readers to import.

use crate::render::xml::Pen;
use crate::view::{Opml, OpmlEntry};
use std::io;

/// The list of feeds, one outline for each group.
///
/// # Errors
/// Those of writing, which memory does not have.
pub fn write(opml: &Opml) -> io::Result<Vec<u8>> {
    Pen::document("opml", &[("version", "2.0")], |pen| {
        pen.element("head", &[], |pen| pen.text("title", &opml.title))?;
        pen.element("body", &[], |pen| opml.groups.iter().try_for_each(|(title, feeds)| group(pen, title, feeds)))
    })
}

fn group(pen: &mut Pen, title: &str, feeds: &[OpmlEntry]) -> io::Result<()> {
    pen.element("outline", &[("text", title), ("title", title)], |pen| {
        feeds.iter().try_for_each(|feed| {
            pen.empty(
                "outline",
                &[
                    // The type is `rss` whatever the feed's format (OPML 2.0, 'Subscription lists').
                    ("type", "rss"),
                    ("text", &feed.title),
                    ("title", &feed.title),
                    ("xmlUrl", &feed.feed),
                    ("htmlUrl", &feed.page),
                    ("language", feed.lang.as_str()),
                ],
            )
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::render::xml::tests::read;

    fn list() -> Opml {
        let entry = |title: &str| OpmlEntry {
            title: title.to_owned(),
            feed: "https://assembly.example/kk/rss.xml?a=1&b=2".to_owned(),
            page: "https://assembly.example/kk/".to_owned(),
            lang: Language::parse("kk").unwrap(),
        };
        let groups = vec![
            ("Өңірлер".to_owned(), vec![entry("Абай \"облысы\" & <Қостанай>"), entry("Астана")]),
            ("Жобалар".to_owned(), vec![]),
        ];
        Opml { title: "Барлық арналар".to_owned(), groups }
    }

    #[test]
    fn every_feed_stands_in_its_group() {
        let read = read(&write(&list()).unwrap());
        let outlines: Vec<_> = read.iter().filter(|element| element.name == "outline").collect();
        let texts: Vec<_> = outlines.iter().map(|outline| outline.attributes["text"].as_str()).collect();
        assert_eq!(texts, ["Өңірлер", "Абай \"облысы\" & <Қостанай>", "Астана", "Жобалар"]);
        assert_eq!(outlines[1].attributes["xmlUrl"], "https://assembly.example/kk/rss.xml?a=1&b=2");
        assert_eq!(outlines[1].attributes["htmlUrl"], "https://assembly.example/kk/");
        assert_eq!(outlines[1].attributes["type"], "rss");
        assert_eq!(outlines[1].attributes["language"], "kk");
        assert!(!outlines[0].attributes.contains_key("type"));
        assert_eq!(read[0].attributes["version"], "2.0");
        assert_eq!(read[2].text, "Барлық арналар");
    }
}
