//! What files said when they were last read: a file that has not changed is not read again.
//!
//! A file is known by its stamp, or, when that differs (a fresh checkout), by the hash of its bytes. The cache is a list of
//! records, each with a hash of itself; of two for one file the later holds, so that a build adds what is new at the end.
//! A record that is damaged, and a cache that another program or other settings made, count as none.

use crate::diagnostic::Diagnostic;
use crate::hash::ContentHash;
use crate::parse::found::Found;
use crate::source::Stamp;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

const HEADER: &[u8] = b"jarshy readings 2\n";
/// A record begins with its length and its hash.
const LENGTH: usize = 4;
const HASH: usize = 16;
/// How many records are written at a time.
const CHUNK: usize = 512;

/// What was read, by path.
#[derive(Debug, Default)]
pub struct Cache {
    bytes: Vec<u8>,
    /// Where in the bytes the last record of each file stands, with its length and hash.
    entries: HashMap<Box<str>, Range<usize>>,
    /// How many records there are, those that others replaced among them.
    records: usize,
}

/// What the cache keeps of a file beside the result.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Record {
    /// How it lay on disk.
    pub stamp: Stamp,
    /// When that was seen, in nanoseconds since 1970.
    pub seen: i64,
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

/// What is to be done so that the cache holds all readings.
pub enum Renewal<'a> {
    /// Nothing.
    Same,
    /// To add these bytes at its end.
    More(Vec<u8>),
    /// To write it anew, as these parts in their order; a part is made when it is asked for.
    Whole(Box<dyn Iterator<Item = Vec<u8>> + 'a>),
}

#[derive(Serialize, Deserialize)]
struct Stored<'a> {
    path: &'a str,
    record: Record,
    result: &'a [u8],
}

impl Cache {
    /// Reads what [`Cache::renewal`] gave for the same `key`; anything else is an empty cache.
    pub fn from_bytes(bytes: Vec<u8>, key: ContentHash) -> Self {
        let mut cache = Self { bytes, ..Self::default() };
        let start = HEADER.len() + HASH;
        if cache.bytes.get(..start).is_some_and(|begin| begin == beginning(key)) {
            cache.index(start);
        }
        cache
    }

    /// Finds the records; what is cut off at the end is none.
    fn index(&mut self, start: usize) {
        let mut at = start;
        while let Some(record) = record_at(&self.bytes, at) {
            at = record.end;
            self.records += 1;
            if let Some(path) = self.bytes.get(record.clone()).and_then(path_of) {
                self.entries.insert(path.into(), record);
            }
        }
    }

    /// The result of a file that is surely unchanged.
    pub fn by_stamp(&self, path: &Arc<str>, stamp: Stamp) -> Option<Reading> {
        let stored = self.stored(path)?;
        let same = stored.record.stamp == stamp && stamp.settled(stored.record.seen);
        same.then(|| reading(path, stored.record, &stored)).flatten()
    }

    /// The result of a file whose bytes are those that were read.
    pub fn by_hash(&self, path: &Arc<str>, record: Record) -> Option<Reading> {
        let stored = self.stored(path)?;
        let same = stored.record.hash == record.hash;
        same.then(|| Some(Reading { cached: false, ..reading(path, record, &stored)? })).flatten()
    }

    fn stored(&self, path: &str) -> Option<Stored<'_>> {
        let bytes = self.bytes.get(self.entries.get(path)?.clone())?;
        let (hash, body) = bytes.get(LENGTH..)?.split_at_checked(HASH)?;
        let whole = hash == ContentHash::of(body).as_bytes();
        whole.then(|| postcard::from_bytes(body).ok()).flatten()
    }

    /// What makes this the cache of these readings: usually their new records are added, but when more than half of all
    /// records would be of no use, all are written anew.
    pub fn renewal<'a>(&'a self, readings: &'a [Reading], key: ContentHash) -> Renewal<'a> {
        let new = readings.iter().filter(|reading| !reading.cached).count();
        if self.entries.is_empty() || self.records + new > 2 * readings.len() + CHUNK {
            let record = |reading: &Reading| self.record(reading);
            let part = move |part: &[Reading]| -> Vec<u8> { part.par_iter().map(record).collect::<Vec<_>>().concat() };
            return Renewal::Whole(Box::new(std::iter::once(beginning(key)).chain(readings.chunks(CHUNK).map(part))));
        }
        if new == 0 {
            return Renewal::Same;
        }
        Renewal::More(readings.iter().filter(|reading| !reading.cached).flat_map(encoded).collect())
    }

    fn record(&self, reading: &Reading) -> Vec<u8> {
        let kept = self.entries.get(&*reading.path).filter(|_| reading.cached);
        let kept = kept.and_then(|record| self.bytes.get(record.clone()));
        kept.map_or_else(|| encoded(reading), <[u8]>::to_vec)
    }
}

fn beginning(key: ContentHash) -> Vec<u8> {
    [HEADER, key.as_bytes()].concat()
}

/// The record that begins at a byte, if all of it is there.
fn record_at(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let length = bytes.get(at..at + LENGTH)?.try_into().map(u32::from_le_bytes).ok()?;
    let end = at.checked_add(LENGTH + HASH)?.checked_add(length as usize)?;
    (end <= bytes.len()).then_some(at..end)
}

/// The path that a record claims to be of.
fn path_of(record: &[u8]) -> Option<&str> {
    postcard::take_from_bytes(record.get(LENGTH + HASH..)?).ok().map(|(path, _)| path)
}

fn reading(path: &Arc<str>, record: Record, stored: &Stored<'_>) -> Option<Reading> {
    let (found, findings): (Option<Found>, _) = postcard::from_bytes(stored.result).ok()?;
    let found = found.map(|found| found.of(path, record.hash));
    (stored.path == &**path).then(|| Reading { path: path.clone(), record, result: (found, findings), cached: true })
}

/// A reading as a record; nothing if it cannot be serialised, which does not happen with these types.
fn encoded(reading: &Reading) -> Vec<u8> {
    let body = || {
        let result = postcard::to_stdvec(&reading.result)?;
        postcard::to_stdvec(&Stored { path: &reading.path, record: reading.record, result: &result })
    };
    let Ok(body) = body() else { return Vec::new() };
    let Ok(length) = u32::try_from(body.len()) else { return Vec::new() };
    [&length.to_le_bytes(), &ContentHash::of(&body).as_bytes()[..], &body].concat()
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

    fn written(renewal: Renewal<'_>, before: &[u8]) -> Vec<u8> {
        match renewal {
            Renewal::Same => before.to_vec(),
            Renewal::More(more) => [before, &more].concat(),
            Renewal::Whole(parts) => parts.flatten().collect(),
        }
    }

    fn cache() -> Cache {
        let readings = [reading("a.pdf", b"a"), reading("b.pdf", b"b")];
        Cache::from_bytes(written(Cache::default().renewal(&readings, key()), b""), key())
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
        let cache = Cache::from_bytes(written(Cache::default().renewal(&[young], key()), b""), key());
        assert!(cache.by_stamp(&"a.pdf".into(), record(b"a").stamp).is_none());
        assert!(cache.by_hash(&"a.pdf".into(), record(b"a")).is_some());
        assert!(cache.by_hash(&"a.pdf".into(), record(b"c")).is_none());
    }

    #[test]
    fn a_cache_that_holds_everything_is_not_renewed() {
        let cache = cache();
        let known = |path: &str, text: &[u8]| cache.by_stamp(&path.into(), record(text).stamp).unwrap();
        let both = [known("a.pdf", b"a"), known("b.pdf", b"b")];
        assert!(matches!(cache.renewal(&both, key()), Renewal::Same));
        assert!(matches!(cache.renewal(&both[..1], key()), Renewal::Same));
    }

    #[test]
    fn of_two_records_of_a_file_the_later_holds() {
        let cache = cache();
        let readings = [reading("b.pdf", b"c")];
        let renewal = cache.renewal(&readings, key());
        assert!(matches!(renewal, Renewal::More(_)));
        let cache = Cache::from_bytes(written(renewal, &cache.bytes), key());
        assert!(cache.by_hash(&"b.pdf".into(), record(b"b")).is_none());
        assert!(cache.by_hash(&"b.pdf".into(), record(b"c")).is_some());
        assert!(cache.by_hash(&"a.pdf".into(), record(b"a")).is_some());
    }

    #[test]
    fn records_that_others_replaced_do_not_pile_up() {
        let mut cache = cache();
        let mut longest = 0;
        for number in 0..4 * CHUNK {
            let text = number.to_string();
            let readings = [reading("b.pdf", text.as_bytes())];
            let renewal = cache.renewal(&readings, key());
            cache = Cache::from_bytes(written(renewal, &cache.bytes), key());
            longest = longest.max(cache.records);
        }
        assert!(longest <= CHUNK + 2, "{longest}");
    }

    #[test]
    fn what_is_damaged_or_foreign_is_not_known() {
        let bytes = cache().bytes;
        assert!(Cache::from_bytes(bytes.clone(), ContentHash::of(b"other")).entries.is_empty());
        let known = |bytes: Vec<u8>| {
            let cache = Cache::from_bytes(bytes, key());
            let known = |(path, text): (&str, &[u8])| cache.by_stamp(&path.into(), record(text).stamp);
            [("a.pdf", &b"a"[..]), ("b.pdf", b"b")].into_iter().filter_map(known).collect::<Vec<_>>()
        };
        assert_eq!(known(bytes.clone()).len(), 2);
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            for bytes in [damaged, bytes[..at].to_vec()] {
                let known = known(bytes);
                assert!(known.len() < 2, "{at}");
                assert!(known.iter().all(|one| matches!(&one.result.0, Some(Found::Media(media)) if media.bytes == 1)));
            }
        }
    }
}
