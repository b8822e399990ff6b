//! The pages that stand alone: front page, standing pages, the page for lost readers, redirects.

use crate::config::Switch;
use crate::diagnostic::{At, Place};
use crate::language::Language;
use crate::location::{Permalink, Spot, Taxonomy};
use crate::model::{PageNo, PageText, ReleaseNo, StandingPage};
use crate::plan::draft::{Draft, Shown};
use crate::plan::edition::Edition;
use crate::plan::frame::{Frame, Indexing, There};
use crate::plan::sheet::Sheet;
use crate::plan::target::Target;
use crate::view::{Content, Head, HomeView, OwnLanguage, Redirect, StandingView};
use std::sync::Arc;

/// How many releases the front page shows.
const HOME: usize = 13;
/// How many coming events the front page shows.
const EVENTS: usize = 4;

impl Edition {
    /// The front page of a language.
    pub fn home_draft(&self, language: Language) -> Draft {
        let permalink = Permalink::of(language, Spot::Home);
        let [name, _] = self.publisher_on(language, self.today());
        let head = self.head(
            language,
            Frame {
                kind: "home",
                description: self.home_description(language, name),
                title: name.to_owned(),
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
            items: Vec::new(),
            projects: self.term_index(Taxonomy::Project, language),
            regions,
            map: self.region_map(language),
            events: events.into_iter().take(EVENTS).collect(),
        };
        let leading = self.leading(language).collect();
        self.page(language, head, Content::Home(home)).showing(Shown::Cards(language, leading))
    }

    fn home_description(&self, language: Language, name: &str) -> String {
        let written = self.config.identity.get(&language).map(|site| site.description.clone());
        let written = written.filter(|description| !description.is_empty());
        written.unwrap_or_else(|| self.t_with(language, "describe-home", &[("site", name)]))
    }

    /// Pinned releases, then the latest.
    fn leading(&self, language: Language) -> impl Iterator<Item = ReleaseNo> + '_ {
        let newest = || self.releases(language).releases.iter().rev().copied();
        let pinned = |no: &ReleaseNo| self.newsroom.release(*no).pinned;
        newest().filter(pinned).chain(newest().filter(move |no| !pinned(no))).take(HOME)
    }

    /// A standing page in the languages that have it, with the addresses that lead there.
    pub fn standing_sheet(&self, no: PageNo) -> Sheet {
        let mut sheet = Sheet::default();
        let page = self.newsroom.page(no);
        for (language, text) in page.texts.iter().filter(|(language, _)| self.config.languages.has(**language)) {
            let permalink = Permalink::of(*language, Spot::Standing(&page.id));
            self.check(&text.text, *language, &mut sheet.findings);
            self.check_files(&text.text, &mut sheet.findings);
            sheet.put(&permalink, Target::Standing(no, *language), &text.text.file);
            self.redirects(&text.aliases, &permalink, *language, &text.text.file, &mut sheet);
        }
        sheet
    }

    /// A standing page.
    pub fn standing_draft(&self, no: PageNo, language: Language) -> Option<Draft> {
        let page = self.newsroom.page(no);
        let text = page.texts.get(&language)?;
        let permalink = Permalink::of(language, Spot::Standing(&page.id));
        let head = self.standing_head(page, text, language, &permalink);
        let body = self.body(&text.text, language);
        let (title, summary) = (text.title.clone(), text.summary.clone());
        let own = text.text.borrowed.map(|lang| self.own(lang, &Permalink::of(lang, Spot::Standing(&page.id))));
        let content = Content::Standing(StandingView { title, summary, id: page.id.clone(), own, body });
        Some(self.page(language, head, content))
    }

    fn standing_head(&self, page: &StandingPage, text: &PageText, language: Language, permalink: &Permalink) -> Head {
        let there = |lang: Language| match page.texts.get(&lang).map(|text| text.text.borrowed) {
            Some(None) => There::Same(Permalink::of(lang, Spot::Standing(&page.id))),
            Some(Some(_)) => There::Apart(Permalink::of(lang, Spot::Standing(&page.id))),
            None => There::Nearest(Permalink::of(lang, Spot::Home)),
        };
        let head = self.head(
            language,
            Frame {
                kind: "standing",
                title: text.title.clone(),
                description: text.summary.clone().unwrap_or_else(|| text.text.opening.clone()),
                permalink,
                section: None,
                there: &there,
                indexing: if text.text.borrowed.is_some() { Indexing::Alone } else { Indexing::Index(None) },
                image: None,
                way: Vec::new(),
                feeds: Vec::new(),
            },
        );
        let Some(lender) = text.text.borrowed else { return head };
        let canonical = self.absolute(&Permalink::of(lender, Spot::Standing(&page.id)));
        Head { canonical, ..Self::titled(head, Some(OwnLanguage::of(lender))) }
    }

    /// The page for addresses that lead nowhere; the default language's stands at the top too.
    pub fn not_found_sheet(&self, language: Language) -> Sheet {
        let mut sheet = Sheet::default();
        let own = Permalink::of(language, Spot::NotFound);
        let top = (language == self.config.languages.default()).then(|| Permalink::file("404.html"));
        for permalink in [Some(own), top].into_iter().flatten() {
            sheet.add(&permalink, Target::NotFound(language, permalink.clone()));
        }
        sheet
    }

    /// The page for addresses that lead nowhere, where it stands.
    pub fn not_found_draft(&self, language: Language, permalink: &Permalink) -> Draft {
        let head = self.head(
            language,
            Frame {
                kind: "notfound",
                title: self.t(language, "title-not-found"),
                description: self.t(language, "describe-not-found"),
                permalink,
                section: None,
                there: &|lang| There::Same(Permalink::of(lang, Spot::Home)),
                indexing: Indexing::No,
                image: None,
                way: Vec::new(),
                feeds: Vec::new(),
            },
        );
        self.page(language, head, Content::NotFound)
    }

    /// Pages at old addresses that lead to a new one.
    pub fn redirects(
        &self,
        aliases: &[At<Permalink>],
        to: &Permalink,
        language: Language,
        source: &Arc<str>,
        sheet: &mut Sheet,
    ) {
        for alias in aliases.iter().filter(|_| self.config.outputs.redirects == Switch::On) {
            let place = Place::new(source.clone(), alias.span);
            sheet.put_at(&alias.value, Target::Redirect(language, to.clone()), place);
        }
    }

    /// A page that leads to an address.
    pub fn redirect(&self, language: Language, to: &Permalink) -> Option<Redirect> {
        let site = self.shared_site(language)?;
        Some(Redirect { site, target: self.local(to), canonical: self.absolute(to) })
    }
}
