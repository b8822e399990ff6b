//! What a rule sees of a release, project or page in all its languages.

use crate::config::Config;
use crate::language::Language;
use crate::model::{Newsroom, Release, ReleaseNo};
use crate::rules::gazetteer::Gazetteer;
use crate::rules::page::Page;
use std::collections::HashMap;

/// What is the same for all that is looked at.
pub struct Ground<'a> {
    /// The newsroom.
    pub newsroom: &'a Newsroom,
    /// Its settings.
    pub config: &'a Config,
    /// What regions are called.
    pub gazetteer: Gazetteer,
    releases: HashMap<&'a str, ReleaseNo>,
}

/// A release, project or page with its texts.
pub struct Subject<'a> {
    /// What is the same for all.
    pub ground: &'a Ground<'a>,
    /// The release; nothing for a project or page, or when the release could not be made out.
    pub release: Option<ReleaseNo>,
    /// Its texts, in the order of their paths.
    pub pages: Vec<Page<'a>>,
}

impl<'a> Ground<'a> {
    /// The ground of a newsroom.
    pub fn new(newsroom: &'a Newsroom, config: &'a Config) -> Self {
        let releases = newsroom.releases.iter().map(|release| &*release.subject).zip((0..).map(ReleaseNo)).collect();
        Self { newsroom, config, gazetteer: Gazetteer::new(newsroom), releases }
    }

    /// The release of these documents, by the path that they share.
    pub fn release(&self, subject: &str) -> Option<ReleaseNo> {
        self.releases.get(subject).copied()
    }
}

impl<'a> Subject<'a> {
    /// The release that it is.
    pub fn release(&self) -> Option<&'a Release> {
        self.release.map(|no| self.ground.newsroom.release(no))
    }

    /// Its text in a language.
    pub fn page(&self, language: Language) -> Option<&Page<'a>> {
        self.pages.iter().find(|page| page.language() == language)
    }
}
