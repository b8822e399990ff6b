//! What a careful editor would see: findings about wording, facts, links, pictures and translations.
//!
//! A rule is a function from what it looks at to findings. Most look at one text (`page`); some at a release in all its
//! languages, some at the newsroom as a whole. What a rule can mend safely, its finding carries with it.

mod outdated;
mod page;
mod stage;

pub use stage::check;
