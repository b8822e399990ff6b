//! What search engines are told: questions to the pages that are planned already.

use crate::config::Switch;
use crate::hash::ContentHash;
use crate::language::Language;
use crate::location::{OutputPath, Permalink, Spot};
use crate::model::ReleaseNo;
use crate::plan::draft::{Draft, Shown};
use crate::plan::edition::{Edition, Standing};
use crate::plan::sheet::Sheet;
use crate::plan::target::Target;
use crate::plan::words::rfc3339;
use crate::view::{NewsItem, NewsSitemap, Sitemap, SitemapIndex, SitemapUrl, View};
use jiff::{SignedDuration, Timestamp};

/// The most pages that a sitemap may name (sitemaps.org).
pub const MOST: usize = 50_000;
/// The most releases of a news sitemap.
const MOST_NEWS: usize = 1000;
/// How long a release is news.
pub const NEWS: SignedDuration = SignedDuration::from_hours(48);

/// A page that search engines are told of, with the hash of its entry.
pub type Indexed = (Target, ContentHash);

impl Edition<'_> {
    /// What needs no question to the other pages: robots.txt, the sitemap of the latest news, the list of sitemaps.
    pub fn search_sheet(&self) -> Sheet {
        let mut sheet = Sheet::default();
        let outputs = &self.config.outputs;
        let files = [
            ("sitemap.xml", outputs.sitemap, Target::SitemapIndex),
            ("news-sitemap.xml", outputs.news_sitemap, Target::NewsSitemap),
            ("robots.txt", outputs.robots, Target::Robots),
        ];
        for (name, _, target) in files.into_iter().filter(|(_, switch, _)| *switch == Switch::On) {
            sheet.add(&Permalink::file(name), target);
        }
        if outputs.sitemap == Switch::On {
            for language in self.config.languages.iter() {
                sheet.add(&self.sitemap_permalink(language, 0), Target::Sitemap(language, 0));
            }
        }
        sheet
    }

    fn sitemap_permalink(&self, language: Language, number: u32) -> Permalink {
        let name = if number == 0 { "sitemap.xml".to_owned() } else { format!("sitemap-{}.xml", number + 1) };
        Permalink::of(language, Spot::Home).beside(&name)
    }

    /// The sitemaps beyond the first that a language needs.
    pub fn further_sitemaps(&self, language: Language) -> impl Iterator<Item = (OutputPath, Target)> + '_ {
        let further = (1..).take_while(move |number| !self.indexed(language, *number).is_empty());
        further.map(move |number| {
            (self.sitemap_permalink(language, number).output_path(), Target::Sitemap(language, number))
        })
    }

    /// A sitemap, to be filled with its pages.
    pub fn sitemap_draft(&self, language: Language, number: u32) -> Draft {
        Draft::whole(View::Sitemap(Sitemap { urls: Vec::new() })).showing(Shown::Urls(language, number))
    }

    /// The list of sitemaps, each with the last change of its pages.
    pub fn sitemap_index(&self) -> SitemapIndex {
        let mut sitemaps = Vec::new();
        for &language in self.shelves.keys() {
            let numbers = (0..).take_while(|number| *number == 0 || !self.indexed(language, *number).is_empty());
            for number in numbers {
                let changed = self.indexed(language, number).iter().filter_map(|(target, _)| match target {
                    Target::Release(no, language) => self.changed(*no, *language),
                    _ => None,
                });
                let newest = changed.max_by_key(|at| at.timestamp()).map(rfc3339);
                sitemaps.push((self.absolute(&self.sitemap_permalink(language, number)), newest));
            }
        }
        SitemapIndex { sitemaps }
    }

    /// A page's entry in the sitemap.
    pub fn sitemap_url(&self, target: &Target) -> Option<SitemapUrl> {
        match target {
            Target::Release(no, language) => self.release_url(*no, *language),
            _ => self.draft(target).and_then(|draft| self.url_of(&draft.view)),
        }
    }

    /// The entry of a page that is none of a release; nothing where search engines are not told of it.
    pub fn url_of(&self, view: &View) -> Option<SitemapUrl> {
        let View::Page(page) = view else { return None };
        let (url, alternates) = (page.head.canonical.clone(), page.head.alternates.clone());
        (page.head.robots == "index").then_some(SitemapUrl { url, modified: None, alternates, images: Vec::new() })
    }

    /// The sitemap of the latest news.
    pub fn news_sitemap(&self) -> NewsSitemap {
        NewsSitemap { items: self.news_items() }
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
    pub fn robots(&self) -> String {
        let outputs = &self.config.outputs;
        let files = [("sitemap.xml", outputs.sitemap), ("news-sitemap.xml", outputs.news_sitemap)];
        let made = files.iter().filter(|(_, switch)| *switch == Switch::On);
        let lines = made.map(|(name, _)| format!("Sitemap: {}\n", self.absolute(&Permalink::file(name))));
        format!("User-agent: *\nAllow: /\n\n{}", lines.collect::<String>())
    }
}
