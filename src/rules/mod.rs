//! What a careful editor would see: findings about wording, facts, links, pictures and translations.
//!
//! A rule is a function from what it looks at to findings. Most look at one text (`page`); some at a release in all its
//! languages (`subject`), some at the newsroom as a whole and the little that is kept of its texts (`whole`). What a rule
//! can mend safely, its finding carries with it, and `fix` puts it into the text.

mod dash;
mod duplicates;
mod figures;
mod fix;
mod fragments;
mod front;
mod furniture;
mod gazetteer;
mod headings;
mod invisible;
mod layout;
mod likeness;
mod link_text;
mod long_paragraph;
mod mask;
mod mend;
mod misspelling;
mod names;
mod notices;
mod numeral;
mod outdated;
mod page;
mod people;
mod person;
mod pictures;
mod prose;
mod quotes;
mod regions;
mod repeated_title;
mod script;
mod space;
mod stage;
mod subject;
mod translations;
mod unused;
mod weekday;
mod whole;

pub use fix::{Fixed, difference, fix};
pub use mend::mend;
pub use stage::{Texts, check};

#[cfg(test)]
mod tests;
