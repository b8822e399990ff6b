//! The plan of a newsroom in which a text says something else: the files are the same, but some show other words.

use crate::language::Language;
use crate::model::{self, ReleaseNo, Translation};
use crate::parse::Document;
use crate::plan::draft::{Around, Shown};
use crate::plan::edition::Edition;
use crate::plan::site::Plan;
use crate::plan::target::{Planned, Target};
use rayon::prelude::*;
use std::sync::Arc;

/// A text of a release.
pub type Told = (ReleaseNo, Language);

impl Plan {
    /// Replaces the words of a text that differs in words alone, and tells whose words that are; nothing for a text that
    /// the plan does not know.
    pub fn retell(&mut self, document: &Document) -> Vec<Told> {
        let config = self.edition.config.clone();
        let newsroom = Arc::get_mut(&mut self.edition.newsroom);
        let Some(no) = newsroom.and_then(|newsroom| model::retell(newsroom, document, &config)) else {
            return Vec::new();
        };
        let release = self.edition.newsroom.release(no);
        let says = |(language, text): &(&Language, &Translation)| {
            config.written(text.text.borrowed.unwrap_or(**language)) == document.language
        };
        let told: Vec<Told> = release.translations.iter().filter(says).map(|(language, _)| (no, *language)).collect();
        told.iter().for_each(|(no, language)| self.edition.forget(*no, *language));
        told
    }

    /// The files that may show any of the texts, in the order of their paths.
    pub fn showing(&self, told: &[Told]) -> Vec<&Planned> {
        let shows = |planned: &&Planned| told.iter().any(|told| self.edition.may_show(&planned.target, *told));
        self.entries.par_iter().filter(shows).collect()
    }
}

impl Edition {
    /// Whether a file shows the words of a text, as far as its target tells.
    fn may_show(&self, target: &Target, (no, language): Told) -> bool {
        match target {
            Target::Release(other, lang) if *lang == language => {
                *other == no || matches!(self.around(*other, language), Shown::Around(_, around) if around.names(no))
            }
            Target::List(list, lang, number) if *lang == language => self.list_shows(*list, language, *number, no),
            Target::Corrections(lang, number) if *lang == language => self.corrections_show(language, *number, no),
            Target::Month(lang, year, month) if *lang == language => {
                let date = self.newsroom.release(no).date.at.date();
                (date.year(), date.month()) == (*year, *month)
            }
            Target::Event(other, lang) => (*other, *lang) == (no, language),
            Target::Home(lang) | Target::Events(lang) | Target::Calendar(lang) => *lang == language,
            Target::Feed(list, lang, _) => *lang == language && self.listed(*list, language).contains(&no),
            Target::NewsSitemap => true,
            Target::Release(..) | Target::List(..) | Target::Month(..) | Target::Corrections(..) => false,
            // These name releases by their addresses alone, or not at all.
            Target::Year(..) | Target::Index(..) | Target::Standing(..) | Target::NotFound(..) => false,
            Target::Redirect(..) | Target::Opml(_) | Target::Sitemap(..) | Target::SitemapIndex => false,
            Target::Robots | Target::Style | Target::Media(_) | Target::Asset(_) => false,
        }
    }
}

impl Around {
    fn names(&self, no: ReleaseNo) -> bool {
        self.earlier == Some(no) || self.later == Some(no) || self.related.contains(&no)
    }
}
