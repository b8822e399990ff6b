//! What a language knows: its tag and direction, dates, numbers, order of letters, slugs, words.
//! Pure tables and functions: nothing here knows of a release.

mod by_language;
pub mod dates;
pub mod names;
pub mod numbers;
pub mod order;
pub mod slug;
pub mod speech;
pub mod tag;
pub mod written_date;

pub use by_language::ByLanguage;
pub use tag::{Direction, Language};
