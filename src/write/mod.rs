//! Stage 6, write: the output becomes what the plan says, or stays as it was.
//!
//! Every file is first staged in a hidden folder of the output. Only when all are there are they renamed into place,
//! stale files removed, and the manifest stored, last. A build that fails in between drops the staging folder.

mod inspect;
mod stage;
mod state;

pub use inspect::intact;
pub use stage::{Staging, Written};
pub use state::State;
