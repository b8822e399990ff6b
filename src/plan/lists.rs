//! Lists of releases, paginated from the oldest: page 1 is the oldest and a full page never changes again. The list's own
//! address shows the newest, between one and two pages of them.

use crate::language::Language;
use crate::location::{Permalink, Spot, Taxonomy};
use crate::model::{ReleaseNo, TermNo};
use crate::plan::edition::Edition;
use crate::plan::frame::{Frame, Indexing, There};
use crate::plan::sheet::{SITE_FILE, Sheet};
use crate::plan::target::Target;
use crate::plan::words::moment;
use crate::view::{Content, Head, Link, ListView, Page, ProjectFacts, Redirect, Shared, Site};
use std::sync::Arc;

/// How many releases a full page has.
const SIZE: usize = 20;

/// What a list is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum List {
    /// All releases.
    News,
    /// Those of a term.
    Term(TermNo),
}

/// How many numbered pages a list of `length` has beside its own.
fn numbered(length: usize) -> usize {
    (length / SIZE).saturating_sub(1)
}

/// A list in one language, while its pages are planned.
struct Pages<'a> {
    list: List,
    language: Language,
    permalink: Permalink,
    releases: &'a [ReleaseNo],
    title: String,
}

impl<'a> Edition<'a> {
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
    pub fn list_sheet(&self, list: List, language: Language, site: &Arc<Shared<Site>>) -> Sheet {
        let mut sheet = Sheet::default();
        let title = match list {
            List::News => self.t(language, "menu-news"),
            List::Term(no) => self.term_name(no, language).unwrap_or_default().to_owned(),
        };
        let (permalink, releases) = (self.list_permalink(list, language), self.listed(list, language));
        let pages = Pages { list, language, permalink, releases, title };
        let last = numbered(releases.len());
        for number in (1..=last).map(Some).chain([None]) {
            let view = self.list_view(&pages, number, &mut sheet);
            let head = self.list_head(&pages, number);
            let page = Page { site: site.clone(), head, content: Content::List(Box::new(view)) };
            sheet.put(&self.page_permalink(&pages, number), Target::Page(Box::new(page)), &SITE_FILE.into());
        }
        if last > 0 {
            // The newest full page already leads to the next one, so that it need not change when that one comes.
            let (target, canonical) = (self.local(&pages.permalink), self.absolute(&pages.permalink));
            let next = Target::Redirect(Redirect { site: site.clone(), target, canonical });
            sheet.put(&pages.permalink.page(last + 1), next, &SITE_FILE.into());
        }
        sheet
    }

    fn page_permalink(&self, pages: &Pages<'_>, number: Option<usize>) -> Permalink {
        number.map_or_else(|| pages.permalink.clone(), |number| pages.permalink.page(number))
    }

    fn list_view(&self, pages: &Pages<'_>, number: Option<usize>, sheet: &mut Sheet) -> ListView {
        let last = numbered(pages.releases.len());
        let shown = match number {
            Some(number) => &pages.releases[(number - 1) * SIZE..number * SIZE],
            None => &pages.releases[last * SIZE..],
        };
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
            items: self.cards(shown.iter().rev().copied(), pages.language),
            number,
            older: number.unwrap_or(last + 1).checked_sub(1).filter(|older| *older > 0).map(page),
            newer: number.map(|number| page(number + 1)),
            newest: number.map(|_| self.local(&pages.permalink)),
            periods: if pages.list == List::News && number.is_none() {
                self.periods(pages.language)
            } else {
                Vec::new()
            },
            body: text.map(|text| self.body(&text.text, pages.language, &mut sheet.findings)),
        }
    }

    fn project_facts(&self, pages: &Pages<'_>) -> Option<ProjectFacts> {
        let List::Term(no) = pages.list else { return None };
        let project = self.newsroom.term(no).project.as_ref()?;
        let text = project.texts.get(&pages.language);
        Some(ProjectFacts {
            status: project.status.map(crate::parse::Status::word),
            started: project.started.as_ref().map(|when| moment(pages.language, when)),
            ended: project.ended.as_ref().map(|when| moment(pages.language, when)),
            short_names: text.map(|text| text.short_names.clone()).unwrap_or_default(),
            partners: text.map(|text| text.partners.clone()).unwrap_or_default(),
        })
    }

    fn list_head(&self, pages: &Pages<'_>, number: Option<usize>) -> Head {
        let (list, language) = (pages.list, pages.language);
        let there = |lang: Language| {
            if !self.has_list(list, lang) {
                return There::Nearest(Permalink::of(lang, Spot::News));
            }
            let permalink = self.list_permalink(list, lang);
            let same = number.filter(|number| *number <= numbered(self.listed(list, lang).len()));
            There::Same(same.map_or(permalink.clone(), |number| permalink.page(number)))
        };
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
                let way = vec![Link { title: self.t(language, &format!("menu-{}", taxonomy.word())), url: index }];
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
                indexing: if number.is_some() { Indexing::Alone } else { Indexing::Index(None) },
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
