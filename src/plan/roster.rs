//! What editors want to know of their newsroom: how every text stands, what is missing, and what is to come.

use crate::language::Language;
use crate::location::{Permalink, Spot, Taxonomy};
use crate::model::{Release, State, TermNo, Text};
use crate::plan::changes::{Change, Turn, What, changes, renamed};
use crate::plan::edition::Edition;
use crate::plan::site::Plan;
use jiff::Zoned;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How a newsroom stands at a moment.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Roster {
    /// The languages, in the order of the settings.
    pub languages: Vec<Language>,
    /// The regions that releases name: id and names.
    pub regions: BTreeMap<String, BTreeMap<Language, String>>,
    /// The releases, the newest first.
    pub releases: Vec<Row>,
    /// What is to come, the soonest first.
    pub changes: Vec<Ahead>,
    /// Where the texts of projects and standing pages can be read: file and local URL.
    pub pages: Vec<(Arc<str>, String)>,
}

/// A release.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// The instant of publication, with its zone.
    pub published: Zoned,
    /// The language in which it was written.
    pub original: Language,
    /// The ids of its regions.
    pub regions: Vec<String>,
    /// Its texts, one for each language of the newsroom; nothing where there is none.
    pub texts: Vec<Option<TextRow>>,
}

/// A text of a release.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextRow {
    /// Its language.
    pub language: Language,
    /// The headline.
    pub title: String,
    /// The file.
    pub file: Arc<str>,
    /// How it stands.
    pub state: State,
    /// Where it can be read, as a local URL; nothing when this site does not show it.
    pub url: Option<String>,
}

/// Something that is to come by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ahead {
    /// When, in the time zone of the newsroom.
    pub at: Zoned,
    /// What.
    pub what: Happening,
}

/// What is to come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Happening {
    /// One of [`Roster::releases`] takes a turn.
    Turn(usize, Turn),
    /// Something gets another name: what it is called before and after, in each language in which that differs.
    Name(BTreeMap<Language, [String; 2]>),
}

impl Row {
    /// How the text in a language stands, by the place of the language; nothing where there is none.
    pub fn state(&self, place: usize) -> Option<State> {
        Some(self.texts.get(place)?.as_ref()?.state)
    }

    /// The text that tells best what a release is about to who reads `language`: in that language, else the original.
    pub fn text(&self, language: Language) -> Option<&TextRow> {
        let in_language = |language| self.texts.iter().flatten().find(move |text| text.language == language);
        in_language(language).or_else(|| in_language(self.original)).or_else(|| self.texts.iter().flatten().next())
    }
}

impl Plan {
    /// How the newsroom stands.
    pub fn roster(&self) -> Roster {
        let edition = &self.edition;
        let languages: Vec<Language> = edition.config.languages.written().collect();
        let releases = || edition.newsroom.releases.iter().rev();
        let last = edition.newsroom.releases.len().saturating_sub(1);
        let ahead = |change: Change| Ahead {
            at: change.at.to_zoned(edition.config.zone.clone()),
            what: match change.what {
                What::Turn(release, turn) => Happening::Turn(last - release.index(), turn),
                What::Name(bearer) => Happening::Name(renamed(bearer, change.at, &edition.newsroom, &edition.config)),
            },
        };
        Roster {
            regions: edition.named_regions(),
            releases: releases().map(|release| edition.row(release, &languages)).collect(),
            changes: changes(&edition.newsroom, &edition.config, edition.now).into_iter().map(ahead).collect(),
            pages: edition.standing_files(),
            languages,
        }
    }
}

impl Edition {
    fn row(&self, release: &Release, languages: &[Language]) -> Row {
        let text = |language: &Language| {
            let translation = release.translations.get(language).filter(|text| text.text.borrowed.is_none())?;
            let shown = self.standing(release, *language).is_some();
            Some(TextRow {
                language: *language,
                title: translation.title.clone(),
                file: translation.text.file.clone(),
                state: self.state(release, translation),
                url: shown.then(|| self.local(&self.permalink(release, *language, translation))),
            })
        };
        Row {
            id: release.id.clone(),
            published: release.published_at.clone(),
            original: release.original,
            regions: self.regions_of(release).map(|no| self.newsroom.term(no).id.clone()).collect(),
            texts: languages.iter().map(text).collect(),
        }
    }

    fn regions_of<'r>(&'r self, release: &'r Release) -> impl Iterator<Item = TermNo> + 'r {
        let is_region = |no: &TermNo| self.newsroom.term(*no).taxonomy == Taxonomy::Region;
        release.terms.iter().copied().filter(is_region)
    }

    fn named_regions(&self) -> BTreeMap<String, BTreeMap<Language, String>> {
        let regions = self.newsroom.releases.iter().flat_map(|release| self.regions_of(release));
        let regions: std::collections::BTreeSet<TermNo> = regions.collect();
        let names = |no: TermNo| (self.newsroom.term(no).id.clone(), self.newsroom.term(no).names.clone());
        regions.into_iter().map(names).collect()
    }

    fn standing_files(&self) -> Vec<(Arc<str>, String)> {
        let pages = self.newsroom.pages.iter().flat_map(|page| {
            let url = |language| self.local(&Permalink::of(language, Spot::Standing(&page.id)));
            let written = page.texts.iter().filter(|(language, text)| self.is_written(**language, &text.text));
            written.map(move |(language, text)| (text.text.file.clone(), url(*language)))
        });
        let projects = self.newsroom.terms.iter().filter_map(|term| Some((term, term.project.as_ref()?)));
        let projects = projects.flat_map(|(term, project)| {
            let url = |language| self.local(&Permalink::of(language, Spot::Term(Taxonomy::Project, &term.id)));
            let written = project.texts.iter().filter(|(language, text)| self.is_written(**language, &text.text));
            written.map(move |(language, text)| (text.text.file.clone(), url(*language)))
        });
        pages.chain(projects).collect()
    }

    fn is_written(&self, language: Language, text: &Text) -> bool {
        self.config.variant(language).is_none() && text.borrowed.is_none()
    }
}
