//! Findings for people: sentences in three languages, the line of the text that each speaks of, and what each kind means.

mod baseline;
mod done;
mod explain;
mod impossible;
mod machines;
mod messages;
mod parts;
mod people;
mod phrase;
mod position;
mod relative;
mod sarif;
mod told;

pub use baseline::Baseline;
pub use done::{
    Done, baselined, broken_baseline, built, checked, file_written, fixed, no_folder, no_folder_but_file, refused,
    would_fix,
};
pub use explain::{explain, unknown_code};
pub use impossible::impossible;
pub use machines::{github, json, short};
pub use messages::{UiLanguage, label, sentence, summary};
pub use parts::{Marked, Parts, parts};
pub use people::{Colour, Texts, for_people};
pub use phrase::{moment, phrase};
pub use position::{Position, position};
pub use relative::{since, until};
pub use sarif::sarif;
pub use told::{Told, severity_word, told};
