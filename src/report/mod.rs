//! Findings for people: sentences in three languages, and the line of the text that each speaks of.

mod baseline;
mod done;
mod machines;
mod messages;
mod people;
mod position;
mod sarif;
mod told;

pub use baseline::Baseline;
pub use done::{Done, broken_baseline, built, failed, no_folder, no_folder_but_file, refused};
pub use machines::{github, json, short};
pub use messages::{UiLanguage, sentence, summary};
pub use people::{Colour, Texts, for_people};
pub use position::{Position, position};
pub use sarif::sarif;
pub use told::{Told, severity_word, told};
