//! What a language knows: its tag and direction, dates, numbers, order of letters, slugs, words.
//! Pure tables and functions: nothing here knows of a release.

pub mod tag;

pub use tag::{Direction, Language};
