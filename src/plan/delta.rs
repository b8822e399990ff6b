//! Plan minus manifest: what there is to do.

use crate::location::OutputPath;
use crate::manifest::{Entry, Manifest};
use crate::plan::site::Plan;
use crate::plan::target::Planned;
use crate::source::Stamp;
use std::cmp::Ordering;

/// The work of a build, in the order of the paths.
#[derive(Debug, Default)]
pub struct Delta<'a> {
    /// Targets to render, with the entry of what lies in their place now.
    pub changed: Vec<(&'a Planned, Option<Entry>)>,
    /// Entries of files that need nothing.
    pub kept: Vec<(OutputPath, Entry)>,
    /// Files that the last build wrote and the plan no longer holds.
    pub stale: Vec<(OutputPath, Entry)>,
}

/// Compares the plan with what the last build wrote (`last`) and with how its files lie now, in the same order; nothing
/// for one that is not as it was.
pub fn delta<'a>(plan: &'a Plan<'_>, last: &Manifest, lie: &[Option<Stamp>]) -> Delta<'a> {
    let mut delta = Delta::default();
    let mut known = last.entries.iter().zip(lie).peekable();
    for planned in &plan.entries {
        while let Some(((path, entry), _)) = known.next_if(|((path, _), _)| *path < planned.path) {
            delta.stale.push((path.clone(), entry.clone()));
        }
        let found = known.next_if(|((path, _), _)| path.cmp(&planned.path) == Ordering::Equal);
        let intact = found.and_then(|((_, entry), stamp)| Some(Entry { stamp: (*stamp)?, ..entry.clone() }));
        match intact {
            Some(entry) if entry.fingerprint == planned.fingerprint => delta.kept.push((planned.path.clone(), entry)),
            entry => delta.changed.push((planned, entry)),
        }
    }
    delta.stale.extend(known.map(|(entry, _)| entry.clone()));
    delta
}
