//! Plan minus manifest: what there is to do.

use crate::location::OutputPath;
use crate::manifest::{Entry, Manifest};
use crate::plan::target::{Plan, Planned};
use std::collections::BTreeMap;

/// The work of a build.
#[derive(Debug)]
pub struct Delta<'a> {
    /// Targets to render, with what lies in their place now.
    pub changed: Vec<(&'a OutputPath, &'a Planned, Option<&'a Entry>)>,
    /// Entries of files that need nothing.
    pub kept: Manifest,
    /// Files that the last build wrote and the plan no longer holds.
    pub stale: BTreeMap<OutputPath, Entry>,
}

/// Compares the plan with what the last build wrote (`last`) and with what of it is still intact.
pub fn delta<'a>(plan: &'a Plan, last: &Manifest, intact: &'a Manifest) -> Delta<'a> {
    let mut delta = Delta {
        changed: Vec::new(),
        kept: Manifest { program: last.program, ..Manifest::default() },
        stale: BTreeMap::new(),
    };
    for (path, planned) in &plan.targets {
        match intact.entries.get(path) {
            Some(entry) if entry.fingerprint == planned.fingerprint => {
                delta.kept.entries.insert(path.clone(), entry.clone());
            }
            entry => delta.changed.push((path, planned, entry)),
        }
    }
    let gone = last.entries.iter().filter(|(path, _)| !plan.targets.contains_key(*path));
    delta.stale = gone.map(|(path, entry)| (path.clone(), entry.clone())).collect();
    delta
}
