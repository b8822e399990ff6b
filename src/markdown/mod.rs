//! What Markdown means in a release.
//!
//! A body is read once into one event stream, and two functions look at it: `survey` tells the planner what the body
//! needs and what is wrong with it, `render` writes HTML from what the planner has resolved. Neither can see more than
//! the other, so whatever is written has been surveyed.
//!
//! 1. `fixup` lets emphasis end before a Kazakh suffix, and leads back to the bytes as written.
//! 2. `events` parses, and hands the stream through five passes: `spans` marks a few words, `lists` takes dialogue and years out of lists,
//!    `video` sets lone links to videos apart, `links` links bare addresses, `footnotes` numbers the notes and sets
//!    them last; then `headings` settles levels and anchors.
//! 3. For rendering alone, `typeset` sets the words as their language sets them, `parts` marks what is Kazakh in other
//!    languages and tells abbreviations, and `rescript` writes all in another script.
//! 4. `survey` (with `summary` and `word_count`) or `html` (with `figure`, `highlight` and `passthrough`) walks what
//!    came of it.
//!
//! Nothing that a writer of releases can write may run in a reader's browser: `address` knows four schemes, `raw` reads
//! raw HTML, `sanitise` holds the list of what it may be.

mod address;
mod blocks;
mod escapes;
mod events;
mod figure;
mod fixup;
mod footnotes;
mod headings;
mod highlight;
mod html;
mod links;
mod lists;
mod masked;
mod nodes;
mod parts;
mod passthrough;
mod prose;
mod raw;
mod refs;
mod render;
mod rescript;
mod sanitise;
mod setting;
mod spans;
mod summary;
mod survey;
mod typeset;
mod video;
mod word_count;
mod writer;

#[cfg(test)]
mod tests;

pub use address::Destination;
pub use blocks::blocks;
pub use prose::{Block, BlockKind, LinkText, PictureText, Role, Run, prose};
pub use refs::{LinkTo, Parts, Picture, Refs, Words};
pub use render::{Addresses, render};
pub use setting::Setting;
pub use survey::{Alt, ImageUse, Survey, survey};
