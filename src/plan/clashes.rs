//! Tags that would have one page. A tag that nobody may see yet clashes with none: a public site is what it would be
//! without the texts that are held back.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::{Clash, TermNo};
use crate::parse::{self, TAGS};
use crate::plan::edition::Edition;
use crate::plan::site::Plan;

impl Edition {
    /// Takes its page from each tag that would share it with another one that shows, and tells where it is named.
    pub fn settle_clashes(&mut self, findings: &mut Vec<Diagnostic>) {
        let shown: Vec<Clash> = self.newsroom.clashes.iter().filter(|clash| self.shows(clash)).cloned().collect();
        // Where the list cannot be read, nobody knows which tags are one.
        let listed = !findings.iter().any(|one| one.severity == Severity::Error && *one.place.file == *TAGS);
        for Clash { tag, finding, .. } in shown {
            self.shelves.values_mut().for_each(|shelf| shelf.clear(tag));
            findings.retain(|one| one.code != Code::UnlistedTag || one.place != finding.place);
            findings.extend(Some(finding).filter(|_| listed));
        }
    }

    fn shows(&self, clash: &Clash) -> bool {
        let has_releases = |no: TermNo| self.shelves.values().any(|shelf| !shelf.of(no).is_empty());
        has_releases(clash.tag) && clash.other.is_none_or(has_releases) && self.tells_of(&clash.finding.place.file)
    }

    /// Whether the release of a text is shown in some language.
    fn tells_of(&self, file: &str) -> bool {
        let subject = parse::subject(file).unwrap_or(file);
        let release = self.newsroom.releases.iter().find(|release| *release.subject == *subject);
        release.is_some_and(|release| self.best(release, release.original).is_some())
    }
}

impl Plan {
    /// The clashes of tags that only what is held back brings about, as warnings: once that is public, they refuse the
    /// site. `findings` holds the others.
    pub fn clashes_to_come(&self, findings: &[Diagnostic]) -> Vec<Diagnostic> {
        let all = self.edition.newsroom.clashes.iter().map(|clash| &clash.finding);
        let is_told = |one: &&Diagnostic| findings.iter().any(|told| told.code == one.code && told.place == one.place);
        let to_come = all.filter(|one| !is_told(one)).cloned();
        to_come.map(|one| Diagnostic { severity: Severity::Warning, ..one }).collect()
    }
}
