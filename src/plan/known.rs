//! The hashes that an earlier build took of releases, each set by the hash of all that it was made from: a release that is
//! as it was, in a newsroom that is as it was, need not be looked at again to know what of it changed.

use crate::hash::ContentHash;
use std::cmp::Ordering;
use std::sync::atomic::{self, AtomicUsize};

const HEADER: &[u8] = b"jarshy imprints 1\n";
const HASH: usize = 16;
/// How many hashes there are of a release.
pub const HASHES: usize = 5;
const RECORD: usize = HASH * (1 + HASHES);

/// The hashes of a release, in the order of `imprints`; none for one that was never asked for.
pub type Hashes = [Option<ContentHash>; HASHES];

/// What is known, in the order of the keys.
#[derive(Debug, Default)]
pub struct Known {
    bytes: Vec<u8>,
    /// How often something was asked for that is not known.
    unknown: AtomicUsize,
}

impl Known {
    /// Reads what [`bytes`] wrote for the same `program`; anything else, damaged or not, is nothing.
    pub fn from_bytes(bytes: Vec<u8>, program: ContentHash) -> Self {
        let start = HEADER.len() + 2 * HASH;
        let whole = bytes.split_at_checked(start).is_some_and(|(begin, records)| begin == beginning(program, records));
        if whole { Self { bytes: bytes[start..].to_vec(), unknown: AtomicUsize::new(0) } } else { Self::default() }
    }

    /// How often something was asked for that is not known.
    pub fn unknown(&self) -> usize {
        self.unknown.load(atomic::Ordering::Relaxed)
    }

    /// What is known by a key.
    pub fn get(&self, key: ContentHash) -> Option<Hashes> {
        let found = self.find(key);
        if found.is_none() {
            self.unknown.fetch_add(1, atomic::Ordering::Relaxed);
        }
        found
    }

    fn find(&self, key: ContentHash) -> Option<Hashes> {
        let records = self.bytes.len() / RECORD;
        let (mut low, mut high) = (0, records);
        while low < high {
            let middle = low + (high - low) / 2;
            let record = self.bytes.get(middle * RECORD..(middle + 1) * RECORD)?;
            match record[..HASH].cmp(key.as_bytes()) {
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
                Ordering::Equal => return Some(hashes(record)),
            }
        }
        None
    }
}

/// The hashes of a record, in which zeros stand for none.
fn hashes(record: &[u8]) -> Hashes {
    let mut all = Hashes::default();
    for (hash, bytes) in all.iter_mut().zip(record.chunks_exact(HASH).skip(1)) {
        *hash = bytes.try_into().ok().filter(|bytes| *bytes != [0; HASH]).map(ContentHash::from_bytes);
    }
    all
}

/// What is known, as it is stored.
pub fn bytes(mut known: Vec<(ContentHash, Hashes)>, program: ContentHash) -> Vec<u8> {
    known.sort_unstable_by_key(|(key, _)| *key);
    known.dedup_by_key(|(key, _)| *key);
    let mut records = Vec::with_capacity(known.len() * RECORD);
    for (key, hashes) in known {
        records.extend_from_slice(key.as_bytes());
        hashes.iter().for_each(|hash| records.extend(hash.map_or([0; HASH], |hash| *hash.as_bytes())));
    }
    let mut bytes = beginning(program, &records);
    bytes.append(&mut records);
    bytes
}

fn beginning(program: ContentHash, records: &[u8]) -> Vec<u8> {
    [HEADER, program.as_bytes(), ContentHash::of(records).as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(number: usize) -> ContentHash {
        ContentHash::of(&number.to_le_bytes())
    }

    fn program() -> ContentHash {
        ContentHash::of(b"program")
    }

    fn some() -> Vec<(ContentHash, Hashes)> {
        (0..100)
            .map(|number| (hash(number), [Some(hash(number + 1000)), None, None, None, Some(hash(number))]))
            .collect()
    }

    #[test]
    fn what_was_known_is_known_again() {
        let known = Known::from_bytes(bytes(some(), program()), program());
        assert!(some().into_iter().all(|(key, hashes)| known.get(key) == Some(hashes)));
        assert_eq!(known.get(hash(100)), None);
        assert_eq!(Known::default().get(hash(0)), None);
    }

    #[test]
    fn what_is_damaged_or_of_another_program_is_not_known() {
        let bytes = bytes(some(), program());
        assert_eq!(Known::from_bytes(bytes.clone(), hash(1)).get(hash(0)), None);
        for at in (0..bytes.len()).step_by(7) {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert_eq!(Known::from_bytes(damaged, program()).get(hash(0)), None);
            assert_eq!(Known::from_bytes(bytes[..at].to_vec(), program()).get(hash(0)), None);
        }
    }
}
