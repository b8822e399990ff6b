//! The plan itself.

use crate::config::Config;
use crate::hash::{ContentHash, Fingerprint};
use crate::location::OutputPath;
use crate::plan::draft::Draft;
use crate::plan::edition::{Edition, Standing};
use crate::plan::known;
use crate::plan::target::{Planned, Target};
use crate::theme::Theme;
use crate::view::{View, hash_of};
use jiff::Timestamp;

/// The site: every file of the output.
pub struct Plan {
    /// What the files are made from.
    pub(crate) edition: Edition,
    /// The files, in the order of their paths.
    pub entries: Vec<Planned>,
    /// The first moment after that of the plan at which the plan would be another.
    pub next_change: Option<Timestamp>,
}

impl Plan {
    /// How many HTML pages there are.
    pub fn pages(&self) -> usize {
        self.entries.iter().filter(|planned| planned.target.page_language().is_some()).count()
    }

    /// How many feeds there are.
    pub fn feeds(&self) -> usize {
        self.entries.iter().filter(|planned| matches!(planned.target, Target::Feed(..))).count()
    }

    /// The file of a path.
    pub fn get(&self, path: &OutputPath) -> Option<&Planned> {
        let at = self.entries.binary_search_by(|planned| planned.path.cmp(path)).ok()?;
        self.entries.get(at)
    }

    /// Whether a file is the notice of a release that was taken down: a host that can say so answers with 410 (gone).
    pub fn is_gone(&self, target: &Target) -> bool {
        let standing = |no, language| self.edition.standing(self.edition.newsroom.release(no), language);
        matches!(target, Target::Release(no, language) if standing(*no, *language) == Some(Standing::Expired))
    }

    /// The theme.
    pub fn theme(&self) -> &Theme {
        &self.edition.theme
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.edition.config
    }

    /// Whether so much was learned of releases that it is worth keeping.
    pub fn learned(&self) -> bool {
        self.edition.unknown() > self.entries.len() / 64
    }

    /// What is now known of the hashes of releases, to be kept for the next plan; `program` is the one that made them.
    pub fn known(&self, program: ContentHash) -> Vec<u8> {
        known::bytes(self.edition.imprints(), program)
    }

    /// The hash of everything that a target is rendered from; nothing for a target that is not in this plan.
    pub fn fingerprint(&self, target: &Target) -> Option<Fingerprint> {
        if let Target::Release(no, language) = target {
            let own = self.edition.page_hash(*no, *language);
            return Some(self.edition.fingerprint(Some(*language), own, &self.edition.around(*no, *language)));
        }
        let Draft { view, shown } = self.edition.draft(target)?;
        Some(self.edition.fingerprint(view.language(), hash_of(&view), &shown))
    }

    /// All that rendering a target can see, with its hash; nothing for a target that is not in this plan.
    pub fn view(&self, target: &Target) -> Option<(View, Fingerprint)> {
        let Draft { view, shown } = self.edition.draft(target)?;
        let own = hash_of(&view);
        if let Target::Release(no, language) = target {
            self.edition.set_page_hash(*no, *language, own);
        }
        let view = self.edition.filled(view, &shown);
        let fingerprint = self.edition.fingerprint(view.language(), own, &shown);
        debug_assert_eq!(
            Some(fingerprint),
            self.fingerprint(target),
            "{target:?} is known by another hash than rendered"
        );
        Some((view, fingerprint))
    }
}

impl Edition {
    /// The view of a target, to be filled.
    pub fn draft(&self, target: &Target) -> Option<Draft> {
        match target {
            Target::Release(no, language) => {
                self.release_draft(*no, *language).map(|draft| draft.showing(self.around(*no, *language)))
            }
            Target::List(list, language, number) => Some(self.list_draft(*list, *language, *number)),
            Target::Home(language) => Some(self.home_draft(*language)),
            Target::Year(language, year) => self.year_draft(*language, *year),
            Target::Month(language, year, month) => self.month_draft(*language, *year, *month),
            Target::Index(taxonomy, language) => Some(self.index_draft(*taxonomy, *language)),
            Target::Events(language) => Some(self.events_draft(*language)),
            Target::Corrections(language, number) => self.corrections_draft(*language, *number),
            Target::Standing(no, language) => self.standing_draft(*no, *language),
            Target::NotFound(language, permalink) => Some(self.not_found_draft(*language, permalink)),
            Target::Feed(list, language, format) => Some(self.feed_draft(*list, *language, *format)),
            Target::Sitemap(language, number) => Some(self.sitemap_draft(*language, *number)),
            _ => self.lone_view(target).map(Draft::whole),
        }
    }

    /// The view of a target that shows nothing of releases, or few of them.
    fn lone_view(&self, target: &Target) -> Option<View> {
        match target {
            Target::Redirect(language, to) => self.redirect(*language, to).map(View::Redirect),
            Target::Opml(language) => Some(View::Opml(self.opml(*language))),
            Target::Calendar(language) => Some(View::Calendar(self.coming_calendar(*language))),
            Target::Event(no, language) => self.release_calendar(*no, *language).map(View::Calendar),
            Target::SitemapIndex => Some(View::SitemapIndex(self.sitemap_index())),
            Target::NewsSitemap => Some(View::NewsSitemap(self.news_sitemap())),
            Target::Robots => Some(View::Text(self.robots().as_bytes().into())),
            Target::Style => Some(View::Text(self.theme.style.clone())),
            Target::Media(no) => Some(View::Copy(self.media_copy(*no))),
            Target::Asset(name) => self.asset_copy(name).map(View::Copy),
            _ => None,
        }
    }
}
