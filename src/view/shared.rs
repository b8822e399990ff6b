//! A part that many views have in common.

use crate::hash::{ContentHash, Fingerprint};
use serde::{Serialize, Serializer};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// A value that stands in many views, hashed once and made a template's value once.
///
/// In a fingerprint it counts by its hash, so that a page costs the same however much all pages share. To templates it is
/// handed by [`Shared::template`]; in the serialised form that they get of a view it is nothing.
#[derive(Debug)]
pub struct Shared<T> {
    value: T,
    hash: OnceLock<ContentHash>,
    template: OnceLock<tera::Value>,
}

impl<T: Serialize> Shared<T> {
    /// Shares a value.
    pub fn new(value: T) -> Arc<Self> {
        Arc::new(Self { value, hash: OnceLock::new(), template: OnceLock::new() })
    }

    /// The hash of the value; asking again costs nothing.
    pub fn hash(&self) -> ContentHash {
        *self.hash.get_or_init(|| hash_of(&self.value))
    }

    /// The value as templates see it; asking again costs nothing.
    pub fn template(&self) -> tera::Value {
        self.template.get_or_init(|| tera::Value::from_serializable(&self.value)).clone()
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Serialize> Serialize for Shared<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.serialize_unit() } else { self.hash().serialize(serializer) }
    }
}

/// The hash of a part of a view.
pub fn hash_of<T: Serialize + ?Sized>(value: &T) -> ContentHash {
    Fingerprint::of(value).map_or_else(|_| ContentHash::of(b""), Fingerprint::content)
}

/// Serialises nothing in a field's place: what a view shows of others is counted, and handed to templates, by itself.
pub fn nothing<T, S: Serializer>(_: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_unit()
}
