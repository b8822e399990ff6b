//! The staging folder, and the moment in which its files become the site.

use crate::artifact::Artifact;
use crate::fault::at;
use crate::hash::Fingerprint;
use crate::location::OutputPath;
use crate::manifest::{Amendment, Entry, Manifest, Origin, by_path};
use crate::source::Stamp;
use crate::write::staged::{Place, Staged};
use crate::write::state::State;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The name of the staging folder; it is gone after every build, and what a killed build left goes with the next.
const NAME: &str = ".jarshy-staging";

/// Files on their way into an output folder. In the staging folder they lie as they will in the output.
#[derive(Debug)]
pub struct Staging<'a> {
    out: &'a Path,
    /// Whether there was no output before.
    fresh: bool,
    folder: PathBuf,
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

/// What a build comes to: which files are rendered, kept and stale, each in the order of the paths.
#[derive(Debug)]
pub struct Changes {
    /// The files that were rendered.
    pub rendered: Vec<(OutputPath, Staged)>,
    /// The entries of files that need nothing.
    pub kept: Vec<(OutputPath, Entry)>,
    /// The entries of files that the site no longer has.
    pub stale: Vec<(OutputPath, Entry)>,
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
        std::fs::create_dir_all(&folder).map_err(at(&folder))?;
        Ok(Self { out, fresh, folder })
    }

    /// Stages a file; bytes that lie in place already, by the manifest or by comparison, are not written again.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn put(&self, artifact: &Artifact, fingerprint: Fingerprint, old: Option<&Entry>) -> io::Result<Staged> {
        let content = artifact.hash();
        let in_place = match old {
            Some(entry) => entry.content == content,
            None => !self.fresh && same_bytes(&self.out.join(artifact.path.as_str()), &artifact.bytes),
        };
        let stamp = if in_place { Stamp::default() } else { self.stage(artifact)? };
        let place = if in_place { Place::InPlace } else { Place::Staged };
        Ok(Staged { entry: Entry { fingerprint, content, stamp }, place })
    }

    fn stage(&self, artifact: &Artifact) -> io::Result<Stamp> {
        let path = self.folder.join(artifact.path.as_str());
        make_folder(path.parent().unwrap_or(&self.folder))?;
        let mut file = File::create(&path).map_err(at(&path))?;
        file.write_all(&artifact.bytes).map_err(at(&path))?;
        Ok(Stamp::of(&file.metadata().map_err(at(&path))?))
    }

    /// Makes the staged files the site: removes the stale files, moves the staged ones into place, stores the manifest.
    ///
    /// Before the first change the manifest of what is about to be is stored, so that a build that dies half-way leaves
    /// no file that no manifest names: the next one compares the bytes and goes on from there.
    ///
    /// # Errors
    /// When the disk refuses; what was moved by then stays.
    pub fn commit(self, changes: Changes, origin: Option<Origin>, state: &State) -> io::Result<(Written, Manifest)> {
        let program = Some(state.program());
        state.store(&Manifest { program, origin: None, entries: changes.intended(), amendments: 0 })?;
        let Changes { rendered, kept, stale } = changes;
        let mut written = Written { unchanged: kept.len(), ..Written::default() };
        for (path, _) in stale {
            self.remove(path, &mut written)?;
        }
        let mut entries = kept;
        entries.extend(self.place(rendered, &mut written)?);
        entries.sort_by(by_path);
        let manifest = Manifest { program, origin, entries, amendments: 0 };
        state.store(&manifest)?;
        Ok((written, manifest))
    }

    /// The same for a few files of a site that is otherwise as `manifest` says; what is stored is only added to.
    ///
    /// # Errors
    /// When the disk refuses; what was moved by then stays.
    pub fn amend(
        self,
        rendered: Vec<(OutputPath, Staged)>,
        origin: Option<Origin>,
        mut manifest: Manifest,
        state: &State,
    ) -> io::Result<(Written, Manifest)> {
        state.amend(&Amendment { entries: intended(&rendered).collect(), origin: None })?;
        let mut written = Written::default();
        let amendment = Amendment { entries: self.place(rendered, &mut written)?, origin };
        state.amend(&amendment)?;
        manifest.amend(amendment);
        written.unchanged = manifest.entries.len() - written.written.len();
        Ok((written, manifest))
    }

    /// Moves the staged files into place; their entries, as they lie there.
    fn place(
        &self,
        rendered: Vec<(OutputPath, Staged)>,
        written: &mut Written,
    ) -> io::Result<Vec<(OutputPath, Entry)>> {
        let mut alone = BTreeSet::new();
        self.adopt("", &mut alone)?;
        let mut entries = Vec::with_capacity(rendered.len());
        for (path, Staged { mut entry, place }) in rendered {
            // Among files that moved with their folder nothing has changed since they were written.
            if place == Place::InPlace || alone.contains(path.as_str()) {
                let file = self.out.join(path.as_str());
                entry.stamp = Stamp::of(&std::fs::symlink_metadata(&file).map_err(at(&file))?);
            }
            match place {
                Place::Staged => written.written.push(path.clone()),
                Place::InPlace => written.unchanged += 1,
            }
            entries.push((path, entry));
        }
        clear(&self.folder)?;
        Ok(entries)
    }

    /// Moves what lies in a staged folder into the same folder of the output: a folder that is new there as a whole, the
    /// files of others one by one; these are added to `alone`.
    fn adopt(&self, folder: &str, alone: &mut BTreeSet<String>) -> io::Result<()> {
        let staged = self.folder.join(folder);
        for entry in std::fs::read_dir(&staged).map_err(at(&staged))? {
            let entry = entry.map_err(at(&staged))?;
            let path = format!("{folder}{}", entry.file_name().to_string_lossy());
            let target = self.out.join(&path);
            if !entry.file_type().map_err(at(&target))?.is_dir() {
                std::fs::rename(entry.path(), &target).map_err(at(&target))?;
                alone.insert(path);
            } else if target.is_dir() || std::fs::rename(entry.path(), &target).is_err() {
                make_folder(&target)?;
                self.adopt(&format!("{path}/"), alone)?;
            }
        }
        Ok(())
    }

    fn remove(&self, path: OutputPath, written: &mut Written) -> io::Result<()> {
        let file = self.out.join(path.as_str());
        let removed = std::fs::remove_file(&file);
        let mut folder = path.folder();
        while !folder.is_empty() && std::fs::remove_dir(self.out.join(folder)).is_ok() {
            folder = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
        }
        match removed {
            Ok(()) => written.removed.push(path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(at(&file)(error)),
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

impl Changes {
    /// The entries of all files that there may be while the changes are made.
    fn intended(&self) -> Vec<(OutputPath, Entry)> {
        let mut entries: Vec<_> =
            self.kept.iter().chain(&self.stale).cloned().chain(intended(&self.rendered)).collect();
        entries.sort_by(by_path);
        entries
    }
}

/// The entries of rendered files before they are moved into place.
fn intended(rendered: &[(OutputPath, Staged)]) -> impl Iterator<Item = (OutputPath, Entry)> + '_ {
    rendered.iter().map(|(path, staged)| {
        let entry = Entry { stamp: Stamp::default(), ..staged.entry.clone() };
        (path.clone(), entry)
    })
}

/// Makes a folder, and those around it where they are missing too.
fn make_folder(folder: &Path) -> io::Result<()> {
    match std::fs::create_dir(folder) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => match folder.parent() {
            Some(parent) if error.kind() == io::ErrorKind::NotFound => {
                make_folder(parent)?;
                make_folder(folder)
            }
            _ => Err(at(folder)(error)),
        },
    }
}

fn clear(folder: &Path) -> io::Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(folder)(error)),
        _ => Ok(()),
    }
}

fn same_bytes(file: &Path, bytes: &[u8]) -> bool {
    let size = std::fs::symlink_metadata(file).ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len());
    size == Some(bytes.len() as u64) && std::fs::read(file).is_ok_and(|found| found == bytes)
}
