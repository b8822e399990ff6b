//! What search engines are told: questions to the pages that are planned already.

use crate::config::Switch;
use crate::language::Language;
use crate::location::{Permalink, Spot};
use crate::model::ReleaseNo;
use crate::plan::draft::{Draft, Shown};
use crate::plan::edition::{Edition, Standing};
use crate::plan::sheet::Sheet;
use crate::plan::target::{Planned, Target};
use crate::plan::words::rfc3339;
use crate::view::{Head, NewsItem, NewsSitemap, Sitemap, SitemapIndex, SitemapUrl, View};
use jiff::{SignedDuration, Timestamp};

/// How many pages a sitemap names: sitemaps.org allows 50,000, but a large one is held whole while it is written.
const MOST: usize = 10_000;
/// The most releases of a news sitemap.
const MOST_NEWS: usize = 1000;
/// How long a release is news.
pub const NEWS: SignedDuration = SignedDuration::from_hours(48);

impl Edition {
    /// robots.txt, the sitemap of the latest news, the list of sitemaps.
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
        sheet
    }

    fn sitemap_permalink(&self, language: Language, number: u32) -> Permalink {
        let name = if number == 0 { "sitemap.xml".to_owned() } else { format!("sitemap-{}.xml", number + 1) };
        Permalink::of(language, Spot::Home).beside(&name)
    }

    /// The sitemaps of a language, at least one.
    pub fn sitemaps(&self, language: Language) -> impl Iterator<Item = Planned> + '_ {
        self.sitemap_numbers(language).map(move |number| Planned {
            path: self.sitemap_permalink(language, number).output_path(),
            target: Target::Sitemap(language, number),
        })
    }

    fn in_sitemap(&self, language: Language, number: u32) -> &[Target] {
        self.indexed(language).chunks(MOST).nth(number as usize).unwrap_or_default()
    }

    fn sitemap_numbers(&self, language: Language) -> impl Iterator<Item = u32> + '_ {
        (0..).take_while(move |number| *number == 0 || !self.in_sitemap(language, *number).is_empty())
    }

    /// A sitemap, to be filled with its pages.
    pub fn sitemap_draft(&self, language: Language, number: u32) -> Draft {
        let shown = Shown::Urls(self.in_sitemap(language, number).to_vec());
        Draft::whole(View::Sitemap(Sitemap { urls: Vec::new() })).showing(shown)
    }

    /// The list of sitemaps, each with the last change of its pages.
    pub fn sitemap_index(&self) -> SitemapIndex {
        let mut sitemaps = Vec::new();
        for &language in self.shelves.keys() {
            for number in self.sitemap_numbers(language) {
                let changed = self.in_sitemap(language, number).iter().filter_map(|target| match target {
                    Target::Release(no, language) => self.changed(*no, *language),
                    _ => None,
                });
                let newest = changed.max_by_key(|at| at.timestamp()).map(rfc3339);
                sitemaps.push((self.absolute(&self.sitemap_permalink(language, number)), newest));
            }
        }
        SitemapIndex { sitemaps }
    }

    /// Whether search engines are told of a file: of all pages that stand for themselves, and of public releases.
    pub fn is_indexed(&self, target: &Target) -> bool {
        match target {
            Target::Release(no, language) => {
                self.standing(self.newsroom.release(*no), *language) == Some(Standing::Public)
            }
            Target::Standing(no, language) => {
                self.newsroom.page(*no).texts.get(language).is_some_and(|text| text.text.borrowed.is_none())
            }
            Target::NotFound(..) => false,
            _ => target.page_language().is_some(),
        }
    }

    /// A page's entry in the sitemap.
    pub fn sitemap_url(&self, target: &Target) -> Option<SitemapUrl> {
        match target {
            Target::Release(no, language) => self.release_url(*no, *language),
            Target::List(list, language, number) => Some(self.list_url(*list, *language, *number)),
            _ => match self.draft(target)?.view {
                View::Page(page) => {
                    let Head { canonical, alternates, .. } = page.head;
                    Some(SitemapUrl { url: canonical, modified: None, alternates, images: Vec::new() })
                }
                _ => None,
            },
        }
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
            publication: self.publisher_on(language, self.today())[0].to_owned(),
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
