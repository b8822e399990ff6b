//! Lists of releases, paginated from the oldest: page 1 is the oldest and a full page never changes again. The list's own
//! address shows the newest, between one and two pages of them.

use crate::language::Language;
use crate::location::{Permalink, Spot, Taxonomy};
use crate::model::ReleaseNo;
use crate::plan::draft::{Draft, Shown};
use crate::plan::edition::Edition;
use crate::plan::frame::{Frame, Indexing, There};
use crate::plan::sheet::Sheet;
use crate::plan::target::{List, Target};
use crate::view::{Content, Head, Link, ListView, ProjectFacts, SitemapUrl};
use std::sync::Arc;

/// How many releases a full page has.
const SIZE: usize = 20;

/// How many numbered pages a list of `length` has beside its own.
fn numbered(length: usize) -> usize {
    (length / SIZE).saturating_sub(1)
}

/// A numbered page is a part of its list, and has no counterpart in other languages.
fn indexing(number: Option<usize>) -> Indexing {
    if number.is_some() { Indexing::Alone } else { Indexing::Index(None) }
}

/// The releases of a page, the oldest first.
fn shown(releases: &[ReleaseNo], number: Option<usize>) -> &[ReleaseNo] {
    let range = match number {
        Some(number) => number.saturating_sub(1) * SIZE..number * SIZE,
        None => numbered(releases.len()) * SIZE..releases.len(),
    };
    releases.get(range).unwrap_or_default()
}

/// A list in one language, while one of its pages is made.
struct Pages<'a> {
    list: List,
    language: Language,
    permalink: Permalink,
    releases: &'a [ReleaseNo],
    title: String,
}

impl Edition {
    /// The releases of a list, the oldest first.
    pub fn listed(&self, list: List, language: Language) -> &[ReleaseNo] {
        let shelf = self.releases(language);
        match list {
            List::News => &shelf.releases,
            List::Term(no) => shelf.of(no),
        }
    }

    /// The address of a list.
    pub fn list_permalink(&self, list: List, language: Language) -> Permalink {
        match list {
            List::News => Permalink::of(language, Spot::News),
            List::Term(no) => self.term_permalink(no, language),
        }
    }

    /// Whether a list has a page: regions and projects always, tags with releases, all as far as site.yaml wants them.
    pub fn has_list(&self, list: List, language: Language) -> bool {
        let List::Term(no) = list else { return true };
        let taxonomy = self.newsroom.term(no).taxonomy;
        let shown = taxonomy != Taxonomy::Tag
            || self.term_name(no, language).is_some() && !self.listed(list, language).is_empty();
        shown && self.config.outputs.terms.contains(&taxonomy)
    }

    /// All pages of a list.
    pub fn list_sheet(&self, list: List, language: Language) -> Sheet {
        let mut sheet = Sheet::default();
        let permalink = self.list_permalink(list, language);
        let last = numbered(self.listed(list, language).len());
        for number in 1..=last {
            let target = Target::List(list, language, u32::try_from(number).ok());
            sheet.add(&permalink.page(number), target);
        }
        if last > 0 {
            // The newest full page already leads to the next one, so that it need not change when that one comes.
            sheet.add(&permalink.page(last + 1), Target::Redirect(language, permalink.clone()));
        }
        sheet.add(&permalink, Target::List(list, language, None));
        sheet
    }

    /// A page of a list, by its number.
    pub fn list_draft(&self, list: List, language: Language, number: Option<u32>) -> Draft {
        let title = match list {
            List::News => self.t(language, "menu-news"),
            List::Term(no) => self.term_name(no, language).unwrap_or_default().to_owned(),
        };
        let (permalink, releases) = (self.list_permalink(list, language), self.listed(list, language));
        let pages = Pages { list, language, permalink, releases, title };
        let number = number.map(|number| number as usize);
        let content = Content::List(Box::new(self.list_view(&pages, number)));
        let shown = shown(releases, number).iter().rev().copied().collect();
        self.page(language, self.list_head(&pages, number), content).showing(Shown::Cards(language, shown))
    }

    /// Whether a page of a list shows a release.
    pub fn list_shows(&self, list: List, language: Language, number: Option<u32>, no: ReleaseNo) -> bool {
        shown(self.listed(list, language), number.map(|number| number as usize)).contains(&no)
    }

    fn page_permalink(&self, pages: &Pages<'_>, number: Option<usize>) -> Permalink {
        number.map_or_else(|| pages.permalink.clone(), |number| pages.permalink.page(number))
    }

    fn list_view(&self, pages: &Pages<'_>, number: Option<usize>) -> ListView {
        let last = numbered(pages.releases.len());
        let page = |number: usize| self.local(&pages.permalink.page(number));
        let term = match pages.list {
            List::Term(no) => Some(self.newsroom.term(no)),
            List::News => None,
        };
        let text = term.and_then(|term| term.project.as_ref()?.texts.get(&pages.language)).filter(|_| number.is_none());
        ListView {
            title: pages.title.clone(),
            taxonomy: term.map(|term| term.taxonomy),
            code: term.and_then(|term| term.code.clone()),
            project: self.project_facts(pages).filter(|_| number.is_none()),
            items: Vec::new(),
            number,
            older: number.unwrap_or(last + 1).checked_sub(1).filter(|older| *older > 0).map(page),
            newer: number.map(|number| page(number + 1)),
            newest: number.map(|_| self.local(&pages.permalink)),
            periods: if pages.list == List::News && number.is_none() {
                self.periods(pages.language)
            } else {
                Vec::new()
            },
            body: text.map(|text| self.body(&text.text, pages.language)),
        }
    }

    fn project_facts(&self, pages: &Pages<'_>) -> Option<ProjectFacts> {
        let List::Term(no) = pages.list else { return None };
        let project = self.newsroom.term(no).project.as_ref()?;
        let text = project.texts.get(&pages.language);
        Some(ProjectFacts {
            status: project.status.map(crate::parse::Status::word),
            started: project.started.as_ref().map(|when| self.moment(pages.language, when)),
            ended: project.ended.as_ref().map(|when| self.moment(pages.language, when)),
            short_names: text.map(|text| text.short_names.clone()).unwrap_or_default(),
            partners: text.map(|text| text.partners.clone()).unwrap_or_default(),
        })
    }

    /// Where a page of a list stands in a language.
    fn there_is_list(&self, list: List, number: Option<usize>, language: Language) -> There {
        if !self.has_list(list, language) {
            return There::Nearest(Permalink::of(language, Spot::News));
        }
        let permalink = self.list_permalink(list, language);
        let same = number.filter(|number| *number <= numbered(self.listed(list, language).len()));
        There::Same(same.map_or_else(|| permalink.clone(), |number| permalink.page(number)))
    }

    /// The entry of a list's page in the sitemap.
    pub fn list_url(&self, list: List, language: Language, number: Option<u32>) -> SitemapUrl {
        let number = number.map(|number| number as usize);
        let newest = self.list_permalink(list, language);
        let permalink = number.map_or_else(|| newest.clone(), |number| newest.page(number));
        let there = |lang: Language| self.there_is_list(list, number, lang);
        let alternates = self.alternates(language, &permalink, indexing(number), &there);
        SitemapUrl { url: self.absolute(&permalink), modified: None, alternates, images: Vec::new() }
    }

    fn list_head(&self, pages: &Pages<'_>, number: Option<usize>) -> Head {
        let (list, language) = (pages.list, pages.language);
        let there = |lang: Language| self.there_is_list(list, number, lang);
        let title = match number {
            Some(number) => {
                self.t_with(language, "title-page", &[("title", &pages.title), ("number", &number.to_string())])
            }
            None => pages.title.clone(),
        };
        let (section, way, feeds) = match list {
            List::News => ("news", Vec::new(), Vec::new()),
            List::Term(no) => {
                let taxonomy = self.newsroom.term(no).taxonomy;
                let index = self.local(&Permalink::of(language, Spot::Index(taxonomy)));
                let title = self.t(language, &format!("menu-{}", taxonomy.word()));
                let way = vec![Arc::new(Link { title, url: index })];
                let formats = &self.config.outputs.term_feeds;
                (taxonomy.word(), way, self.feed_links(language, &pages.permalink, Some(&pages.title), formats))
            }
        };
        self.head(
            language,
            Frame {
                kind: "list",
                title,
                description: self.list_description(pages),
                permalink: &self.page_permalink(pages, number),
                section: Some(section),
                there: &there,
                indexing: indexing(number),
                image: None,
                way,
                feeds,
            },
        )
    }

    fn list_description(&self, pages: &Pages<'_>) -> String {
        let (language, site) = (pages.language, self.publisher(pages.language));
        let List::Term(no) = pages.list else { return self.t_with(language, "describe-news", &[("site", site)]) };
        let term = self.newsroom.term(no);
        let written = term.project.as_ref().and_then(|project| project.texts.get(&language)?.summary.clone());
        let key = match term.taxonomy {
            Taxonomy::Region => "describe-region",
            Taxonomy::Project => "describe-project",
            Taxonomy::Tag => "describe-tag",
        };
        written.unwrap_or_else(|| self.t_with(language, key, &[("name", &pages.title), ("site", site)]))
    }
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn a_list_shows_between_one_and_two_pages_before_it_numbers_one() {
        let pages: Vec<usize> = [0, 1, 20, 39, 40, 59, 60, 100].into_iter().map(numbered).collect();
        assert_eq!(pages, [0, 0, 0, 0, 1, 1, 2, 4]);
    }
}
