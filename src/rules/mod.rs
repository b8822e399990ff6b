//! What a careful editor would see: findings about wording, facts, links, pictures and translations.
//!
//! A rule is a function from what it looks at to findings. Most look at one text (`page`); some at a release in all its
//! languages (`subject`), some at the newsroom as a whole and the little that is kept of its texts (`whole`). What a rule
//! can mend safely, its finding carries with it.

mod duplicates;
mod figures;
mod fragments;
mod front;
mod gazetteer;
mod headings;
mod likeness;
mod link_text;
mod names;
mod page;
mod people;
mod pictures;
mod regions;
mod stage;
mod subject;
mod translations;
mod unused;
mod whole;

pub use stage::{Texts, check};
