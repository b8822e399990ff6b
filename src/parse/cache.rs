//! What files said when they were last read: a file that has not changed is not read again.
//!
//! A file is known by its stamp, or, when that differs (a fresh checkout), by the hash of its bytes. A cache that is
//! damaged, or that another program or other settings made, is no cache.

use crate::diagnostic::Diagnostic;
use crate::hash::ContentHash;
use crate::parse::found::Found;
use crate::source::Stamp;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

const HEADER: &[u8] = b"jarshy parsed 1\n";

/// What was read, by path.
#[derive(Debug, Default)]
pub struct Cache {
    bytes: Vec<u8>,
    entries: HashMap<Arc<str>, Known>,
}

/// A file as the cache knows it.
#[derive(Clone, Debug)]
struct Known {
    record: Record,
    /// Where in the cache's bytes the result stands.
    result: Range<usize>,
}

/// What the cache keeps of a file beside the result.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Record {
    /// How it lay on disk.
    pub stamp: Stamp,
    /// When that was seen, in nanoseconds since 1970.
    pub seen: i128,
    /// The hash of its bytes.
    pub hash: ContentHash,
}

/// A file's result, with what it is known by.
#[derive(Debug)]
pub struct Reading {
    /// The file.
    pub path: Arc<str>,
    /// What it is known by.
    pub record: Record,
    /// What it says, and what is wrong with it.
    pub result: (Option<Found>, Vec<Diagnostic>),
    /// Whether the cache holds just this already.
    pub cached: bool,
}

#[derive(Serialize, Deserialize)]
struct Stored<'a> {
    path: &'a str,
    record: Record,
    result: &'a [u8],
}

impl Cache {
    /// Reads what [`Cache::renewed`] wrote for the same `key`; anything else is an empty cache.
    pub fn from_bytes(bytes: Vec<u8>, key: ContentHash) -> Self {
        let entries = index(&bytes, key).unwrap_or_default();
        Self { bytes, entries }
    }

    /// The result of a file that is surely unchanged.
    pub fn by_stamp(&self, path: &Arc<str>, stamp: Stamp) -> Option<Reading> {
        let known = self.entries.get(path)?;
        let same = known.record.stamp == stamp && stamp.settled(known.record.seen);
        same.then(|| self.reading(path, known, known.record)).flatten()
    }

    /// The result of a file whose bytes are those that were read.
    pub fn by_hash(&self, path: &Arc<str>, record: Record) -> Option<Reading> {
        let known = self.entries.get(path)?;
        let same = known.record.hash == record.hash;
        same.then(|| Some(Reading { cached: false, ..self.reading(path, known, record)? })).flatten()
    }

    fn reading(&self, path: &Arc<str>, known: &Known, record: Record) -> Option<Reading> {
        let result = postcard::from_bytes(self.bytes.get(known.result.clone())?).ok()?;
        Some(Reading { path: path.clone(), record, result, cached: true })
    }

    /// The bytes of the cache that holds these readings and no others; `None` when it is this one.
    pub fn renewed(&self, readings: &[Reading], key: ContentHash) -> Option<Vec<u8>> {
        if readings.len() == self.entries.len() && readings.iter().all(|reading| reading.cached) {
            return None;
        }
        let mut body = Vec::with_capacity(self.bytes.len() + (1 << 16));
        for reading in readings {
            let fresh;
            let kept = self.entries.get(&reading.path).filter(|_| reading.cached);
            let result = match kept.and_then(|known| self.bytes.get(known.result.clone())) {
                Some(result) => result,
                None => {
                    fresh = postcard::to_stdvec(&reading.result).ok()?;
                    &fresh
                }
            };
            let stored = Stored { path: &reading.path, record: reading.record, result };
            body = postcard::to_extend(&stored, body).ok()?;
        }
        let hash = ContentHash::of(&body).to_string();
        Some([HEADER, key.to_string().as_bytes(), hash.as_bytes(), &body].concat())
    }
}

fn index(bytes: &[u8], key: ContentHash) -> Option<HashMap<Arc<str>, Known>> {
    let rest = bytes.strip_prefix(HEADER)?.strip_prefix(key.to_string().as_bytes())?;
    let (hash, mut body) = rest.split_at_checked(32)?;
    if hash != ContentHash::of(body).to_string().as_bytes() {
        return None;
    }
    let mut entries = HashMap::new();
    while !body.is_empty() {
        let (stored, after): (Stored<'_>, _) = postcard::take_from_bytes(body).ok()?;
        let end = bytes.len() - after.len();
        let known = Known { record: stored.record, result: end - stored.result.len()..end };
        entries.insert(stored.path.into(), known);
        body = after;
    }
    Some(entries)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::media::inspect;

    fn key() -> ContentHash {
        ContentHash::of(b"key")
    }

    fn record(text: &[u8]) -> Record {
        let stamp = Stamp { size: text.len() as u64, modified: 1, changed: 1, inode: 1 };
        Record { stamp, seen: 1_000_000_000, hash: ContentHash::of(text) }
    }

    fn reading(path: &str, text: &[u8]) -> Reading {
        let found = Found::Media(inspect(&path.into(), text));
        Reading { path: path.into(), record: record(text), result: (Some(found), Vec::new()), cached: false }
    }

    fn cache() -> Cache {
        let bytes = Cache::default().renewed(&[reading("a.pdf", b"a"), reading("b.pdf", b"b")], key()).unwrap();
        Cache::from_bytes(bytes, key())
    }

    #[test]
    fn an_unchanged_file_is_known_by_its_stamp() {
        let found = cache().by_stamp(&"b.pdf".into(), record(b"b").stamp).unwrap();
        assert!(matches!(found.result.0, Some(Found::Media(media)) if media.hash == ContentHash::of(b"b")));
    }

    #[test]
    fn a_file_that_had_only_just_changed_is_not_trusted() {
        let mut young = reading("a.pdf", b"a");
        young.record.seen = 2;
        let cache = Cache::from_bytes(Cache::default().renewed(&[young], key()).unwrap(), key());
        assert!(cache.by_stamp(&"a.pdf".into(), record(b"a").stamp).is_none());
        assert!(cache.by_hash(&"a.pdf".into(), record(b"a")).is_some());
        assert!(cache.by_hash(&"a.pdf".into(), record(b"c")).is_none());
    }

    #[test]
    fn a_cache_that_holds_everything_is_not_renewed() {
        let cache = cache();
        let known = |path: &str, text: &[u8]| cache.by_stamp(&path.into(), record(text).stamp).unwrap();
        let both = [known("a.pdf", b"a"), known("b.pdf", b"b")];
        assert_eq!(cache.renewed(&both, key()), None);
        assert!(cache.renewed(&both[..1], key()).is_some());
    }

    #[test]
    fn a_damaged_or_foreign_cache_is_none() {
        let bytes = cache().bytes;
        assert!(Cache::from_bytes(bytes.clone(), ContentHash::of(b"other")).entries.is_empty());
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert!(Cache::from_bytes(damaged, key()).entries.is_empty(), "{at}");
            assert!(Cache::from_bytes(bytes[..at].to_vec(), key()).entries.is_empty(), "{at}");
        }
    }
}
