//! When the site changes by itself.

use crate::config::{Config, Switch};
use crate::language::Language;
use crate::model::{Newsroom, Release, ReleaseNo, TermNo};
use crate::parse::Draft;
use crate::plan::calendars::end;
use crate::plan::edition::Edition;
use crate::plan::sitemaps::NEWS;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// A change that no editor makes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Change {
    /// When it comes.
    pub at: Timestamp,
    /// What it is.
    pub what: What,
}

/// What changes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum What {
    /// A release takes a turn.
    Turn(ReleaseNo, Turn),
    /// A region or project, or else the publisher, bears another name from that day on.
    Name(Option<TermNo>),
}

/// What time does to a release.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Turn {
    /// It becomes public.
    Published,
    /// It is taken down.
    Expired,
    /// It leaves the sitemap of news.
    OldNews,
    /// Its event is over.
    EventOver,
}

impl Turn {
    /// The word for it in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Expired => "expired",
            Self::OldNews => "old-news",
            Self::EventOver => "event-over",
        }
    }
}

/// What changes by itself after `now` on the public site, in order of time: of releases with a text that is no draft,
/// while they are public, and of names.
pub fn changes(newsroom: &Newsroom, config: &Config, now: Timestamp) -> Vec<Change> {
    let of = |(release, it): (ReleaseNo, &Release)| {
        let ready = it.translations.values().any(|text| text.draft == Draft::Ready);
        let until = it.expires.as_ref().map_or(Timestamp::MAX, jiff::Zoned::timestamp);
        let public = it.published..=until;
        let turns = turns(it).into_iter().filter(move |(at, turn)| {
            let happens = ready && public.contains(at) && (*at < until || *turn == Turn::Expired);
            happens && *at > now && shows(config, *turn)
        });
        turns.map(move |(at, turn)| Change { at, what: What::Turn(release, turn) }).collect::<Vec<_>>()
    };
    let turns = (0..).map(ReleaseNo).zip(&newsroom.releases).flat_map(of);
    let differs = |(at, bearer): &(Timestamp, Option<TermNo>)| !renamed(*bearer, *at, newsroom, config).is_empty();
    let names = names(newsroom, config).filter(|(at, _)| *at > now).filter(differs);
    let names = names.map(|(at, bearer)| Change { at, what: What::Name(bearer) });
    let mut all: Vec<Change> = turns.chain(names).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Every moment from which a term, or else the publisher, may be called otherwise, each as often as there are languages: a
/// name holds from the beginning of its first day.
fn names(newsroom: &Newsroom, config: &Config) -> impl Iterator<Item = (Timestamp, Option<TermNo>)> {
    let publisher = config.former.iter().flat_map(|period| period.days().map(|day| (day, None)));
    let terms = (0..).map(TermNo).zip(&newsroom.terms).flat_map(|(no, term)| {
        let periods = term.history.former.values().flatten();
        periods.flat_map(move |period| period.days().map(move |day| (day, Some(no))))
    });
    let days = publisher.chain(terms);
    days.filter_map(|(day, bearer)| Some((day.to_zoned(config.zone.clone()).ok()?.timestamp(), bearer)))
}

/// What the publisher or a term is called before a moment and from then on, in each language in which that differs. Of
/// a publisher that keeps its name it is the short name.
pub fn renamed(
    bearer: Option<TermNo>,
    at: Timestamp,
    newsroom: &Newsroom,
    config: &Config,
) -> BTreeMap<Language, [String; 2]> {
    let day = at.to_zoned(config.zone.clone()).date();
    let names = |language, day| match bearer {
        Some(no) => [newsroom.term(no).name_on(day, language, config); 2],
        None => config.publisher_on(language, day),
    };
    let differing = |language| {
        let [before, after] = [day.yesterday().unwrap_or(day), day].map(|day| names(language, day));
        let (before, after) = before.into_iter().zip(after).find(|(before, after)| before != after)?;
        Some((language, [before.to_owned(), after.to_owned()]))
    };
    config.languages.written().filter_map(differing).collect()
}

/// Whether the site has something that a turn changes.
fn shows(config: &Config, turn: Turn) -> bool {
    let outputs = &config.outputs;
    match turn {
        Turn::Published | Turn::Expired => true,
        Turn::OldNews => outputs.news_sitemap == Switch::On,
        Turn::EventOver => outputs.events == Switch::On || outputs.calendars == Switch::On,
    }
}

/// Every turn that a release takes, whatever may come before.
fn turns(release: &Release) -> Vec<(Timestamp, Turn)> {
    let event = release.event.as_ref().map(|(starts, ends)| end(ends.as_ref().unwrap_or(starts)));
    let turns = [
        (Some(release.published), Turn::Published),
        (release.expires.as_ref().map(jiff::Zoned::timestamp), Turn::Expired),
        (release.published.checked_add(NEWS).ok(), Turn::OldNews),
        (event, Turn::EventOver),
    ];
    turns.into_iter().filter_map(|(at, turn)| Some((at?, turn))).collect()
}

impl Edition {
    /// The moments until now from which a term, or else the publisher, may have been called otherwise.
    pub fn names_so_far(&self) -> Vec<(Timestamp, Option<TermNo>)> {
        names(&self.newsroom, &self.config).filter(|(at, _)| *at <= self.now).collect()
    }

    /// The first moment after this one at which something may change by itself: a release is public, expires or is no
    /// longer news, an event is over, a name is another.
    pub fn next_change(&self) -> Option<Timestamp> {
        let turns = self.newsroom.releases.iter().flat_map(turns).map(|(at, _)| at);
        let moments = turns.chain(names(&self.newsroom, &self.config).map(|(at, _)| at));
        moments.filter(|moment| *moment > self.now).min()
    }
}
