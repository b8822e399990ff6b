//! Findings for people: sentences in three languages, and the line of the text that each speaks of.

mod done;
mod messages;
mod parts;
mod people;
mod position;
mod refused;
mod relative;

pub use done::{Done, built, no_folder, no_folder_but_file, refused};
pub use messages::{UiLanguage, label, line, sentence, summary};
pub use parts::{Marked, Parts, parts};
pub use people::{Colour, Texts, for_people};
pub use position::{Position, position};
pub use refused::{failed, refusal};
pub use relative::until;
