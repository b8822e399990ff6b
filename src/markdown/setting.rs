//! How the words of a body are shown.

use crate::language::script::Converter;
use crate::language::{Direction, Language};
use crate::markdown::refs::Parts;

/// What is done to the words of a body for its readers; by default nothing.
#[derive(Clone, Copy, Default)]
pub struct Setting<'s> {
    /// The language as whose words they are set.
    pub typography: Option<Language>,
    /// What parts of them are told by: Kazakh in other languages, abbreviations.
    pub parts: Option<&'s Parts>,
    /// What converts them to another script, once they are set and marked.
    pub script: Option<&'s Converter>,
    /// The direction in which they run: to the left, telephone numbers keep their order.
    pub direction: Direction,
}
