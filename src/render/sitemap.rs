//! Sitemaps (sitemaps.org 0.9) with languages and pictures, their index, and the sitemap of the latest news.

use crate::render::xml::Pen;
use crate::view::{NewsItem, NewsSitemap, Sitemap, SitemapIndex, SitemapUrl};
use std::io;

const SITEMAP: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
const XHTML: (&str, &str) = ("xmlns:xhtml", "http://www.w3.org/1999/xhtml");
const IMAGE: (&str, &str) = ("xmlns:image", "http://www.google.com/schemas/sitemap-image/1.1");
const NEWS: (&str, &str) = ("xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9");

/// The pages of one language, all that are given: the limit of 50,000 is the plan's to keep.
///
/// # Errors
/// Those of writing, which memory does not have.
pub fn urls(sitemap: &Sitemap) -> io::Result<Vec<u8>> {
    Pen::document("urlset", &[SITEMAP, XHTML, IMAGE], |pen| sitemap.urls.iter().try_for_each(|page| url(pen, page)))
}

/// The list of sitemaps.
///
/// # Errors
/// Those of writing, which memory does not have.
pub fn index(index: &SitemapIndex) -> io::Result<Vec<u8>> {
    Pen::document("sitemapindex", &[SITEMAP], |pen| {
        index
            .sitemaps
            .iter()
            .try_for_each(|(url, modified)| pen.element("sitemap", &[], |pen| location(pen, url, modified.as_deref())))
    })
}

/// The latest news, all that are given: the limits of 48 hours and 1,000 releases are the plan's to keep.
///
/// # Errors
/// Those of writing, which memory does not have.
pub fn news(sitemap: &NewsSitemap) -> io::Result<Vec<u8>> {
    Pen::document("urlset", &[SITEMAP, NEWS], |pen| sitemap.items.iter().try_for_each(|item| release(pen, item)))
}

fn url(pen: &mut Pen, page: &SitemapUrl) -> io::Result<()> {
    pen.element("url", &[], |pen| {
        location(pen, &page.url, page.modified.as_deref())?;
        for alternate in &page.alternates {
            let attributes = [("rel", "alternate"), ("hreflang", &*alternate.lang), ("href", &alternate.url)];
            pen.empty("xhtml:link", &attributes)?;
        }
        page.images.iter().try_for_each(|url| pen.element("image:image", &[], |pen| pen.text("image:loc", url)))
    })
}

fn location(pen: &mut Pen, url: &str, modified: Option<&str>) -> io::Result<()> {
    pen.text("loc", url)?;
    modified.map_or(Ok(()), |instant| pen.text("lastmod", instant))
}

fn release(pen: &mut Pen, item: &NewsItem) -> io::Result<()> {
    pen.element("url", &[], |pen| {
        pen.text("loc", &item.url)?;
        pen.element("news:news", &[], |pen| {
            pen.element("news:publication", &[], |pen| {
                pen.text("news:name", &item.publication)?;
                // ISO 639 alone: a script or territory is refused there.
                pen.text("news:language", item.lang.primary())
            })?;
            pen.text("news:publication_date", &item.published)?;
            pen.text("news:title", &item.title)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::render::xml::tests::{Read, read};
    use crate::view::Alternate;

    fn page(number: usize) -> SitemapUrl {
        let alternate = |lang: &str| Alternate {
            lang: lang.to_owned(),
            url: format!("https://assembly.example/{lang}/{number}/?a=1&b=<2>"),
        };
        SitemapUrl {
            url: format!("https://assembly.example/ru/{number}/?a=1&b=<2>"),
            modified: number.is_multiple_of(2).then(|| "2024-10-18T09:00:00+05:00".to_owned()),
            alternates: ["kk", "ru", "x-default"].map(alternate).into(),
            images: vec![format!("https://assembly.example/{number}.jpg")],
        }
    }

    fn texts<'a>(all: &'a [Read], name: &str) -> Vec<&'a str> {
        all.iter().filter(|element| element.name == name).map(|element| element.text.as_str()).collect()
    }

    #[test]
    fn every_page_has_its_languages_and_pictures_once() {
        let read = read(&urls(&Sitemap { urls: (0..1_000).map(page).collect() }).unwrap());
        assert_eq!(texts(&read, "loc").len(), 1_000);
        assert_eq!(texts(&read, "lastmod").len(), 500);
        assert_eq!(texts(&read, "image:loc").len(), 1_000);
        let links: Vec<_> = read.iter().filter(|element| element.name == "xhtml:link").collect();
        assert_eq!(links.len(), 3_000);
        assert_eq!(links[2].attributes["hreflang"], "x-default");
        assert_eq!(links[1].attributes["href"], texts(&read, "loc")[0]);
        assert_eq!(texts(&read, "loc")[7], "https://assembly.example/ru/7/?a=1&b=<2>");
    }

    #[test]
    fn elements_stand_in_the_order_of_the_schema() {
        let read = read(&urls(&Sitemap { urls: vec![page(0)] }).unwrap());
        let names: Vec<_> = read.iter().map(|element| element.name.as_str()).collect();
        let links = ["xhtml:link"; 3];
        let order = [&["urlset", "url", "loc", "lastmod"], &links[..], &["image:image", "image:loc"]].concat();
        assert_eq!(names, order);
        assert_eq!(read[0].attributes["xmlns"], "http://www.sitemaps.org/schemas/sitemap/0.9");
        assert_eq!(read[0].attributes.len(), 3);
    }

    #[test]
    fn the_index_names_each_sitemap() {
        let sitemaps = vec![
            ("https://assembly.example/kk/sitemap.xml".to_owned(), Some("2024-10-18T09:00:00+05:00".to_owned())),
            ("https://assembly.example/ru/sitemap.xml".to_owned(), None),
        ];
        let read = read(&index(&SitemapIndex { sitemaps }).unwrap());
        assert_eq!(read[0].name, "sitemapindex");
        assert_eq!(texts(&read, "sitemap").len(), 2);
        assert_eq!(texts(&read, "loc")[1], "https://assembly.example/ru/sitemap.xml");
        assert_eq!(texts(&read, "lastmod"), ["2024-10-18T09:00:00+05:00"]);
    }

    #[test]
    fn news_have_name_language_date_and_title() {
        let item = NewsItem {
            url: "https://assembly.example/kk-latn/1/".to_owned(),
            title: "«Tom» & \"Jerry\" ]]> </script>\u{1}😀".to_owned(),
            publication: "Assambleia".to_owned(),
            lang: Language::parse("kk-Latn").unwrap(),
            published: "2024-10-18T09:00:00+05:00".to_owned(),
        };
        let read = read(&news(&NewsSitemap { items: vec![item; 3] }).unwrap());
        assert_eq!(texts(&read, "news:news").len(), 3);
        assert_eq!(texts(&read, "news:name")[0], "Assambleia");
        assert_eq!(texts(&read, "news:language")[0], "kk");
        assert_eq!(texts(&read, "news:publication_date")[0], "2024-10-18T09:00:00+05:00");
        assert_eq!(texts(&read, "news:title")[0], "«Tom» & \"Jerry\" ]]> </script>😀");
    }

    #[test]
    fn empty_sitemaps_are_well_formed() {
        assert_eq!(read(&urls(&Sitemap { urls: vec![] }).unwrap()).len(), 1);
        assert_eq!(read(&index(&SitemapIndex { sitemaps: vec![] }).unwrap()).len(), 1);
        assert_eq!(read(&news(&NewsSitemap { items: vec![] }).unwrap()).len(), 1);
    }
}
