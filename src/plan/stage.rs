//! The stage itself: every kind of output, one after the other.

use crate::config::{Config, Switch};
use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::location::{Permalink, Spot, Taxonomy};
use crate::model::{Newsroom, PageNo, ReleaseNo};
use crate::plan::edition::{Audience, Edition};
use crate::plan::known::Known;
use crate::plan::sheet::Sheet;
use crate::plan::site::Plan;
use crate::plan::target::{List, Planned, Target};
use crate::theme::Theme;
use jiff::Timestamp;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Plans the site as it is public at `now`; `known` is what an earlier plan knew.
pub fn plan(
    newsroom: Arc<Newsroom>,
    theme: Arc<Theme>,
    config: Arc<Config>,
    now: Timestamp,
    audience: Audience,
    known: Known,
    findings: &mut Vec<Diagnostic>,
) -> Plan {
    let mut edition = Edition::new(newsroom, theme, config, now, audience, known);
    edition.settle_clashes(findings);
    let (mut entries, found) = edition.sheet().settle();
    findings.extend(found);
    if edition.config.outputs.sitemap == Switch::On {
        // Sitemaps are questions to the other pages, and come after these.
        edition.index(indexed(&edition, &entries));
        let languages = edition.config.languages.iter();
        entries.extend(languages.flat_map(|language| edition.sitemaps(language)).collect::<Vec<_>>());
        entries.sort_by(|one, other| one.path.cmp(&other.path));
    }
    let next_change = edition.next_change();
    Plan { edition, entries, next_change }
}

/// The pages that search engines are told of, in the order of their addresses.
fn indexed(edition: &Edition, planned: &[Planned]) -> BTreeMap<Language, Vec<Target>> {
    let mut pages: Vec<&Planned> = planned.iter().filter(|planned| edition.is_indexed(&planned.target)).collect();
    pages.par_sort_by_key(|planned| planned.path.address());
    let mut indexed: BTreeMap<Language, Vec<Target>> = BTreeMap::new();
    for planned in pages {
        if let Some(language) = planned.target.page_language() {
            indexed.entry(language).or_default().push(planned.target.clone());
        }
    }
    indexed
}

impl Edition {
    /// All files but the sitemaps.
    fn sheet(&self) -> Sheet {
        let languages = || self.config.languages.iter();
        let mut sheet = Sheet::default();
        let default = self.config.languages.default();
        // `/` leads to the default language.
        sheet.add(&Permalink::root(), Target::Redirect(default, Permalink::of(default, Spot::Home)));
        let pages = (0..).map(PageNo).zip(&self.newsroom.pages);
        pages.for_each(|(no, _)| sheet.append(self.standing_sheet(no)));
        languages().for_each(|language| sheet.append(self.language_sheet(language)));
        languages().for_each(|language| sheet.append(self.archive_sheet(language)));
        sheet.append(self.files_sheet());
        sheet.append(self.search_sheet());
        sheet
    }

    fn language_sheet(&self, language: Language) -> Sheet {
        let mut sheet = Sheet::default();
        sheet.add(&Permalink::of(language, Spot::Home), Target::Home(language));
        sheet.append(self.not_found_sheet(language));
        sheet.append(self.events_sheet(language));
        sheet.append(self.corrections_sheet(language));
        let numbers = 0..u32::try_from(self.newsroom.releases.len()).unwrap_or(u32::MAX);
        let releases = numbers.into_par_iter().map(|no| self.release_sheet(ReleaseNo(no), language));
        releases.collect::<Vec<_>>().into_iter().for_each(|pages| sheet.append(pages));
        for taxonomy in Taxonomy::ALL.into_iter().filter(|one| self.index_terms(*one, language).next().is_some()) {
            sheet.add(&Permalink::of(language, Spot::Index(taxonomy)), Target::Index(taxonomy, language));
        }
        sheet.append(self.list_sheet(List::News, language));
        for no in Taxonomy::ALL.into_iter().flat_map(|taxonomy| self.index_terms(taxonomy, language)) {
            self.check_project(no, language, &mut sheet.findings);
            sheet.append(self.list_sheet(List::Term(no), language));
        }
        self.project_redirects(language, &mut sheet);
        sheet.append(self.feeds_sheet(language));
        sheet
    }

    fn project_redirects(&self, language: Language, sheet: &mut Sheet) {
        for no in self.newsroom.terms_of(Taxonomy::Project) {
            let text = self.newsroom.term(no).project.as_ref().and_then(|project| project.texts.get(&language));
            if let Some(text) = text {
                self.redirects(&text.aliases, &self.term_permalink(no, language), language, &text.text.file, sheet);
            }
        }
    }
}
