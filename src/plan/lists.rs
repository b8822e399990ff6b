//! Lists of releases: of all, and of each term.

use crate::language::Language;
use crate::location::{Permalink, Spot, Taxonomy};
use crate::model::ReleaseNo;
use crate::plan::draft::{Draft, Shown};
use crate::plan::edition::Edition;
use crate::plan::frame::{Frame, There};
use crate::plan::paging::{self, Ways};
use crate::plan::sheet::Sheet;
use crate::plan::target::{List, Target};
use crate::view::{Content, Head, Link, ListView, ProjectFacts, SitemapUrl};
use std::sync::Arc;

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
        let target = |number: Option<u32>| Target::List(list, language, number);
        self.add_pages(&mut sheet, language, &permalink, self.listed(list, language).len(), target);
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
        let shown = paging::shown(releases, number).iter().rev().copied().collect();
        self.page(language, self.list_head(&pages, number), content).showing(Shown::Cards(language, shown))
    }

    /// Whether a page of a list shows a release.
    pub fn list_shows(&self, list: List, language: Language, number: Option<u32>, no: ReleaseNo) -> bool {
        paging::shown(self.listed(list, language), number.map(|number| number as usize)).contains(&no)
    }

    fn list_view(&self, pages: &Pages<'_>, number: Option<usize>) -> ListView {
        let Ways { older, newer, newest } = self.ways(&pages.permalink, pages.releases.len(), number);
        let language = pages.language;
        let no = pages.list.term();
        // What was before stands on the newest page alone: full ones never change.
        let past = no.filter(|_| number.is_none());
        let term = no.map(|no| self.newsroom.term(no));
        let text = term.and_then(|term| term.project.as_ref()?.texts.get(&pages.language)).filter(|_| number.is_none());
        ListView {
            title: pages.title.clone(),
            own: no.and_then(|no| self.term_own(no, language)),
            taxonomy: term.map(|term| term.taxonomy),
            code: term.and_then(|term| term.code.clone()),
            former: past.map(|no| self.former_names(no, language)).unwrap_or_default(),
            predecessor: past.and_then(|no| self.predecessor(no, language)),
            successors: past.map(|no| self.successors(no, language)).unwrap_or_default(),
            project: self.project_facts(pages).filter(|_| number.is_none()),
            items: Vec::new(),
            number,
            older,
            newer,
            newest,
            periods: if pages.list == List::News && number.is_none() {
                self.periods(pages.language)
            } else {
                Vec::new()
            },
            months: match term.filter(|_| number.is_none()).map(|term| term.taxonomy) {
                Some(Taxonomy::Project) => self.month_bars(pages.releases, language),
                _ => Vec::new(),
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
            own: text.and_then(|text| text.text.borrowed).map(|lang| self.own(lang, &self.term_permalink(no, lang))),
        })
    }

    /// Where a page of a list stands in a language.
    fn there_is_list(&self, list: List, number: Option<usize>, language: Language) -> There {
        if !self.has_list(list, language) {
            return There::Nearest(Permalink::of(language, Spot::News));
        }
        paging::there(&self.list_permalink(list, language), self.listed(list, language).len(), number)
    }

    /// The entry of a list's page in the sitemap.
    pub fn list_url(&self, list: List, language: Language, number: Option<u32>) -> SitemapUrl {
        let number = number.map(|number| number as usize);
        let permalink = paging::permalink(&self.list_permalink(list, language), number);
        let there = |lang: Language| self.there_is_list(list, number, lang);
        let alternates = self.alternates(language, &permalink, paging::indexing(number), &there);
        SitemapUrl { url: self.absolute(&permalink), modified: None, alternates, images: Vec::new() }
    }

    fn list_head(&self, pages: &Pages<'_>, number: Option<usize>) -> Head {
        let (list, language) = (pages.list, pages.language);
        let there = |lang: Language| self.there_is_list(list, number, lang);
        let (section, way, feeds) = match list {
            List::News => ("news", Vec::new(), Vec::new()),
            List::Term(no) => {
                let taxonomy = self.newsroom.term(no).taxonomy;
                let index = self.local(&Permalink::of(language, Spot::Index(taxonomy)));
                let title = self.t(language, &format!("menu-{}", taxonomy.word()));
                let way = vec![Arc::new(Link { title, url: index, own: None })];
                let formats = &self.config.outputs.term_feeds;
                (taxonomy.word(), way, self.feed_links(language, &pages.permalink, Some(&pages.title), formats))
            }
        };
        let head = self.head(
            language,
            Frame {
                kind: "list",
                title: self.page_title(language, &pages.title, number),
                description: self.list_description(pages),
                permalink: &paging::permalink(&pages.permalink, number),
                section: Some(section),
                there: &there,
                indexing: paging::indexing(number),
                image: None,
                way,
                feeds,
            },
        );
        Self::titled(head, list.term().and_then(|no| self.term_own(no, language)))
    }

    fn list_description(&self, pages: &Pages<'_>) -> String {
        let (language, site) = (pages.language, self.publisher(pages.language));
        let List::Term(no) = pages.list else { return self.t_with(language, "describe-news", &[("site", site)]) };
        let term = self.newsroom.term(no);
        let written = term.project.as_ref().and_then(|project| project.texts.get(&language));
        let written = written.filter(|text| text.text.borrowed.is_none()).and_then(|text| text.summary.clone());
        let key = match term.taxonomy {
            Taxonomy::Region => "describe-region",
            Taxonomy::Project => "describe-project",
            Taxonomy::Tag => "describe-tag",
        };
        written.unwrap_or_else(|| self.t_with(language, key, &[("name", &pages.title), ("site", site)]))
    }
}
