//! What the last build wrote: the other side of the subtraction that makes a build incremental.

use crate::diagnostic::Diagnostic;
use crate::hash::{ContentHash, Fingerprint};
use crate::location::OutputPath;
use crate::source::Stamp;
use serde::{Deserialize, Serialize};

/// Changes with the form of the file: a manifest of another version counts as none.
const HEADER: &[u8] = b"jarshy manifest 5\n";

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
    /// How many amendments were read with it.
    #[serde(skip)]
    pub amendments: usize,
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

    /// Reads what [`Manifest::to_bytes`] and [`Amendment::to_bytes`] wrote, one after the other. What is damaged or of
    /// another version is an empty manifest; amendments that are damaged were never finished, and hold no origin.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let whole = bytes.strip_prefix(HEADER).and_then(record);
        let Some((mut manifest, mut rest)) = whole.and_then(|(body, rest)| Some((decoded::<Self>(body)?, rest))) else {
            return Self::default();
        };
        while !rest.is_empty() {
            match record(rest).and_then(|(body, rest)| Some((decoded::<Amendment>(body)?, rest))) {
                Some((amendment, after)) => {
                    manifest.amend(amendment);
                    rest = after;
                }
                None => {
                    manifest.origin = None;
                    break;
                }
            }
        }
        manifest
    }

    /// The manifest as it is stored, with a hash of itself.
    ///
    /// # Errors
    /// When it cannot be serialised, which does not happen with these types.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        Ok([HEADER, &encoded(self)?].concat())
    }

    /// The entry of a file.
    pub fn get(&self, path: &OutputPath) -> Option<&Entry> {
        let at = self.entries.binary_search_by(|(other, _)| other.cmp(path)).ok()?;
        self.entries.get(at).map(|(_, entry)| entry)
    }

    /// Replaces entries, and what the whole was made from.
    pub fn amend(&mut self, amendment: Amendment) {
        self.amendments += 1;
        self.origin = amendment.origin;
        for (path, entry) in amendment.entries {
            match self.entries.binary_search_by(|(other, _)| other.cmp(&path)) {
                Ok(at) => self.entries[at].1 = entry,
                Err(at) => self.entries.insert(at, (path, entry)),
            }
        }
    }
}

/// Some entries that are others than those of the manifest before.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Amendment {
    /// The entries.
    pub entries: Vec<(OutputPath, Entry)>,
    /// What the whole was made from; nothing while the build is not finished.
    pub origin: Option<Origin>,
}

impl Amendment {
    /// The amendment as it is added to a manifest that is stored.
    ///
    /// # Errors
    /// When it cannot be serialised, which does not happen with these types.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        encoded(self)
    }
}

/// A value as a record: its length, its hash, itself.
fn encoded(value: &impl Serialize) -> Result<Vec<u8>, postcard::Error> {
    let body = postcard::to_stdvec(value)?;
    Ok([&(body.len() as u64).to_le_bytes(), &ContentHash::of(&body).as_bytes()[..], &body].concat())
}

/// The body of the record at the beginning of `bytes`, if it is whole, and what follows it.
fn record(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<8>()?;
    let (hash, rest) = rest.split_first_chunk::<16>()?;
    let (body, rest) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
    (ContentHash::of(body) == ContentHash::from_bytes(*hash)).then_some((body, rest))
}

fn decoded<T: serde::de::DeserializeOwned>(body: &[u8]) -> Option<T> {
    postcard::from_bytes(body).ok()
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

    #[test]
    fn an_amendment_replaces_entries_and_one_that_is_cut_off_is_none() {
        let whole = sample().to_bytes().unwrap();
        let mut entries = sample().entries;
        entries[0].1.content = ContentHash::of(b"other bytes");
        let more = Amendment { entries: entries.clone(), origin: None }.to_bytes().unwrap();
        let amended = Manifest::from_bytes(&[&whole[..], &more].concat());
        assert_eq!(amended.entries, entries);
        for cut in 1..more.len() {
            let cut_off = Manifest::from_bytes(&[&whole[..], &more[..cut]].concat());
            assert_eq!(cut_off, Manifest { origin: None, ..sample() });
        }
    }
}
