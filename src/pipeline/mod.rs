//! The six stages joined, once: every command that makes a site goes through here.
//!
//! `build` makes the site; `check` looks closer and makes none; `look` only reads what it would be made from; `session`
//! keeps in memory what it was made from, for a preview that follows an editor.

mod build;
mod check;
mod desk;
mod look;
mod order;
mod session;
mod work;

pub use build::build;
pub use check::{Checkup, check};
pub use desk::refuse;
pub use look::{Content, Look, look, proofread};
pub use order::{Built, Order, Outcome, Progress, Unwatched};
pub use session::Session;
