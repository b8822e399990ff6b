//! How the releases stand in all languages, as editors see it.

use crate::language::Language;
use crate::model::newsroom::{Newsroom, Release, ReleaseNo};
use crate::model::status::Standing;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;

/// How releases stand, the newest first.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Overview {
    /// The languages, in the order of the newsroom.
    pub languages: Vec<String>,
    /// The releases.
    pub releases: Vec<Row>,
    /// How many texts stand how, by language.
    pub totals: BTreeMap<String, BTreeMap<Standing, usize>>,
}

/// How a release stands.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// The title of its original.
    pub title: String,
    /// The date that it shows.
    pub date: String,
    /// Its folder or stem.
    pub path: String,
    /// The language in which it was written.
    pub original: String,
    /// How it stands, by language.
    pub standing: BTreeMap<String, Standing>,
}

impl Overview {
    /// Of some languages, at `now`, of the releases that `shows` lets through; `outdated` tells the translations whose
    /// original was changed since.
    pub fn of(
        newsroom: &Newsroom,
        languages: &[Language],
        now: Timestamp,
        shows: impl Fn(&Release) -> bool,
        outdated: impl Fn(ReleaseNo, Language) -> bool,
    ) -> Self {
        let languages_shown = languages.iter().map(ToString::to_string).collect();
        let mut overview = Self { languages: languages_shown, ..Self::default() };
        let releases: Vec<_> = (0..).map(ReleaseNo).zip(&newsroom.releases).collect();
        for (no, release) in releases.into_iter().rev().filter(|(_, release)| shows(release)) {
            let standing = |language: &Language| Standing::of(release, *language, now, |one| outdated(no, one));
            let standing = languages.iter().map(|language| (language.to_string(), standing(language)));
            overview.add(row(release, standing.collect()));
        }
        overview
    }

    fn add(&mut self, row: Row) {
        for (language, standing) in &row.standing {
            *self.totals.entry(language.clone()).or_default().entry(*standing).or_default() += 1;
        }
        self.releases.push(row);
    }
}

fn row(release: &Release, standing: BTreeMap<String, Standing>) -> Row {
    Row {
        id: release.id.clone(),
        title: release.translations.get(&release.original).map(|text| text.title.clone()).unwrap_or_default(),
        date: release.date.to_string(),
        path: release.subject.to_string(),
        original: release.original.to_string(),
        standing,
    }
}
