//! Which releases are listed in a language.

use crate::language::Language;
use crate::location::Taxonomy;
use crate::model::{Release, ReleaseNo, TermNo};
use crate::plan::edition::{Edition, Standing};
use crate::plan::shelf::Shelf;

impl Edition {
    /// The releases that are listed in a language.
    pub fn shelf(&self, language: Language) -> Shelf {
        let mut shelf = Shelf::new(self.newsroom.terms.len());
        for (no, release) in (0..).map(ReleaseNo).zip(&self.newsroom.releases) {
            if !matches!(
                self.standing(release, language),
                Some(Standing::Public | Standing::Borrowed | Standing::Marked(_))
            ) {
                continue;
            }
            shelf.releases.push(no);
            let date = release.date.at.date();
            shelf.years.entry(date.year()).or_default().entry(date.month()).or_default().push(no);
            for pair in self.pairs(release) {
                shelf.by_project_and_region.entry(pair).or_default().push(no);
            }
            release.terms.iter().for_each(|term| shelf.add(*term, no));
            for coined in release.coined.iter().filter(|coined| coined.language == language) {
                shelf.coined.entry(coined.tag).or_insert_with(|| coined.name.clone());
            }
        }
        shelf.corrected = self.corrected_among(&shelf.releases, language);
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
