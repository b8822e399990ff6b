//! Plan minus manifest: what there is to do.

use crate::location::OutputPath;
use crate::manifest::{Entry, Manifest};
use crate::plan::site::Plan;
use crate::plan::target::Planned;
use crate::source::Stamp;
use rayon::prelude::*;
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

impl Delta<'_> {
    /// Whether so little is to be done that what is stored of the last build need only be added to: a few files are
    /// written over, and all others lie as they did.
    pub fn is_small(&self, last: &Manifest, lie: &[Option<Stamp>]) -> bool {
        const FEW: usize = 64;
        const MOST_AMENDMENTS: usize = 256;
        let same = |((_, entry), stamp): (&(OutputPath, Entry), &Option<Stamp>)| {
            stamp.is_none_or(|stamp| stamp == entry.stamp)
        };
        self.stale.is_empty()
            && last.amendments < MOST_AMENDMENTS
            && self.changed.len() <= FEW.min(self.kept.len() / 8)
            && self.changed.iter().all(|(_, entry)| entry.is_some())
            && last.entries.iter().zip(lie).all(same)
    }
}

/// Compares the plan with what the last build wrote (`last`) and with how its files lie now, in the same order; nothing
/// for one that is not as it was.
pub fn delta<'a>(plan: &'a Plan, last: &Manifest, lie: &[Option<Stamp>]) -> Delta<'a> {
    let mut delta = Delta::default();
    let mut known = last.entries.iter().zip(lie).peekable();
    let mut found: Vec<(&'a Planned, Option<Entry>)> = Vec::with_capacity(plan.entries.len());
    for planned in &plan.entries {
        while let Some(((path, entry), _)) = known.next_if(|((path, _), _)| *path < planned.path) {
            delta.stale.push((path.clone(), entry.clone()));
        }
        let same = known.next_if(|((path, _), _)| path.cmp(&planned.path) == Ordering::Equal);
        let intact = same.and_then(|((_, entry), stamp)| Some(Entry { stamp: (*stamp)?, ..entry.clone() }));
        found.push((planned, intact));
    }
    delta.stale.extend(known.map(|(entry, _)| entry.clone()));
    // Where nothing lies there is nothing to compare, so a first build takes no fingerprint before it renders.
    let is_same = |(planned, intact): &(&Planned, Option<Entry>)| {
        let entry = intact.as_ref()?;
        plan.fingerprint(&planned.target).filter(|fingerprint| *fingerprint == entry.fingerprint)
    };
    let same: Vec<bool> = found.par_iter().map(|found| is_same(found).is_some()).collect();
    for ((planned, intact), same) in found.into_iter().zip(same) {
        match intact {
            Some(entry) if same => delta.kept.push((planned.path.clone(), entry)),
            entry => delta.changed.push((planned, entry)),
        }
    }
    delta
}
