//! Stage 3, assemble: files become releases, terms and pages. Names are resolved, languages joined, links followed.

mod assemble;
mod borrow;
mod convert;
mod facts;
mod gather;
mod hearsay;
mod history;
mod links;
mod media;
mod names;
mod newsroom;
mod outdated;
mod overview;
mod paths;
mod releases;
mod retell;
mod standing;
mod status;
mod subjects;
mod tags;
mod typeset;

pub use assemble::assemble;
pub use borrow::borrow;
pub use convert::convert;
pub use history::instead;
pub use links::file_of_held;
pub use newsroom::{
    Clash, Coined, Goal, History, Media, MediaNo, MediaUse, MediaWords, Newsroom, PageNo, PageText, Project,
    ProjectText, Release, ReleaseNo, StandingPage, Target, Term, TermNo, Text, Translation,
};
pub use outdated::{Changes, Compared, compare};
pub use overview::{Overview, Row};
pub use retell::retell;
pub use status::{Standing, State};
pub use typeset::typeset;
