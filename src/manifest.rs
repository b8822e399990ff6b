//! What the last build wrote: the other side of the subtraction that makes a build incremental.

use crate::diagnostic::Diagnostic;
use crate::hash::{ContentHash, Fingerprint};
use crate::location::OutputPath;
use crate::source::Stamp;
use serde::{Deserialize, Serialize};

/// Changes with the form of the file: a manifest of another version counts as none.
const HEADER: &[u8] = b"jarshy manifest 4\n";

/// A file that a build wrote.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// Of all that it was rendered from.
    pub fingerprint: Fingerprint,
    /// Of its bytes.
    pub content: ContentHash,
    /// How it lay on disk.
    pub stamp: Stamp,
}

/// All files that the last build of an output wrote.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// The program that wrote them.
    pub program: Option<ContentHash>,
    /// What the build was made from; nothing while it is not finished.
    pub origin: Option<Origin>,
    /// The files, in the order of their paths.
    pub entries: Vec<(OutputPath, Entry)>,
}

/// The order of entries.
pub fn by_path<T>(one: &(OutputPath, T), other: &(OutputPath, T)) -> std::cmp::Ordering {
    one.0.cmp(&other.0)
}

/// What a build was made from, and what it found: the same input at a moment of the same span needs no other build.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Origin {
    /// The hash of the input's names and stamps and of the build's options.
    pub input: ContentHash,
    /// The moment of the build, in nanoseconds since 1970.
    pub since: i128,
    /// The first moment at which the site would be another; nothing when there is none.
    pub until: Option<i128>,
    /// What was found, in order.
    pub findings: Vec<Diagnostic>,
    /// How many HTML pages the site has.
    pub pages: usize,
    /// How many feeds.
    pub feeds: usize,
}

impl Origin {
    /// Whether a build of `input` at `now` would come to the same.
    pub fn holds(&self, input: ContentHash, now: i128) -> bool {
        self.input == input && self.since <= now && self.until.is_none_or(|until| now < until)
    }
}

impl Manifest {
    /// The manifest as `program` may rely on it: of one that another program wrote, only the names and bytes of files.
    #[must_use]
    pub fn made_by(mut self, program: ContentHash) -> Self {
        if self.program != Some(program) {
            self.origin = None;
            self.entries.iter_mut().for_each(|(_, entry)| entry.fingerprint = Fingerprint::none());
        }
        Self { program: Some(program), ..self }
    }

    /// Reads what [`Manifest::to_bytes`] wrote; anything else, damaged or of another version, is an empty manifest.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self::decode(bytes).unwrap_or_default()
    }

    /// The manifest as it is stored, with a hash of itself.
    ///
    /// # Errors
    /// When it cannot be serialised, which does not happen with these types.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        let body = postcard::to_stdvec(self)?;
        Ok([HEADER, ContentHash::of(&body).to_string().as_bytes(), b"\n", &body].concat())
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(HEADER)?;
        let (hash, body) = rest.split_at_checked(33)?;
        let whole = hash == format!("{}\n", ContentHash::of(body)).as_bytes();
        whole.then(|| postcard::from_bytes(body).ok()).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::location::Permalink;

    fn sample() -> Manifest {
        let entry = Entry {
            fingerprint: Fingerprint::of("view").unwrap(),
            content: ContentHash::of(b"bytes"),
            stamp: Stamp { size: 5, modified: 1, changed: 2, inode: 3 },
        };
        Manifest { entries: [(Permalink::file("robots.txt").output_path(), entry)].into(), ..Manifest::default() }
    }

    #[test]
    fn a_manifest_comes_back_as_it_was_stored() {
        assert_eq!(Manifest::from_bytes(&sample().to_bytes().unwrap()), sample());
    }

    #[test]
    fn a_damaged_manifest_counts_as_none() {
        let mut bytes = sample().to_bytes().unwrap();
        for cut in 0..bytes.len() {
            assert_eq!(Manifest::from_bytes(&bytes[..cut]), Manifest::default());
        }
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        assert_eq!(Manifest::from_bytes(&bytes), Manifest::default());
    }
}
