//! A view on its way: what it says itself, and what it shows of releases that have pages of their own.
//!
//! A fingerprint is made of the two apart, so that what hundreds of files show of one release is hashed once, and so that
//! it is known without making the view.

use crate::hash::{ContentHash, Fingerprint};
use crate::language::Language;
use crate::model::ReleaseNo;
use crate::plan::edition::Edition;
use crate::plan::target::Target;
use crate::view::{Content, Page, View, hash_of};
use rayon::prelude::*;

/// A view whose fields for other releases are empty yet.
pub struct Draft {
    /// What the file says itself.
    pub view: View,
    /// What is still to be filled in.
    pub shown: Shown,
}

/// What a file shows of releases that have pages of their own.
pub enum Shown {
    /// Nothing.
    Nothing,
    /// Cards, in their order.
    Cards(Language, Vec<ReleaseNo>),
    /// The neighbours of a release.
    Around(Language, Around),
    /// Entries of a feed, in their order.
    Items(Language, Vec<ReleaseNo>),
    /// The pages of a sitemap, in the order of their addresses.
    Urls(Vec<Target>),
}

/// The releases that a release's page leads to.
#[derive(Default)]
pub struct Around {
    /// The one before it.
    pub earlier: Option<ReleaseNo>,
    /// The one after it.
    pub later: Option<ReleaseNo>,
    /// 'Read also'.
    pub related: Vec<ReleaseNo>,
}

impl Draft {
    /// A view that is complete.
    pub fn whole(view: View) -> Self {
        Self { view, shown: Shown::Nothing }
    }

    /// A page that is complete.
    pub fn page(page: Page) -> Self {
        Self::whole(View::Page(Box::new(page)))
    }

    /// The same, to be filled with `shown`.
    #[must_use]
    pub fn showing(self, shown: Shown) -> Self {
        Self { shown, ..self }
    }
}

impl Edition {
    /// The fingerprint of a file that says `own` and shows `shown`; `looks` is the language whose templates and strings
    /// it shows.
    pub fn fingerprint(&self, looks: Option<Language>, own: ContentHash, shown: &Shown) -> Fingerprint {
        let look = looks.into_iter().flat_map(|language| self.look(language));
        Fingerprint::of_parts([self.generator(), own].into_iter().chain(look).chain(self.hashes(shown)))
    }

    fn hashes(&self, shown: &Shown) -> Vec<ContentHash> {
        match shown {
            Shown::Nothing => Vec::new(),
            Shown::Cards(language, releases) => releases.iter().map(|no| self.card_hash(*no, *language)).collect(),
            Shown::Items(language, releases) => {
                releases.iter().filter_map(|no| Some(self.item(*no, *language)?.hash())).collect()
            }
            Shown::Around(language, Around { earlier, later, related }) => {
                let link = |no: &Option<ReleaseNo>| no.map_or(ContentHash::of(b""), |no| self.link_hash(no, *language));
                let related = related.iter().map(|no| self.related_hash(*no, *language));
                [link(earlier), link(later)].into_iter().chain(related).collect()
            }
            Shown::Urls(targets) => targets.par_iter().map(|target| self.listed_hash(target)).collect(),
        }
    }

    fn listed_hash(&self, target: &Target) -> ContentHash {
        match target {
            Target::Release(no, language) => self.url_hash(*no, *language),
            _ => hash_of(&self.sitemap_url(target)),
        }
    }

    /// The view with all that it shows.
    pub fn filled(&self, mut view: View, shown: &Shown) -> View {
        match (&mut view, shown) {
            (View::Page(page), Shown::Cards(language, releases)) => {
                let releases = releases.iter();
                let cards = || releases.clone().filter_map(|no| self.card(*no, *language)).collect();
                match &mut page.content {
                    Content::Home(home) => home.items = cards(),
                    Content::Month(month) => month.items = cards(),
                    Content::List(list) => list.items = releases.filter_map(|no| self.tile(*no, *language)).collect(),
                    _ => {}
                }
            }
            (View::Page(page), Shown::Around(language, around)) => {
                if let Content::Release(release) = &mut page.content {
                    release.earlier = around.earlier.and_then(|no| self.release_link(no, *language));
                    release.later = around.later.and_then(|no| self.release_link(no, *language));
                    let related = around.related.iter();
                    release.related = related.filter_map(|no| self.related_link(*no, *language)).collect();
                }
            }
            (View::Feed(feed), Shown::Items(language, releases)) => {
                feed.items = releases.iter().filter_map(|no| self.item(*no, *language)).collect();
            }
            (View::Sitemap(sitemap), Shown::Urls(targets)) => {
                sitemap.urls = targets.iter().filter_map(|target| self.sitemap_url(target)).collect();
            }
            _ => {}
        }
        view
    }
}
