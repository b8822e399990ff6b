//! The pages that stand alone: front page, standing pages, the page for lost readers, redirects.

use crate::config::Switch;
use crate::language::Language;
use crate::location::{Permalink, Spot, Taxonomy};
use crate::model::{PageText, ReleaseNo, StandingPage};
use crate::plan::edition::Edition;
use crate::plan::frame::{Frame, Indexing, There};
use crate::plan::sheet::{SITE_FILE, Sheet};
use crate::plan::target::Target;
use crate::view::{Content, HomeView, Page, Redirect, Shared, Site, StandingView};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many releases the front page shows.
const HOME: usize = 13;
/// How many coming events the front page shows.
const EVENTS: usize = 4;

impl Edition<'_> {
    /// The front page of a language.
    pub fn home_sheet(&self, language: Language, site: &Arc<Shared<Site>>) -> Sheet {
        let permalink = Permalink::of(language, Spot::Home);
        let head = self.head(
            language,
            Frame {
                kind: "home",
                title: site.name.clone(),
                description: self.home_description(language, site),
                permalink: &permalink,
                section: None,
                there: &|lang| There::Same(Permalink::of(lang, Spot::Home)),
                indexing: Indexing::Index(None),
                image: None,
                way: Vec::new(),
                feeds: Vec::new(),
            },
        );
        let mut regions = self.term_index(Taxonomy::Region, language);
        regions.retain(|region| region.count > 0);
        let events = if self.config.outputs.events == Switch::On { self.coming_events(language) } else { Vec::new() };
        let home = HomeView {
            items: self.cards(self.leading(language), language),
            projects: self.term_index(Taxonomy::Project, language),
            regions,
            events: events.into_iter().take(EVENTS).collect(),
        };
        let mut sheet = Sheet::default();
        let page = Page { site: site.clone(), head, content: Content::Home(home) };
        sheet.put(&permalink, Target::Page(Box::new(page)), &SITE_FILE.into());
        sheet
    }

    fn home_description(&self, language: Language, site: &Site) -> String {
        if site.description.is_empty() {
            return self.t_with(language, "describe-home", &[("site", &site.name)]);
        }
        site.description.clone()
    }

    /// Pinned releases, then the latest.
    fn leading(&self, language: Language) -> impl Iterator<Item = ReleaseNo> + '_ {
        let newest = || self.releases(language).releases.iter().rev().copied();
        let pinned = |no: &ReleaseNo| self.newsroom.release(*no).pinned;
        newest().filter(pinned).chain(newest().filter(move |no| !pinned(no))).take(HOME)
    }

    /// A standing page in the languages that have it, with the addresses that lead there.
    pub fn standing_sheet(&self, page: &StandingPage, sites: &BTreeMap<Language, Arc<Shared<Site>>>) -> Sheet {
        let mut sheet = Sheet::default();
        for (language, text) in &page.texts {
            let Some(site) = sites.get(language) else { continue };
            let permalink = Permalink::of(*language, Spot::Standing(&page.id));
            let head = self.standing_head(page, text, *language, &permalink);
            let body = self.body(&text.text, *language, &mut sheet.findings);
            let (title, summary) = (text.title.clone(), text.summary.clone());
            let content = Content::Standing(StandingView { title, summary, id: page.id.clone(), body });
            let target = Target::Page(Box::new(Page { site: site.clone(), head, content }));
            sheet.put(&permalink, target, &text.text.file);
            self.redirects(&text.aliases, &permalink, site, &text.text.file, &mut sheet);
        }
        sheet
    }

    fn standing_head(
        &self,
        page: &StandingPage,
        text: &PageText,
        language: Language,
        permalink: &Permalink,
    ) -> crate::view::Head {
        let there = |lang: Language| match page.texts.get(&lang) {
            Some(_) => There::Same(Permalink::of(lang, Spot::Standing(&page.id))),
            None => There::Nearest(Permalink::of(lang, Spot::Home)),
        };
        self.head(
            language,
            Frame {
                kind: "standing",
                title: text.title.clone(),
                description: text.summary.clone().unwrap_or_else(|| text.text.opening.clone()),
                permalink,
                section: None,
                there: &there,
                indexing: Indexing::Index(None),
                image: None,
                way: Vec::new(),
                feeds: Vec::new(),
            },
        )
    }

    /// The page for addresses that lead nowhere; the default language's stands at the top too.
    pub fn not_found_sheet(&self, language: Language, site: &Arc<Shared<Site>>) -> Sheet {
        let mut sheet = Sheet::default();
        let own = Permalink::of(language, Spot::NotFound);
        let top = (language == self.config.languages.default()).then(|| Permalink::file("404.html"));
        for permalink in [Some(own), top].into_iter().flatten() {
            let head = self.head(
                language,
                Frame {
                    kind: "notfound",
                    title: self.t(language, "title-not-found"),
                    description: self.t(language, "describe-not-found"),
                    permalink: &permalink,
                    section: None,
                    there: &|lang| There::Same(Permalink::of(lang, Spot::Home)),
                    indexing: Indexing::No,
                    image: None,
                    way: Vec::new(),
                    feeds: Vec::new(),
                },
            );
            let page = Page { site: site.clone(), head, content: Content::NotFound };
            sheet.put(&permalink, Target::Page(Box::new(page)), &SITE_FILE.into());
        }
        sheet
    }

    /// Pages at old addresses that lead to a new one.
    pub fn redirects(
        &self,
        aliases: &[Permalink],
        to: &Permalink,
        site: &Arc<Shared<Site>>,
        source: &Arc<str>,
        sheet: &mut Sheet,
    ) {
        for alias in aliases.iter().filter(|_| self.config.outputs.redirects == Switch::On) {
            sheet.put(alias, self.redirect(to, site), source);
        }
    }

    /// A page that leads to an address.
    pub fn redirect(&self, to: &Permalink, site: &Arc<Shared<Site>>) -> Target {
        Target::Redirect(Redirect { site: site.clone(), target: self.local(to), canonical: self.absolute(to) })
    }
}
