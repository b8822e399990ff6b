//! Which releases are listed in a language, and by what.

use crate::language::Language;
use crate::location::Taxonomy;
use crate::model::{Release, ReleaseNo, TermNo};
use crate::plan::edition::{Edition, Standing};
use std::collections::{BTreeMap, HashMap};

/// The releases of a year by month, the oldest first.
pub type Months = BTreeMap<i8, Vec<ReleaseNo>>;
/// The releases of the archive by year.
pub type Years = BTreeMap<i16, Months>;

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
}

impl Shelf {
    /// The releases of a term, the oldest first.
    pub fn of(&self, term: TermNo) -> &[ReleaseNo] {
        self.by_term.get(term.index()).map_or(&[], Vec::as_slice)
    }
}

impl Edition {
    /// The releases that are listed in a language.
    pub fn shelf(&self, language: Language) -> Shelf {
        let mut shelf = Shelf { by_term: vec![Vec::new(); self.newsroom.terms.len()], ..Shelf::default() };
        for (no, release) in (0..).map(ReleaseNo).zip(&self.newsroom.releases) {
            if !matches!(self.standing(release, language), Some(Standing::Public | Standing::Marked(_))) {
                continue;
            }
            shelf.releases.push(no);
            let date = release.date.at.date();
            shelf.years.entry(date.year()).or_default().entry(date.month()).or_default().push(no);
            for pair in self.pairs(release) {
                shelf.by_project_and_region.entry(pair).or_default().push(no);
            }
            for term in &release.terms {
                shelf.by_term[term.index()].push(no);
            }
            for coined in release.coined.iter().filter(|coined| coined.language == language) {
                shelf.coined.entry(coined.tag).or_insert_with(|| coined.name.clone());
            }
        }
        shelf
    }

    /// The projects of a release, each with each of its regions.
    pub fn pairs(&self, release: &Release) -> impl Iterator<Item = (TermNo, TermNo)> {
        let of = |taxonomy: Taxonomy| -> Vec<TermNo> {
            release.terms.iter().copied().filter(|no| self.newsroom.term(*no).taxonomy == taxonomy).collect()
        };
        let regions = of(Taxonomy::Region);
        of(Taxonomy::Project)
            .into_iter()
            .flat_map(move |project| regions.clone().into_iter().map(move |region| (project, region)))
    }
}
