//! The hashes of a release.

use crate::hash::ContentHash;
use crate::plan::known::{HASHES, Hashes};
use std::sync::OnceLock;

/// The hashes of one release in one language, each taken when it is first asked for.
#[derive(Debug, Default)]
pub struct Imprint([OnceLock<ContentHash>; HASHES]);

/// What an imprint holds the hash of.
#[derive(Clone, Copy)]
pub enum Of {
    /// The page, without what it shows of other releases.
    Page,
    /// The title and address.
    Link,
    /// The entry in 'read also'.
    Related,
    /// The card.
    Card,
    /// The entry in the sitemap.
    Url,
}

impl Imprint {
    /// The imprint of which this much is known.
    pub fn of(known: Hashes) -> Self {
        let cell = |hash: Option<ContentHash>| hash.map_or_else(OnceLock::new, OnceLock::from);
        Self(known.map(cell))
    }

    /// The cell of one hash.
    pub fn cell(&self, of: Of) -> &OnceLock<ContentHash> {
        &self.0[of as usize]
    }

    /// As much as is known by now.
    pub fn known(&self) -> Hashes {
        let mut known = Hashes::default();
        known.iter_mut().zip(&self.0).for_each(|(known, cell)| *known = cell.get().copied());
        known
    }
}
