//! Findings for people: sentences in three languages, the line of the text that each speaks of, and what each kind means.

mod done;
mod explain;
mod messages;
mod people;
mod position;

pub use done::{
    Done, baselined, built, checked, failed, file_written, fixed, no_folder, no_folder_but_file, refused, would_fix,
};
pub use explain::{explain, unknown_code};
pub use messages::{UiLanguage, sentence, summary};
pub use people::{Colour, Texts, for_people};
pub use position::{Position, position};
