//! What a language knows: its tag and direction, dates, numbers, order of letters, slugs, words.
//! Pure tables and functions: nothing here knows of a release.

pub mod bidi;
mod by_language;
pub mod date_styles;
pub mod dates;
pub mod letters;
pub mod names;
pub mod numbers;
mod numerals;
pub mod order;
pub mod parts;
pub mod roman;
pub mod script;
pub mod slug;
pub mod speech;
pub mod tag;
pub mod typography;
pub mod written_date;
pub mod written_number;

pub use by_language::ByLanguage;
pub use tag::{Direction, Language};
