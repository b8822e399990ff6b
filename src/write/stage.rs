//! The staging folder, and the moment in which its files become the site.

use crate::artifact::Artifact;
use crate::hash::{ContentHash, Fingerprint};
use crate::location::OutputPath;
use crate::manifest::{Entry, Manifest, Origin};
use crate::source::Stamp;
use crate::write::state::State;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The name of the staging folder; it is gone after every build, and what a killed build left goes with the next.
const NAME: &str = ".jarshy-staging";

/// Files on their way into an output folder.
#[derive(Debug)]
pub struct Staging<'a> {
    out: &'a Path,
    /// Whether there was no output before.
    fresh: bool,
    folder: PathBuf,
    number: AtomicUsize,
    staged: Mutex<BTreeMap<OutputPath, Staged>>,
}

#[derive(Debug)]
struct Staged {
    fingerprint: Fingerprint,
    content: ContentHash,
    /// The staged file; nothing when the file in place has these bytes already.
    file: Option<PathBuf>,
}

/// What a build did to the output.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that were created or replaced, in order.
    pub written: Vec<OutputPath>,
    /// Files that stayed as they were.
    pub unchanged: usize,
    /// Files that were removed, in order.
    pub removed: Vec<OutputPath>,
}

impl<'a> Staging<'a> {
    /// Opens an empty staging folder in `out`.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn open(out: &'a Path) -> io::Result<Self> {
        let folder = out.join(NAME);
        clear(&folder)?;
        let fresh = !out.exists();
        std::fs::create_dir_all(&folder)?;
        Ok(Self { out, fresh, folder, number: AtomicUsize::new(0), staged: Mutex::new(BTreeMap::new()) })
    }

    /// Stages a file; bytes that lie in place already, by the manifest or by comparison, are not written again.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn put(&self, artifact: &Artifact, fingerprint: Fingerprint, old: Option<&Entry>) -> io::Result<()> {
        let content = artifact.hash();
        let in_place = match old {
            Some(entry) => entry.content == content,
            None => same_bytes(&self.out.join(artifact.path.as_str()), &artifact.bytes),
        };
        let file = if in_place { None } else { Some(self.stage(&artifact.bytes)?) };
        let staged = Staged { fingerprint, content, file };
        self.staged.lock().map_err(|_| io::Error::other("a writer failed"))?.insert(artifact.path.clone(), staged);
        Ok(())
    }

    fn stage(&self, bytes: &[u8]) -> io::Result<PathBuf> {
        let file = self.folder.join(self.number.fetch_add(1, Ordering::Relaxed).to_string());
        std::fs::write(&file, bytes)?;
        Ok(file)
    }

    /// Makes the staged files the site: removes the files of `stale`, renames the staged ones into place, stores the
    /// manifest. `kept` are the entries of files that needed nothing.
    ///
    /// Before the first change the manifest of what is about to be is stored, so that a build that dies half-way leaves
    /// no file that no manifest names: the next one compares the bytes and goes on from there.
    ///
    /// # Errors
    /// When the disk refuses; what was renamed by then stays.
    pub fn commit(
        mut self,
        kept: Manifest,
        stale: &BTreeMap<OutputPath, Entry>,
        origin: Option<Origin>,
        state: &State,
    ) -> io::Result<Written> {
        let staged = std::mem::take(self.staged.get_mut().map_err(|_| io::Error::other("a writer failed"))?);
        let mut written = Written { unchanged: kept.entries.len(), ..Written::default() };
        let mut manifest = kept;
        state.store(&intended(&manifest, &staged, stale))?;
        for path in stale.keys() {
            self.remove(path, &mut written)?;
        }
        let mut folders = BTreeSet::new();
        for (path, staged) in staged {
            let target = self.out.join(path.as_str());
            match staged.file {
                Some(file) => {
                    if folders.insert(path.folder().to_owned()) {
                        std::fs::create_dir_all(self.out.join(path.folder()))?;
                    }
                    std::fs::rename(file, &target)?;
                    written.written.push(path.clone());
                }
                None => written.unchanged += 1,
            }
            let stamp = Stamp::of(&std::fs::symlink_metadata(&target)?);
            manifest.entries.insert(path, Entry { fingerprint: staged.fingerprint, content: staged.content, stamp });
        }
        clear(&self.folder)?;
        manifest.origin = origin;
        state.store(&manifest)?;
        Ok(written)
    }

    fn remove(&self, path: &OutputPath, written: &mut Written) -> io::Result<()> {
        match std::fs::remove_file(self.out.join(path.as_str())) {
            Ok(()) => written.removed.push(path.clone()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        let mut folder = path.folder();
        while !folder.is_empty() && std::fs::remove_dir(self.out.join(folder)).is_ok() {
            folder = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
        }
        Ok(())
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        // A failed build: what is left goes with the next one.
        let _ = clear(&self.folder);
        if self.fresh {
            // Only an empty folder can be removed so: one that no site came to lie in.
            let _ = std::fs::remove_dir(self.out);
        }
    }
}

fn intended(kept: &Manifest, staged: &BTreeMap<OutputPath, Staged>, stale: &BTreeMap<OutputPath, Entry>) -> Manifest {
    let mut entries = kept.entries.clone();
    entries.extend(stale.clone());
    entries.extend(staged.iter().map(|(path, staged)| {
        let entry = Entry { fingerprint: staged.fingerprint, content: staged.content, stamp: Stamp::default() };
        (path.clone(), entry)
    }));
    Manifest { program: kept.program, origin: None, entries }
}

fn clear(folder: &Path) -> io::Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn same_bytes(file: &Path, bytes: &[u8]) -> bool {
    let size = std::fs::symlink_metadata(file).ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len());
    size == Some(bytes.len() as u64) && std::fs::read(file).is_ok_and(|found| found == bytes)
}
