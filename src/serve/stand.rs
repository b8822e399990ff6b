//! How the preview stands after a build: what pages, tabs and the desk are made from.

use crate::diagnostic::Diagnostic;
use crate::plan::Roster;
use jiff::Timestamp;
use std::sync::Arc;
use tokio::sync::watch::Sender;

/// What the last build left.
#[derive(Clone, Debug, Default)]
pub struct Stand {
    /// The local URL of the stylesheet; empty before the first site.
    pub style: String,
    /// The newsroom as the last good site shows it; nothing before the first.
    pub roster: Option<Arc<Roster>>,
    /// What the last build found.
    pub findings: Arc<Vec<Diagnostic>>,
    /// What the rules found when the newsroom had last come to rest.
    pub proof: Arc<Vec<Diagnostic>>,
    /// When anything that the desk shows was last another.
    pub since: Timestamp,
    /// Why the site is not what the content says.
    pub trouble: Option<Trouble>,
    /// The report that lies over every page while there is trouble, as HTML.
    pub overlay: Option<String>,
}

impl Stand {
    /// Everything that was found, the gravest first, then in order of place.
    pub fn all_findings(&self) -> Vec<Diagnostic> {
        let mut all = [self.findings.as_slice(), self.proof.as_slice()].concat();
        all.sort_by(|one, other| (other.severity, &one.place, one.code).cmp(&(one.severity, &other.place, other.code)));
        all.dedup();
        all
    }
}

/// Changes how the preview stands, at `now`, and tells all that watch.
pub fn publish(stands: &Sender<Arc<Stand>>, now: Timestamp, change: impl FnOnce(&mut Stand)) {
    stands.send_modify(|stand| {
        let mut next = (**stand).clone();
        change(&mut next);
        let same = next.roster == stand.roster && next.findings == stand.findings && next.proof == stand.proof;
        if !same || next.trouble != stand.trouble {
            next.since = now;
        }
        *stand = Arc::new(next);
    });
}

/// Why the site is not what the content says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// The findings refuse it.
    Content,
    /// The disk refuses it, as this sentence says.
    World(String),
}
