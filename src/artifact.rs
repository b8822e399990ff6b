//! Rendered bytes on their way to the output.

use crate::hash::ContentHash;
use crate::location::OutputPath;

/// A file of the output, as it is to be.
#[derive(Clone, Debug)]
pub struct Artifact {
    /// Where it goes.
    pub path: OutputPath,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Artifact {
    /// The hash of its bytes.
    pub fn hash(&self) -> ContentHash {
        ContentHash::of(&self.bytes)
    }
}
