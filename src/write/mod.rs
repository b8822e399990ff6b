//! Stage 6, write: the output becomes what the plan says, or stays as it was.
//!
//! Every file is first staged in a hidden folder of the output. Only when all are there are they renamed into place, new
//! folders as a whole, stale files removed, and the manifest stored, last. A build that fails in between drops the
//! staging folder.

mod create;
mod inspect;
mod replace;
mod stage;
mod staged;
mod state;

pub use create::{create_file, create_folder};
pub use inspect::inspect;
pub use replace::replace;
pub use stage::{Changes, Staging, Written};
pub use staged::Staged;
pub use state::State;
