//! The desk: one page on which editors see how their newsroom stands.

use crate::hash::ContentHash;
use crate::language::order::Order;
use crate::language::{Language, dates};
use crate::model::State;
use crate::plan::{Ahead, Happening, Roster, Row, TextRow};
use crate::report::{self, Parts, Texts, UiLanguage};
use crate::serve::looks::{self, Findings};
use crate::serve::stand::{Stand, Trouble};
use jiff::{Timestamp, Zoned};
use serde::Serialize;
use std::collections::BTreeMap;

/// How many entries a list of the desk shows at most.
const MOST: usize = 50;

/// The lists of the desk, and how a text in them stands; nothing for one that is missing.
const KINDS: [(&str, Option<State>); 4] = [
    ("desk-held", Some(State::Held)),
    ("desk-drafts", Some(State::Draft)),
    ("desk-missing", None),
    ("desk-published", Some(State::Public)),
];

/// Which releases the desk shows.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Filter {
    /// The tag of a language; empty for all.
    pub language: String,
    /// The id of a region; empty for all.
    pub region: String,
    /// Words of the title or id, in lower case; empty for all.
    pub words: String,
}

impl Filter {
    /// The filter that a query string asks for.
    pub fn of_query(query: &str) -> Self {
        let mut filter = Self::default();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "language" => filter.language = value.into_owned(),
                "region" => filter.region = value.into_owned(),
                "words" => filter.words = value.trim().to_lowercase(),
                _ => {}
            }
        }
        filter
    }

    fn admits(&self, row: &Row) -> bool {
        let says = |text: &str| text.to_lowercase().contains(&self.words);
        let region = self.region.is_empty() || row.regions.contains(&self.region);
        region && (says(&row.id) || row.texts.iter().flatten().any(|text| says(&text.title)))
    }

    fn admits_names(&self, names: &BTreeMap<Language, [String; 2]>) -> bool {
        let says = |name: &String| name.to_lowercase().contains(&self.words);
        self.region.is_empty() && names.values().flatten().any(says)
    }

    fn admits_language(&self, language: Language) -> bool {
        self.language.is_empty() || self.language == language.as_str()
    }
}

/// What the template sees.
#[derive(Debug, Serialize)]
struct View {
    lang: &'static str,
    site: &'static str,
    trouble: Option<String>,
    filter: Filter,
    languages: Vec<Choice>,
    regions: Vec<Choice>,
    columns: Vec<Choice>,
    figures: Vec<Figure>,
    lists: Vec<List>,
    coming: usize,
    changes: Vec<Coming>,
    more_changes: Option<String>,
    findings: Vec<Parts>,
    pages: BTreeMap<String, String>,
    summary: String,
}

/// A choice of the filter.
#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    name: String,
}

/// How many texts stand alike, in each language.
#[derive(Debug, Serialize)]
struct Figure {
    key: &'static str,
    counts: Vec<usize>,
}

/// Releases that stand alike.
#[derive(Debug, Serialize)]
struct List {
    key: &'static str,
    count: usize,
    items: Vec<Item>,
    more: Option<String>,
}

/// A release in a list.
#[derive(Debug, Serialize)]
struct Item {
    title: String,
    lang: String,
    url: Option<String>,
    iso: String,
    date: String,
    relative: Option<String>,
    texts: Vec<Chip>,
}

/// How a release stands in a language.
#[derive(Debug, Serialize)]
struct Chip {
    lang: String,
    name: String,
    state: &'static str,
    label: String,
    url: Option<String>,
}

/// Something that is to come.
#[derive(Debug, Serialize)]
struct Coming {
    iso: String,
    date: String,
    until: String,
    what: String,
    title: String,
    lang: String,
    url: Option<String>,
}

/// The version of the desk: another when anything has changed that it shows, but for the time.
pub fn version(stand: &Stand) -> String {
    ContentHash::of(stand.since.to_string().as_bytes()).to_string()
}

/// The desk at `now`.
pub fn html(stand: &Stand, filter: &Filter, texts: &dyn Texts, now: Timestamp, ui: UiLanguage) -> String {
    let found = stand.all_findings();
    let findings = Findings::new(found.get(..MOST).unwrap_or(&found), texts, ui);
    let empty = Roster::default();
    let roster = stand.roster.as_deref().unwrap_or(&empty);
    let teller = Teller { roster, filter, now, ui };
    let pages = pages(roster, &findings.items);
    let trouble = stand.trouble.as_ref().map(|trouble| match trouble {
        Trouble::Content => report::label(ui, "desk-trouble-content"),
        Trouble::World(reason) => reason.clone(),
    });
    let changes: Vec<&Ahead> = teller.changes().collect();
    let view = View {
        lang: ui.tag(),
        site: "/",
        trouble,
        filter: filter.clone(),
        languages: roster.languages.iter().map(|language| Choice::language(*language)).collect(),
        regions: teller.regions(),
        columns: teller.languages().map(|(_, language)| Choice::language(language)).collect(),
        figures: teller.figures(),
        lists: teller.lists(),
        coming: changes.len(),
        changes: changes.iter().take(MOST).map(|change| teller.coming(change)).collect(),
        more_changes: teller.more(changes.len()),
        findings: findings.items,
        pages,
        summary: report::summary(&found, ui),
    };
    looks::render("desk.html", &view)
}

/// Where the texts can be read in which something was found: file and local URL.
fn pages(roster: &Roster, findings: &[Parts]) -> BTreeMap<String, String> {
    let found: std::collections::BTreeSet<&str> = findings.iter().map(|finding| finding.file.as_str()).collect();
    let texts = roster.releases.iter().flat_map(|row| row.texts.iter().flatten());
    let texts = texts.filter_map(|text| Some((&*text.file, text.url.as_deref()?)));
    let pages = roster.pages.iter().map(|(file, url)| (&**file, url.as_str()));
    let known = texts.chain(pages).filter(|(file, _)| found.contains(file));
    known.map(|(file, url)| (file.to_owned(), url.to_owned())).collect()
}

impl Choice {
    fn language(language: Language) -> Self {
        Self { value: language.to_string(), name: language.endonym().to_owned() }
    }
}

/// Tells of a newsroom what a filter admits, in the language of the editor.
struct Teller<'a> {
    roster: &'a Roster,
    filter: &'a Filter,
    now: Timestamp,
    ui: UiLanguage,
}

impl Teller<'_> {
    fn language(&self) -> Option<Language> {
        Language::parse(self.ui.tag())
    }

    fn regions(&self) -> Vec<Choice> {
        let name = |names: &BTreeMap<Language, String>| {
            self.language().and_then(|language| names.get(&language)).or(names.values().next()).cloned()
        };
        let choice = |(id, names): (&String, &BTreeMap<Language, String>)| Choice {
            value: id.clone(),
            name: name(names).unwrap_or_else(|| id.clone()),
        };
        let mut regions: Vec<Choice> = self.roster.regions.iter().map(choice).collect();
        if let Some(language) = self.language() {
            Order::of(language).sort_by_name(&mut regions, |region| &region.name);
        }
        regions
    }

    fn rows(&self) -> impl Iterator<Item = &Row> {
        self.roster.releases.iter().filter(|row| self.filter.admits(row))
    }

    /// The languages that the filter admits, with the place of their texts.
    fn languages(&self) -> impl Iterator<Item = (usize, Language)> {
        let languages = self.roster.languages.iter().copied().enumerate();
        languages.filter(|(_, language)| self.filter.admits_language(*language))
    }

    fn figures(&self) -> Vec<Figure> {
        let count = |state, place: usize| self.rows().filter(|row| row.state(place) == state).count();
        let figure = |(key, state): (&'static str, Option<State>)| Figure {
            key,
            counts: self.languages().map(|(place, _)| count(state, place)).collect(),
        };
        KINDS.map(figure).into()
    }

    fn lists(&self) -> Vec<List> {
        let list = |(key, state): (&'static str, Option<State>)| {
            let stands = |row: &&Row| self.languages().any(|(place, _)| row.state(place) == state);
            let mut rows: Vec<&Row> = self.rows().filter(stands).collect();
            if state == Some(State::Held) {
                // What is to come first stands first.
                rows.reverse();
            }
            let items = rows.iter().take(MOST).map(|row| self.item(row)).collect();
            List { key, count: rows.len(), items, more: self.more(rows.len()) }
        };
        KINDS.map(list).into()
    }

    fn more(&self, count: usize) -> Option<String> {
        let rest = count.checked_sub(MOST).filter(|rest| *rest > 0)?;
        Some(looks::counted(self.ui, "desk-more", rest))
    }

    fn item(&self, row: &Row) -> Item {
        let Titled { title, lang, url } = self.titled(row);
        let at = row.published.timestamp();
        Item {
            title,
            lang,
            url,
            iso: at.to_string(),
            date: if at > self.now { self.moment(&row.published) } else { self.day(&row.published) },
            relative: self.relative(&row.published),
            texts: self.languages().map(|(place, language)| self.chip(language, row.texts[place].as_ref())).collect(),
        }
    }

    /// How far from now: what is to come to the minute, what is past by the days of the newsroom's calendar.
    fn relative(&self, at: &Zoned) -> Option<String> {
        if at.timestamp() > self.now {
            return Some(report::until(self.now, at.timestamp(), self.ui));
        }
        report::since(self.now.to_zoned(at.time_zone().clone()).date(), at.date(), self.ui)
    }

    fn asked(&self) -> Option<Language> {
        Language::parse(&self.filter.language).or(self.language())
    }

    fn titled(&self, row: &Row) -> Titled {
        match self.asked().and_then(|language| row.text(language)) {
            Some(text) => Titled { title: text.title.clone(), lang: text.language.to_string(), url: text.url.clone() },
            None => Titled { title: row.id.clone(), lang: String::new(), url: None },
        }
    }

    /// Something by its old name, and what it will be called.
    fn renamed(&self, names: &BTreeMap<Language, [String; 2]>) -> (Titled, String) {
        let asked = self.asked().and_then(|language| names.get_key_value(&language));
        let Some((language, [before, after])) = asked.or_else(|| names.first_key_value()) else {
            return (Titled { title: String::new(), lang: String::new(), url: None }, String::new());
        };
        let what = report::phrase(self.ui, "desk-turn-renamed", [("name", after.into())]);
        (Titled { title: before.clone(), lang: language.to_string(), url: None }, what)
    }

    fn chip(&self, language: Language, text: Option<&TextRow>) -> Chip {
        let state = text.map_or("missing", |text| text.state.word());
        Chip {
            lang: language.to_string(),
            name: language.endonym().to_owned(),
            state,
            label: report::label(self.ui, &format!("desk-state-{state}")),
            url: text.and_then(|text| text.url.clone()),
        }
    }

    fn day(&self, at: &Zoned) -> String {
        self.language().map_or_else(String::new, |language| dates::long(language, at.date()))
    }

    fn moment(&self, at: &Zoned) -> String {
        self.language().map_or_else(String::new, |language| dates::long_with_time(language, at.datetime()))
    }

    fn changes(&self) -> impl Iterator<Item = &Ahead> {
        self.roster.changes.iter().filter(|change| match &change.what {
            Happening::Turn(release, _) => {
                let row = &self.roster.releases[*release];
                self.filter.admits(row) && self.languages().any(|(place, _)| row.texts[place].is_some())
            }
            Happening::Name(names) => self.filter.admits_names(names),
        })
    }

    fn coming(&self, change: &Ahead) -> Coming {
        let (Titled { title, lang, url }, what) = match &change.what {
            Happening::Turn(release, turn) => {
                let what = report::label(self.ui, &format!("desk-turn-{}", turn.word()));
                (self.titled(&self.roster.releases[*release]), what)
            }
            Happening::Name(names) => self.renamed(names),
        };
        Coming {
            iso: change.at.timestamp().to_string(),
            date: self.moment(&change.at),
            until: report::until(self.now, change.at.timestamp(), self.ui),
            what,
            title,
            lang,
            url,
        }
    }
}

/// What a release is called, and where it can be read.
struct Titled {
    title: String,
    lang: String,
    url: Option<String>,
}
