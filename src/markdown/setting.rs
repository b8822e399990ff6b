//! How the words of a body are shown.

use crate::language::Language;
use crate::language::script::Converter;

/// What is done to the words of a body for its readers; by default nothing.
#[derive(Clone, Copy, Default)]
pub struct Setting<'s> {
    /// The language as whose words they are set.
    pub typography: Option<Language>,
    /// What converts them to another script, once they are set.
    pub script: Option<&'s Converter>,
}
