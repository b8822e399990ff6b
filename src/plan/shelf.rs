//! Which releases are listed in a language, and by what.

use crate::model::{ReleaseNo, TermNo};
use std::collections::{BTreeMap, HashMap};

/// The releases of a year by month, the oldest first.
pub type Months = BTreeMap<i8, Vec<ReleaseNo>>;
/// The releases of the archive by year.
pub type Years = BTreeMap<i16, Months>;

/// A correction of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Corrected {
    /// The release.
    pub release: ReleaseNo,
    /// The place among the corrections of the text.
    pub correction: usize,
}

/// The releases that are listed in one language.
#[derive(Debug, Default)]
pub struct Shelf {
    /// The releases, the oldest first.
    pub releases: Vec<ReleaseNo>,
    /// The releases of each term, the oldest first, by the term's number.
    by_term: Vec<Vec<ReleaseNo>>,
    /// The releases of each project and region together, the oldest first.
    pub by_project_and_region: HashMap<(TermNo, TermNo), Vec<ReleaseNo>>,
    /// The releases by the year and month of the date that they show.
    pub years: Years,
    /// The names that these releases coin for tags, as the oldest writes them: what is held back names nothing.
    pub coined: HashMap<TermNo, String>,
    /// The corrections of public texts, the oldest first.
    pub corrected: Vec<Corrected>,
}

impl Shelf {
    /// An empty shelf of a newsroom with so many terms.
    pub fn new(terms: usize) -> Self {
        Self { by_term: vec![Vec::new(); terms], ..Self::default() }
    }

    /// Adds a release to a term.
    pub fn add(&mut self, term: TermNo, no: ReleaseNo) {
        if let Some(releases) = self.by_term.get_mut(term.index()) {
            releases.push(no);
        }
    }

    /// Takes all releases from a term.
    pub fn clear(&mut self, term: TermNo) {
        if let Some(releases) = self.by_term.get_mut(term.index()) {
            releases.clear();
        }
    }

    /// The releases of a term, the oldest first.
    pub fn of(&self, term: TermNo) -> &[ReleaseNo] {
        self.by_term.get(term.index()).map_or(&[], Vec::as_slice)
    }
}
