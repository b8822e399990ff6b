//! Where rendering gets texts and files from: by name and hash, so that it gets what was planned with or nothing.

use crate::hash::ContentHash;
use crate::source::Sources;
use std::io;

/// A source of the bytes that targets name.
pub trait Bodies: Sync {
    /// The bytes of a file from `start` on.
    ///
    /// # Errors
    /// When the disk refuses, or the bytes are no longer those of `hash`.
    fn bytes(&self, file: &str, start: u32, hash: ContentHash) -> io::Result<Vec<u8>>;
}

impl Bodies for Sources {
    fn bytes(&self, file: &str, start: u32, hash: ContentHash) -> io::Result<Vec<u8>> {
        let mut bytes = self.read(file)?;
        bytes.drain(..bytes.len().min(start as usize));
        if ContentHash::of(&bytes) == hash {
            return Ok(bytes);
        }
        Err(io::Error::other(format!("{file}: changed while the site was being built")))
    }
}
