//! What a careful editor would see: findings about wording, facts, links, pictures and translations.
//!
//! A rule is a function from what it looks at to findings. Most look at one text (`page`); some at a release in all its
//! languages, some at the newsroom as a whole. What a rule can mend safely, its finding carries with it, and `fix`
//! puts it into the text.

mod dash;
mod fix;
mod front;
mod furniture;
mod invisible;
mod layout;
mod long_paragraph;
mod mend;
mod misspelling;
mod numeral;
mod outdated;
mod page;
mod prose;
mod quotes;
mod repeated_title;
mod script;
mod space;
mod stage;
mod weekday;

pub use fix::{Fixed, difference, fix};
pub use mend::mend;
pub use stage::check;

#[cfg(test)]
mod tests;
