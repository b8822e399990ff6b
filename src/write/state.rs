//! What lives in `ROOT/.jarshy/`: one manifest for each output folder, the cache of readings, what is known of releases.

use crate::fault::at;
use crate::hash::ContentHash;
use crate::manifest::{Amendment, Manifest};
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The state of one output folder.
#[derive(Clone, Debug)]
pub struct State {
    folder: PathBuf,
    manifest: PathBuf,
    program: ContentHash,
}

/// The name of the cache of readings.
const READINGS: &str = "readings";
/// The name of what is known of releases.
const IMPRINTS: &str = "imprints";

impl State {
    /// The state that `root` keeps of `out`: by the output's path from the root where it lies below it, so that a
    /// newsroom which is moved knows its output again, else by its whole path.
    ///
    /// # Errors
    /// When the current folder cannot be told.
    pub fn of(root: &Path, out: &Path) -> io::Result<Self> {
        let (top, out) = (real(&std::path::absolute(root)?), real(&std::path::absolute(out)?));
        let folder = root.join(".jarshy");
        let place = out.strip_prefix(&top).unwrap_or(&out);
        let name = ContentHash::of(place.as_os_str().as_encoded_bytes()).short();
        Ok(Self { manifest: folder.join(format!("manifest-{name}")), folder, program: program() })
    }

    /// The program that is running, by version, size and time: what another one kept is not relied upon.
    pub fn program(&self) -> ContentHash {
        self.program
    }

    /// The manifest of the last build, empty when there was none or it cannot be trusted.
    pub fn manifest(&self) -> Manifest {
        let bytes = std::fs::read(&self.manifest).unwrap_or_default();
        Manifest::from_bytes(&bytes).made_by(self.program)
    }

    /// Replaces the manifest.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn store(&self, manifest: &Manifest) -> io::Result<()> {
        self.replace(&self.manifest, std::iter::once(manifest.to_bytes().map_err(io::Error::other)?))
    }

    /// Adds to the manifest that is stored.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn amend(&self, amendment: &Amendment) -> io::Result<()> {
        let bytes = amendment.to_bytes().map_err(io::Error::other)?;
        append(&self.manifest, &bytes)
    }

    /// The bytes of the cache of readings, empty when there is none.
    pub fn readings(&self) -> Vec<u8> {
        std::fs::read(self.folder.join(READINGS)).unwrap_or_default()
    }

    /// Replaces the cache of readings.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn store_readings(&self, parts: impl Iterator<Item = Vec<u8>>) -> io::Result<()> {
        self.replace(&self.folder.join(READINGS), parts)
    }

    /// Adds to the cache of readings.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn add_readings(&self, bytes: &[u8]) -> io::Result<()> {
        append(&self.folder.join(READINGS), bytes)
    }

    /// The bytes of what was known of releases, empty when there are none.
    pub fn imprints(&self) -> Vec<u8> {
        std::fs::read(self.folder.join(IMPRINTS)).unwrap_or_default()
    }

    /// Replaces what is known of releases.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn store_imprints(&self, bytes: Vec<u8>) -> io::Result<()> {
        self.replace(&self.folder.join(IMPRINTS), std::iter::once(bytes))
    }

    fn replace(&self, file: &Path, mut parts: impl Iterator<Item = Vec<u8>>) -> io::Result<()> {
        std::fs::create_dir_all(&self.folder).map_err(at(&self.folder))?;
        let new = file.with_extension("new");
        let written = File::create(&new).and_then(|mut writer| parts.try_for_each(|part| writer.write_all(&part)));
        written.and_then(|()| std::fs::rename(&new, file)).map_err(|error| {
            // What was not put in place is of no use to anybody.
            let _ = std::fs::remove_file(&new);
            at(file)(error)
        })
    }
}

/// Adds bytes at the end of a file that is there: all of them, or none when the disk refuses.
fn append(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut end = OpenOptions::new().append(true).open(file).map_err(at(file))?;
    let before = end.metadata().map_err(at(file))?.len();
    end.write_all(bytes).map_err(|error| {
        // What follows half of a record could never be read.
        let _ = end.set_len(before);
        at(file)(error)
    })
}

fn program() -> ContentHash {
    let metadata = std::env::current_exe().and_then(std::fs::metadata);
    let stamp = metadata.map(|metadata| crate::source::Stamp::of(&metadata)).unwrap_or_default();
    ContentHash::of(format!("{} {} {}", env!("CARGO_PKG_VERSION"), stamp.size, stamp.modified).as_bytes())
}

/// The path without links, `..` and a slash at its end; what does not exist yet is taken as written.
fn real(path: &Path) -> PathBuf {
    match (path.canonicalize(), path.parent(), path.file_name()) {
        (Ok(real), ..) => real,
        (Err(_), Some(parent), Some(name)) => real(parent).join(name),
        _ => path.to_path_buf(),
    }
}
