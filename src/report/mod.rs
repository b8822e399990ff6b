//! Findings for people: sentences in three languages, and the line of the text that each speaks of.

mod done;
mod messages;
mod people;
mod phrase;
mod position;

pub use done::{Done, built, failed, no_folder, no_folder_but_file, refused};
pub use messages::{UiLanguage, sentence, summary};
pub use people::{Colour, Texts, for_people};
pub use phrase::{impossible, moment, phrase};
pub use position::{Position, position};
