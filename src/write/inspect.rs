//! Looks at the output before a build: what still lies there as the manifest says.

use crate::hash::ContentHash;
use crate::manifest::{Entry, Manifest, Stamp};
use rayon::prelude::*;
use std::fs::Metadata;
use std::path::Path;

/// The entries whose files are as they were written. A file that was deleted or edited by hand is left out, so that it
/// is made again; one that was only copied or touched keeps its entry, with its new stamp.
pub fn intact(out: &Path, manifest: Manifest) -> Manifest {
    let entries: Vec<_> = manifest.entries.into_iter().collect();
    let kept = entries.into_par_iter().filter_map(|(path, entry)| {
        let stamp = verified(&out.join(path.as_str()), &entry)?;
        Some((path, Entry { stamp, ..entry }))
    });
    Manifest { entries: kept.collect::<Vec<_>>().into_iter().collect() }
}

fn verified(file: &Path, entry: &Entry) -> Option<Stamp> {
    let found = stamp(&std::fs::symlink_metadata(file).ok().filter(Metadata::is_file)?);
    if found == entry.stamp {
        return Some(found);
    }
    (ContentHash::of(&std::fs::read(file).ok()?) == entry.content).then_some(found)
}

/// How a file lies on disk.
pub(crate) fn stamp(metadata: &Metadata) -> Stamp {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let time = |seconds: i64, nanoseconds: i64| i128::from(seconds) * 1_000_000_000 + i128::from(nanoseconds);
        Stamp {
            size: metadata.len(),
            modified: time(metadata.mtime(), metadata.mtime_nsec()),
            changed: time(metadata.ctime(), metadata.ctime_nsec()),
        }
    }
    #[cfg(not(unix))]
    {
        let modified = metadata.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
        let modified = modified.map_or(0, |time| i128::try_from(time.as_nanos()).unwrap_or(i128::MAX));
        Stamp { size: metadata.len(), modified, changed: 0 }
    }
}
