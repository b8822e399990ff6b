//! Lists, archives, indexes and the other pages that gather releases.

use crate::location::Taxonomy;
use crate::view::frame::FormerName;
use crate::view::frame::Link;
use crate::view::frame::Moment;
use crate::view::frame::OwnLanguage;
use crate::view::release::Body;
use crate::view::release::Card;
use crate::view::release::Correction;
use crate::view::release::Event;
use crate::view::release::Own;
use crate::view::shared::nothing;
use crate::view::tile::Tile;
use serde::Serialize;

/// A term in an index or on the front page.
#[derive(Clone, Debug, Serialize)]
pub struct TermLink {
    /// The name.
    pub title: String,
    /// The term page.
    pub url: String,
    /// How many releases it has in this language.
    pub count: usize,
    /// The number with its noun, by the language's plural rule.
    pub count_text: String,
    /// The letter of the language's alphabet under which it stands in an index; terms of one letter stand together.
    pub letter: String,
    /// A project's state; none for other terms.
    pub status: Option<&'static str>,
    /// The date of its newest release.
    pub latest: Option<Moment>,
    /// The language of the name, where that is not the page's.
    pub own: Option<OwnLanguage>,
}

/// The regions as a map on which each is a square of the same size.
#[derive(Clone, Debug, Serialize)]
pub struct RegionMap {
    /// How many columns it has.
    pub columns: u8,
    /// How many rows it has.
    pub rows: u8,
    /// The squares, in the order of regions.yaml.
    pub tiles: Vec<MapTile>,
}

/// A region on the map.
#[derive(Clone, Debug, Serialize)]
pub struct MapTile {
    /// The name.
    pub title: String,
    /// The few letters that stand for it.
    pub label: String,
    /// The term page.
    pub url: String,
    /// How many releases it has in this language.
    pub count: usize,
    /// The number with its noun.
    pub count_text: String,
    /// 0 for a region without releases, 4 for the one with the most.
    pub shade: usize,
    /// The column, from 0 in the west.
    pub column: u8,
    /// The row, from 0 in the north.
    pub row: u8,
}

/// The front page: `home` in `home.html`.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// The releases that lead: pinned ones first, then the latest, at most 13 in all.
    #[serde(serialize_with = "nothing")]
    pub items: Vec<Card>,
    /// The projects.
    pub projects: Vec<TermLink>,
    /// The regions that have releases.
    pub regions: Vec<TermLink>,
    /// All regions on a map.
    pub map: Option<RegionMap>,
    /// Coming events, soonest first.
    pub events: Vec<Event>,
}

/// A list of releases, newest first: `list` in `list.html`, beside `body` (HTML) where a project has a text.
#[derive(Clone, Debug, Serialize)]
pub struct ListView {
    /// The heading.
    pub title: String,
    /// The language of the heading, where that is not the page's.
    pub own: Option<OwnLanguage>,
    /// What the list is of; nothing for the list of all releases.
    pub taxonomy: Option<Taxonomy>,
    /// A region's ISO 3166-2 code.
    pub code: Option<String>,
    /// The names that it bore before, the latest first, on the newest page.
    pub former: Vec<FormerName>,
    /// The region of which it was a part until its first day, or the project that it continues, on the newest page.
    pub predecessor: Option<Kin>,
    /// The regions that have left it on their first days, or the projects that continue it, on the newest page.
    pub successors: Vec<Kin>,
    /// A project's state and dates.
    pub project: Option<ProjectFacts>,
    /// The releases of this page: the fields of each, or what the theme's `card.html` makes of it, where it has one.
    #[serde(serialize_with = "nothing")]
    pub items: Vec<Tile>,
    /// The number of the page, counted from the oldest; nothing on the newest.
    pub number: Option<usize>,
    /// The page with older releases.
    pub older: Option<String>,
    /// The page with newer releases.
    pub newer: Option<String>,
    /// The newest page, on an older one.
    pub newest: Option<String>,
    /// The archive, newest first, on the newest page of the list of all releases: its years, or its months where years
    /// have no pages.
    pub periods: Vec<PeriodLink>,
    /// How many releases a project has in each month from the first to the last, at most the last 36, on the newest page;
    /// nothing for fewer than two months.
    pub months: Vec<MonthBar>,
    /// A project's text.
    pub body: Option<Body>,
}

/// A term before or after another.
#[derive(Clone, Debug, Serialize)]
pub struct Kin {
    /// The name of an older one on its last day before the younger, of a younger one that of today.
    pub title: String,
    /// Its page.
    pub url: String,
    /// The first day of the younger of the two, where it is known.
    pub date: Option<Moment>,
    /// The language of the name, where that is not the page's.
    pub own: Option<OwnLanguage>,
}

/// What is known of a project.
#[derive(Clone, Debug, Serialize)]
pub struct ProjectFacts {
    /// `planned`, `running` or `completed`.
    pub status: Option<&'static str>,
    /// The first day.
    pub started: Option<Moment>,
    /// The last day.
    pub ended: Option<Moment>,
    /// Other names.
    pub short_names: Vec<String>,
    /// Who takes part.
    pub partners: Vec<String>,
    /// The language of the project's text, where nobody translated that, and the page in it.
    pub own: Option<Own>,
}

/// How many releases a month has.
#[derive(Clone, Debug, Serialize)]
pub struct MonthBar {
    /// The month.
    pub title: String,
    /// How many releases.
    pub count: usize,
    /// The number with its noun.
    pub count_text: String,
    /// The share of the month that has the most, 0 to 100.
    pub share: usize,
}

/// A year or a month of the archive.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodLink {
    /// Its name.
    pub title: String,
    /// Its page.
    pub url: String,
    /// How many releases.
    pub count: usize,
    /// The number with its noun.
    pub count_text: String,
}

/// A year of the archive: `year` in `year.html`.
#[derive(Clone, Debug, Serialize)]
pub struct YearView {
    /// The heading.
    pub title: String,
    /// The months that have releases, newest first.
    pub months: Vec<PeriodLink>,
    /// The year before that has releases.
    pub earlier: Option<Link>,
    /// The year after that has releases.
    pub later: Option<Link>,
}

/// A month of the archive: `month` in `month.html`.
#[derive(Clone, Debug, Serialize)]
pub struct MonthView {
    /// The heading.
    pub title: String,
    /// The days of the week, Monday first.
    pub weekdays: Vec<Weekday>,
    /// Weeks of seven days, Monday first.
    pub weeks: Vec<Vec<Day>>,
    /// The releases of the month, newest first.
    #[serde(serialize_with = "nothing")]
    pub items: Vec<Card>,
    /// The month before that has releases.
    pub earlier: Option<Link>,
    /// The month after that has releases.
    pub later: Option<Link>,
}

/// A day of the week.
#[derive(Clone, Debug, Serialize)]
pub struct Weekday {
    /// Two or three letters.
    pub short: String,
    /// The whole name.
    pub name: String,
}

/// A day of a month's calendar.
#[derive(Clone, Debug, Serialize)]
pub struct Day {
    /// 1 to 31; nothing for a day of another month.
    pub number: Option<i8>,
    /// The ISO date, empty for a day of another month.
    pub iso: String,
    /// The fragment of the day's first release on this page (`d-18`); nothing without releases.
    pub anchor: Option<String>,
    /// How many releases.
    pub count: usize,
    /// The number with its noun.
    pub count_text: String,
}

/// The index of a taxonomy: `index` in `index.html`.
#[derive(Clone, Debug, Serialize)]
pub struct IndexView {
    /// The heading.
    pub title: String,
    /// What it lists.
    pub taxonomy: Taxonomy,
    /// The terms in the order of the language's alphabet.
    pub items: Vec<TermLink>,
    /// The regions on a map; nothing for other terms.
    pub map: Option<RegionMap>,
}

/// Coming events: `events` in `events.html`.
#[derive(Clone, Debug, Serialize)]
pub struct EventsView {
    /// The heading.
    pub title: String,
    /// Coming events, soonest first.
    pub items: Vec<Event>,
    /// The calendar file, where calendars are made.
    pub calendar: Option<String>,
}

/// A page of corrections, newest first: `corrections` in `corrections.html`.
#[derive(Clone, Debug, Serialize)]
pub struct CorrectionsView {
    /// The heading.
    pub title: String,
    /// The corrections.
    pub items: Vec<CorrectionsEntry>,
    /// The number of the page; nothing on the newest.
    pub number: Option<usize>,
    /// The page with the next older corrections.
    pub older: Option<String>,
    /// The page with the next newer corrections.
    pub newer: Option<String>,
    /// The page with the newest; nothing on that page itself.
    pub newest: Option<String>,
}

/// A correction in the list of all.
#[derive(Clone, Debug, Serialize)]
pub struct CorrectionsEntry {
    /// What was put right, and when.
    pub correction: Correction,
    /// The release.
    pub release: Link,
}

/// A standing page: `standing` in `standing.html`, beside `body` (HTML).
#[derive(Clone, Debug, Serialize)]
pub struct StandingView {
    /// The heading.
    pub title: String,
    /// The summary.
    pub summary: Option<String>,
    /// The page's id: `about`, `contacts`.
    pub id: String,
    /// The language of its words, where nobody translated them.
    pub own: Option<Own>,
    /// The text.
    pub body: Body,
}
