//! What lives in `ROOT/.jarshy/`: one manifest for each output folder.

use crate::hash::ContentHash;
use crate::manifest::Manifest;
use std::io;
use std::path::{Path, PathBuf};

/// The state of one output folder.
#[derive(Clone, Debug)]
pub struct State {
    folder: PathBuf,
    manifest: PathBuf,
}

impl State {
    /// The state that `root` keeps of `out`, by the output's absolute path.
    ///
    /// # Errors
    /// When the current folder cannot be told.
    pub fn of(root: &Path, out: &Path) -> io::Result<Self> {
        let out = std::path::absolute(out)?;
        let folder = root.join(".jarshy");
        let name = ContentHash::of(out.as_os_str().as_encoded_bytes()).short();
        Ok(Self { manifest: folder.join(format!("manifest-{name}")), folder })
    }

    /// The manifest of the last build, empty when there was none or it cannot be trusted.
    pub fn manifest(&self) -> Manifest {
        std::fs::read(&self.manifest).map_or_else(|_| Manifest::default(), |bytes| Manifest::from_bytes(&bytes))
    }

    /// Replaces the manifest, by rename.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn store(&self, manifest: &Manifest) -> io::Result<()> {
        let bytes = manifest.to_bytes().map_err(io::Error::other)?;
        std::fs::create_dir_all(&self.folder)?;
        let new = self.manifest.with_extension("new");
        std::fs::write(&new, bytes)?;
        std::fs::rename(new, &self.manifest)
    }
}
