//! The stage itself: every kind of output, one after the other.

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::location::{Permalink, Spot, Taxonomy};
use crate::model::{Newsroom, ReleaseNo};
use crate::plan::edition::{Audience, Edition, Standing};
use crate::plan::lists::List;
use crate::plan::sheet::{SITE_FILE, Sheet};
use crate::plan::target::Plan;
use crate::theme::Theme;
use crate::view::{Shared, Site};
use jiff::Timestamp;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Plans the site as it is public at `now`.
pub fn plan(
    newsroom: &Newsroom,
    theme: &Theme,
    config: &Config,
    now: Timestamp,
    audience: Audience,
    findings: &mut Vec<Diagnostic>,
) -> Plan {
    let edition = Edition::new(newsroom, theme, config, now, audience);
    let sites: BTreeMap<Language, Arc<Shared<Site>>> =
        config.languages.iter().map(|language| (language, edition.site(language))).collect();
    let mut sheet = edition.root_sheet(&sites);
    for page in &newsroom.pages {
        sheet.append(edition.standing_sheet(page, &sites));
    }
    for (language, site) in &sites {
        sheet.append(edition.language_sheet(*language, site));
    }
    sheet.append(edition.archive_sheet(&sites));
    sheet.append(edition.files_sheet());
    let sitemaps = edition.sitemaps_sheet(&sheet);
    sheet.append(sitemaps);
    let (mut plan, found) = sheet.into_plan(theme);
    plan.next_change = edition.next_change();
    findings.extend(found);
    plan
}

impl Edition<'_> {
    /// `/` leads to the default language.
    fn root_sheet(&self, sites: &BTreeMap<Language, Arc<Shared<Site>>>) -> Sheet {
        let mut sheet = Sheet::default();
        let default = self.config.languages.default();
        if let Some(site) = sites.get(&default) {
            let target = self.redirect(&Permalink::of(default, Spot::Home), site);
            sheet.put(&Permalink::root(), target, &SITE_FILE.into());
        }
        sheet
    }

    fn language_sheet(&self, language: Language, site: &Arc<Shared<Site>>) -> Sheet {
        let mut sheet = self.home_sheet(language, site);
        sheet.append(self.not_found_sheet(language, site));
        sheet.append(self.events_sheet(language, site));
        let lists: Vec<List> = std::iter::once(List::News)
            .chain(Taxonomy::ALL.into_iter().flat_map(|taxonomy| self.index_terms(taxonomy, language)).map(List::Term))
            .collect();
        let numbers = (0..self.newsroom.releases.len()).filter_map(|no| u32::try_from(no).ok().map(ReleaseNo));
        let releases: Vec<ReleaseNo> = numbers.collect();
        let pages = |no: ReleaseNo| {
            let mut sheet = self.release_sheet(no, language, site);
            self.release_redirects(no, language, site, &mut sheet);
            sheet
        };
        let sheets: Vec<Sheet> = releases.into_par_iter().map(pages).collect();
        sheets.into_iter().for_each(|pages| sheet.append(pages));
        for taxonomy in Taxonomy::ALL {
            sheet.append(self.index_sheet(taxonomy, language, site));
        }
        let sheets: Vec<Sheet> = lists.into_par_iter().map(|list| self.list_sheet(list, language, site)).collect();
        sheets.into_iter().for_each(|pages| sheet.append(pages));
        self.project_redirects(language, site, &mut sheet);
        sheet.append(self.feeds_sheet(language));
        sheet
    }

    fn release_redirects(&self, no: ReleaseNo, language: Language, site: &Arc<Shared<Site>>, sheet: &mut Sheet) {
        let release = self.newsroom.release(no);
        let shown = matches!(
            self.standing(release, language),
            Some(Standing::Public | Standing::Marked(_) | Standing::Expired)
        );
        if let Some(translation) = release.translations.get(&language).filter(|_| shown) {
            let to = self.permalink(release, language, translation);
            self.redirects(&translation.aliases, &to, site, &translation.text.file, sheet);
        }
    }

    fn project_redirects(&self, language: Language, site: &Arc<Shared<Site>>, sheet: &mut Sheet) {
        for no in self.newsroom.terms_of(Taxonomy::Project) {
            let text = self.newsroom.term(no).project.as_ref().and_then(|project| project.texts.get(&language));
            if let Some(text) = text {
                self.redirects(&text.aliases, &self.term_permalink(no, language), site, &text.text.file, sheet);
            }
        }
    }
}
