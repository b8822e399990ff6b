//! What is said again and again in a language, said once: dates, the names of terms, the words of texts.

use crate::config::periods::{self, Former};
use crate::hash::ContentHash;
use crate::markdown::{Parts, Words};
use crate::model::TermNo;
use crate::view::{Link, Shared, hash_of};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// A link to a term page, in the words of a time that is over.
pub type FormerLink = Former<Arc<Link>>;

/// The phrases of one language.
#[derive(Debug, Default)]
pub struct Phrases {
    /// The way to the front page.
    pub home: Option<Arc<Link>>,
    /// The way to the list of all releases.
    pub news: Option<Arc<Link>>,
    /// The words that rendering adds to texts.
    pub words: Arc<Words>,
    /// What parts of texts are told by.
    pub parts: Option<Arc<Shared<Parts>>>,
    /// The dates of releases in the long form, each written when it is first asked for.
    days: BTreeMap<Date, OnceLock<Arc<str>>>,
    /// The links to term pages, by the terms' numbers; nothing for a term without a page.
    terms: Vec<Option<TermLinks>>,
}

/// The links to a term page: in today's words, and in those of times that are over.
pub type TermLinks = (Arc<Link>, Vec<FormerLink>);

impl Phrases {
    /// The phrases of a newsroom whose releases have these days; `terms` are the links to term pages.
    pub fn new(
        [home, news]: [Link; 2],
        words: Words,
        parts: Parts,
        terms: Vec<Option<TermLinks>>,
        days: impl Iterator<Item = Date>,
    ) -> Self {
        let days = days.map(|day| (day, OnceLock::new())).collect();
        Self {
            home: Some(home.into()),
            news: Some(news.into()),
            words: words.into(),
            parts: Some(Shared::new(parts)),
            days,
            terms,
        }
    }

    /// The hash of the phrases, but for dates, which are the same everywhere.
    pub fn hash(&self) -> ContentHash {
        hash_of(&(&self.home, &self.news, &self.words, &self.parts, &self.terms))
    }

    /// A date in the long form, which `write` writes when it is first asked for.
    pub fn long(&self, day: Date, write: impl Fn() -> String) -> Arc<str> {
        let long = || write().into();
        self.days.get(&day).map_or_else(long, |text| text.get_or_init(long).clone())
    }

    /// The link to a term page, where there is one, in the words of a day.
    pub fn term(&self, no: TermNo, day: Date) -> Option<&Arc<Link>> {
        let (today, former) = self.terms.get(no.index())?.as_ref()?;
        Some(periods::on(former, day).map_or(today, |former| &former.value))
    }
}
