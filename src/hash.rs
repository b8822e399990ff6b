//! Two hashes: of bytes that exist, and of everything a target depends on.

use serde::{Deserialize, Serialize};
use std::fmt;

/// BLAKE3 of some bytes, cut to 128 bits: enough that two different contents never meet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ContentHash([u8; 16]);

impl ContentHash {
    /// The hash of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self::cut(&blake3::hash(bytes))
    }

    /// The first 10 hexadecimal digits: what stands in the name of a hashed file.
    pub fn short(&self) -> String {
        self.to_string()[..10].to_owned()
    }

    /// The hash of nothing in particular, until another is known.
    pub fn none() -> Self {
        Self([0; 16])
    }

    /// The hash that was stored as these bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The hash itself.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    fn cut(hash: &blake3::Hash) -> Self {
        let mut cut = [0; 16];
        cut.copy_from_slice(&hash.as_bytes()[..16]);
        Self(cut)
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContentHash({self})")
    }
}

/// The hash of all that rendering a target can see: equal fingerprints mean equal bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Fingerprint(ContentHash);

impl Fingerprint {
    /// The fingerprint of a value's serialised form, field by field in order of declaration.
    ///
    /// # Errors
    /// When the value cannot be serialised, which no type of this crate does.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self, postcard::Error> {
        // One call of the hash over a small buffer is much faster than many calls over a few bytes each.
        postcard::to_extend(value, Vec::with_capacity(4 << 10)).map(|bytes| Self(ContentHash::of(&bytes)))
    }

    /// The fingerprint of a whole that is known by the hashes of its parts, in their order.
    pub fn of_parts(parts: impl IntoIterator<Item = ContentHash>) -> Self {
        let bytes: Vec<u8> = parts.into_iter().flat_map(|part| part.0).collect();
        Self(ContentHash::of(&bytes))
    }

    /// The fingerprint of no target.
    pub fn none() -> Self {
        Self(ContentHash::none())
    }

    /// The hash itself.
    pub fn content(self) -> ContentHash {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_prints_as_32_hexadecimal_digits() {
        assert_eq!(ContentHash::of(b"").to_string(), "af1349b9f5f9a1a6a0404dea36dcc949");
        assert_eq!(ContentHash::of(b"").short(), "af1349b9f5");
    }

    #[test]
    fn fingerprints_tell_fields_apart() -> Result<(), postcard::Error> {
        assert_ne!(Fingerprint::of(&("ab", "c"))?, Fingerprint::of(&("a", "bc"))?);
        Ok(())
    }
}
