//! The files of something new: a release, a translation, a project, a page, a whole newsroom. Nothing is written here;
//! each is a list of paths and texts.

mod id;
mod new_file;
mod release;
mod standing;
mod starter;
mod starter_texts;
mod title;
mod translation;
mod value;

pub use id::{release_id, standing_id};
pub use new_file::NewFile;
pub use release::ReleaseSketch;
pub use standing::{StandingKind, StandingSketch};
pub use starter::{SPOKEN, StarterSketch};
pub use title::{BadTitle, Title};
pub use translation::{Refusal, refresh, translation};
