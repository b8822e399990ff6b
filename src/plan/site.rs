//! The plan itself.

use crate::hash::ContentHash;
use crate::location::OutputPath;
use crate::plan::draft::Draft;
use crate::plan::edition::Edition;
use crate::plan::target::{Planned, Target};
use crate::view::{View, hash_of};
use jiff::Timestamp;

/// The site: every file of the output, with the hash of all that it depends on.
pub struct Plan<'a> {
    /// What the files are made from.
    pub(crate) edition: Edition<'a>,
    /// The files, in the order of their paths.
    pub entries: Vec<Planned>,
    /// The first moment after that of the plan at which the plan would be another.
    pub next_change: Option<Timestamp>,
}

impl Plan<'_> {
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

    /// All that rendering a target of this plan can see; nothing of a target that is not in it.
    pub fn view(&self, target: &Target) -> Option<View> {
        self.edition.draft(target).map(|draft| self.edition.filled(draft))
    }
}

impl Edition<'_> {
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

    /// A target with its fingerprint and, of a page that search engines are told of, the hash of its entry in the sitemap.
    pub fn planned(&self, path: OutputPath, target: Target) -> Option<(Planned, Option<ContentHash>)> {
        let (fingerprint, listed) = match &target {
            Target::Release(no, language) => {
                let imprint = self.imprint(*no, *language)?;
                let around = self.around(*no, *language);
                (self.fingerprint(Some(*language), imprint.page, &around), imprint.url)
            }
            _ => {
                let Draft { view, shown } = self.draft(&target)?;
                let listed = self.url_of(&view).map(|url| hash_of(&url));
                (self.fingerprint(view.language(), hash_of(&view), &shown), listed)
            }
        };
        Some((Planned { path, target, fingerprint }, listed))
    }
}
