//! What a voice that reads a text aloud must be told of its parts: which are Kazakh though the text is not (WCAG 3.1.2),
//! and what abbreviations mean.
//!
//! Kazakh has nine letters that Russian lacks. They find the words; `word` tells those of Kazakh's sisters and of older
//! Russian from them, `quotation` says what stands together, and `find` decides where a part begins and ends.

mod abbreviation;
mod find;
mod piece;
mod quotation;
mod word;

pub use abbreviation::{abbreviations, is_abbreviation};
pub use find::kazakh;
pub use piece::{Piece, pieces};
