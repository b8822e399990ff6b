//! A language that is converted from another.

use crate::language::Language;
use crate::language::script::Converter;
use crate::view::Shared;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// A language in another script: editors do not write it, it is converted from what they write.
#[derive(Clone)]
pub struct Variant {
    /// The language in that script: `kk-Latn`.
    pub language: Language,
    /// The language that editors write.
    pub of: Language,
    /// What converts its texts.
    pub converter: Arc<Shared<Converter>>,
}

impl fmt::Debug for Variant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} by {}", self.language, self.of, self.converter.hash())
    }
}

impl Variant {
    /// The text in the variant's script.
    pub fn convert<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.converter.convert(text)
    }

    /// The same, in the text's place.
    pub fn convert_in_place(&self, text: &mut String) {
        if let Cow::Owned(converted) = self.convert(text) {
            *text = converted;
        }
    }
}
