//! Stage 4, plan: the site before a byte of it is rendered. Every output file is an entry of one ordered map, and each
//! entry holds all that rendering it can see.
//!
//! Sitemaps, feeds, hreflang, collisions and link checks are questions to that map.

mod archive;
mod calendars;
mod cards;
mod changes;
mod delta;
mod edition;
mod feeds;
mod files;
mod frame;
mod lists;
mod pages;
mod refs;
mod related;
mod releases;
mod sheet;
mod sitemaps;
mod stage;
mod target;
mod terms;
mod words;

pub use delta::{Delta, delta};
pub use edition::Audience;
pub use stage::plan;
pub use target::{FileCopy, Plan, Planned, Target};
