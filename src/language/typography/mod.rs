//! What a language writes between its words: quotation marks, dashes, spaces at which no line may end.
//!
//! Editors type what their keyboard has. Readers get what a book would have: `style` holds the tables (languages.md, 7),
//! `quotes`, `dash` and `space` know where a mark belongs, `edits` looks at a text once and tells what to change, and
//! `set` changes it. No letter, digit or word becomes another one, and what was set is never set otherwise again.
//! The rules of `check` propose from the same tables.

pub mod dash;
mod edits;
pub mod quotes;
mod set;
mod sign;
mod space;
mod style;

pub use edits::{Edit, edits};
pub use set::{apply, set, set_plain};
pub use sign::{FIXED, LINE};
pub use style::{Apostrophe, Marks, Percent, Style};

#[cfg(test)]
mod tests;
