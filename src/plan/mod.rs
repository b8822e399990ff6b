//! Stage 4, plan: the site before a byte of it is rendered. Every output file is an entry of one ordered list: a path, a
//! target that names what the file is made from, and the fingerprint of all that rendering it can see.
//!
//! A view is made of a target when it is rendered, and at no other time held. Its fingerprint is known before, by two
//! hashes: of what the file says itself, and of what it shows of releases that have pages of their own (`draft`). The
//! latter are taken once a release and language (`imprints`), however many files show it.
//!
//! Sitemaps, feeds, hreflang, collisions and link checks are questions to that list.

mod archive;
mod calendars;
mod cards;
mod changes;
mod chart;
mod clashes;
mod corrections;
mod delta;
mod draft;
mod edition;
mod feeds;
mod files;
mod frame;
mod imprint;
mod imprints;
mod known;
mod lists;
mod map;
mod pages;
mod paging;
mod past;
mod phrases;
mod refs;
mod related;
mod releases;
mod retell;
mod roster;
mod share;
mod sheet;
mod shelf;
mod shelves;
mod site;
mod sitemaps;
mod stage;
mod target;
mod terms;
mod words;

pub use changes::{Change, Turn, What, changes, renamed};
pub use delta::{Delta, delta};
pub use edition::Audience;
pub use known::Known;
pub use roster::{Ahead, Happening, Roster, Row, TextRow};
pub use site::Plan;
pub use stage::plan;
pub use target::{List, Planned, Target};
