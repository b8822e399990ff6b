//! What search engines are told: questions to the pages that are planned already.

use crate::config::Switch;
use crate::language::Language;
use crate::location::{Permalink, Spot};
use crate::model::ReleaseNo;
use crate::plan::edition::{Edition, Standing};
use crate::plan::sheet::{SITE_FILE, Sheet};
use crate::plan::target::Target;
use crate::plan::words::rfc3339;
use crate::view::{Content, NewsItem, NewsSitemap, Page, Sitemap, SitemapIndex, SitemapUrl};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// The most pages that a sitemap may name (sitemaps.org).
const MOST: usize = 50_000;
/// The most releases of a news sitemap.
const MOST_NEWS: usize = 1000;
/// How long a release is news.
pub const NEWS: SignedDuration = SignedDuration::from_hours(48);

impl Edition<'_> {
    /// The sitemaps of the pages in `planned`, their list, and robots.txt.
    pub fn sitemaps_sheet(&self, planned: &Sheet) -> Sheet {
        let mut sheet = Sheet::default();
        let outputs = &self.config.outputs;
        let mut listed = Vec::new();
        if outputs.sitemap == Switch::On {
            for (language, urls) in self.sitemap_urls(planned) {
                let home = Permalink::of(language, Spot::Home);
                for (number, urls) in (1..).zip(urls.chunks(MOST)) {
                    let name = if number == 1 { "sitemap.xml".to_owned() } else { format!("sitemap-{number}.xml") };
                    let permalink = home.beside(&name);
                    listed.push((self.absolute(&permalink), newest(urls)));
                    sheet.put(&permalink, Target::Sitemap(Sitemap { urls: urls.to_vec() }), &SITE_FILE.into());
                }
            }
            let index = SitemapIndex { sitemaps: listed };
            sheet.put(&Permalink::file("sitemap.xml"), Target::SitemapIndex(index), &SITE_FILE.into());
        }
        if outputs.news_sitemap == Switch::On {
            let items = self.news_items();
            let target = Target::NewsSitemap(NewsSitemap { items });
            sheet.put(&Permalink::file("news-sitemap.xml"), target, &SITE_FILE.into());
        }
        if outputs.robots == Switch::On {
            sheet.put(&Permalink::file("robots.txt"), Target::Text(self.robots().as_bytes().into()), &SITE_FILE.into());
        }
        sheet
    }

    fn sitemap_urls(&self, planned: &Sheet) -> BTreeMap<Language, Vec<SitemapUrl>> {
        let mut pages: Vec<&Page> = planned
            .targets()
            .filter_map(|(_, target)| match target {
                Target::Page(page) if page.head.robots == "index" => Some(&**page),
                _ => None,
            })
            .collect();
        pages.sort_by(|a, b| a.head.canonical.cmp(&b.head.canonical));
        let mut urls: BTreeMap<Language, Vec<SitemapUrl>> = BTreeMap::new();
        for page in pages {
            urls.entry(page.site.lang).or_default().push(sitemap_url(page));
        }
        urls
    }

    fn news_items(&self) -> Vec<NewsItem> {
        let since = self.now.checked_sub(NEWS).unwrap_or(Timestamp::MIN);
        let recent = |no: &ReleaseNo| self.newsroom.release(*no).published > since;
        let mut found: Vec<(ReleaseNo, Language)> = Vec::new();
        for language in self.config.languages.iter() {
            let newest = self.releases(language).releases.iter().rev().copied().take_while(recent).take(MOST_NEWS);
            found.extend(newest.map(|no| (no, language)));
        }
        found.sort_by_key(|(no, language)| (std::cmp::Reverse(*no), *language));
        found.into_iter().filter_map(|(no, language)| self.news_item(no, language)).take(MOST_NEWS).collect()
    }

    fn news_item(&self, no: ReleaseNo, language: Language) -> Option<NewsItem> {
        let release = self.newsroom.release(no);
        let public = self.standing(release, language) == Some(Standing::Public);
        let translation = release.translations.get(&language).filter(|_| public)?;
        Some(NewsItem {
            url: self.absolute(&self.permalink(release, language, translation)),
            title: translation.title.clone(),
            publication: self.config.identity.get(&language)?.name.clone(),
            lang: language,
            published: rfc3339(&release.published_at),
        })
    }

    /// RFC 9309: everything may be read; where the sitemaps are.
    fn robots(&self) -> String {
        let outputs = &self.config.outputs;
        let files = [("sitemap.xml", outputs.sitemap), ("news-sitemap.xml", outputs.news_sitemap)];
        let made = files.iter().filter(|(_, switch)| *switch == Switch::On);
        let lines = made.map(|(name, _)| format!("Sitemap: {}\n", self.absolute(&Permalink::file(name))));
        format!("User-agent: *\nAllow: /\n\n{}", lines.collect::<String>())
    }
}

fn sitemap_url(page: &Page) -> SitemapUrl {
    let (modified, images) = match &page.content {
        Content::Release(release) => {
            let changed = release.updated.as_ref().map_or(&release.published, |updated| &updated.iso);
            let images = release.image.iter().chain(&release.gallery);
            (Some(changed.clone()), images.map(|image| format!("{}{}", page.site.origin, image.url)).collect())
        }
        _ => (None, Vec::new()),
    };
    SitemapUrl { url: page.head.canonical.clone(), modified, alternates: page.head.alternates.clone(), images }
}

fn newest(urls: &[SitemapUrl]) -> Option<String> {
    let instant = |text: &&String| text.parse::<Timestamp>().ok();
    urls.iter().filter_map(|url| url.modified.as_ref()).max_by_key(instant).cloned()
}
