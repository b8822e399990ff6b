//! Looks at the output before a build: what still lies there as the manifest says.

use crate::hash::ContentHash;
use crate::manifest::{Entry, Manifest};
use crate::source::Stamp;
use rayon::prelude::*;
use std::fs::Metadata;
use std::path::Path;

/// How the file of each entry lies, in the order of the manifest; nothing for a file that was deleted or edited by hand,
/// so that it is made again. One that was only copied or touched has its new stamp.
pub fn inspect(out: &Path, manifest: &Manifest) -> Vec<Option<Stamp>> {
    let verified = |(path, entry): &(_, Entry)| verified(&out.join(crate::location::OutputPath::as_str(path)), entry);
    manifest.entries.par_iter().map(verified).collect()
}

fn verified(file: &Path, entry: &Entry) -> Option<Stamp> {
    let found = Stamp::of(&std::fs::symlink_metadata(file).ok().filter(Metadata::is_file)?);
    if found == entry.stamp {
        return Some(found);
    }
    (ContentHash::of(&std::fs::read(file).ok()?) == entry.content).then_some(found)
}
