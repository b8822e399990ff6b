//! A whole page: its frame, and what stands in it.

use crate::view::frame::{Head, Site};
use crate::view::pages::{
    CorrectionsView, EventsView, HomeView, IndexView, ListView, MonthView, StandingView, YearView,
};
use crate::view::release::{ExpiredView, ReleaseView};
use crate::view::shared::Shared;
use serde::Serialize;
use std::sync::Arc;

/// What a page shows, beyond its frame.
#[derive(Clone, Debug, Serialize)]
pub enum Content {
    /// The front page.
    Home(HomeView),
    /// A release.
    Release(Box<ReleaseView>),
    /// A list of releases.
    List(Box<ListView>),
    /// A year.
    Year(YearView),
    /// A month.
    Month(MonthView),
    /// The index of a taxonomy.
    Index(IndexView),
    /// Coming events.
    Events(EventsView),
    /// Corrections.
    Corrections(CorrectionsView),
    /// A standing page.
    Standing(StandingView),
    /// The notice of an expired release.
    Expired(ExpiredView),
    /// The page for addresses that lead nowhere; its list of languages is the switcher.
    NotFound,
}

/// A redirect: `target` (local) and `canonical` (absolute) in `redirect.html`, beside `site`.
#[derive(Clone, Debug, Serialize)]
pub struct Redirect {
    /// The newsroom in the target's language.
    pub site: Arc<Shared<Site>>,
    /// Where it leads.
    pub target: String,
    /// The same, absolute.
    pub canonical: String,
}

/// A whole HTML page.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    /// The newsroom in the page's language.
    pub site: Arc<Shared<Site>>,
    /// Head and frame.
    pub head: Head,
    /// What it shows.
    pub content: Content,
}
