//! Looks at the output before a build: what still lies there as the manifest says.

use crate::hash::ContentHash;
use crate::manifest::{Entry, Manifest};
use crate::source::Stamp;
use rayon::prelude::*;
use std::fs::Metadata;
use std::path::Path;

/// The entries whose files are as they were written. A file that was deleted or edited by hand is left out, so that it
/// is made again; one that was only copied or touched keeps its entry, with its new stamp.
pub fn intact(out: &Path, manifest: Manifest) -> Manifest {
    let Manifest { program, origin, entries } = manifest;
    let entries: Vec<_> = entries.into_iter().collect();
    let kept = entries.into_par_iter().filter_map(|(path, entry)| {
        let stamp = verified(&out.join(path.as_str()), &entry)?;
        Some((path, Entry { stamp, ..entry }))
    });
    Manifest { program, origin, entries: kept.collect::<Vec<_>>().into_iter().collect() }
}

fn verified(file: &Path, entry: &Entry) -> Option<Stamp> {
    let found = Stamp::of(&std::fs::symlink_metadata(file).ok().filter(Metadata::is_file)?);
    if found == entry.stamp {
        return Some(found);
    }
    (ContentHash::of(&std::fs::read(file).ok()?) == entry.content).then_some(found)
}
