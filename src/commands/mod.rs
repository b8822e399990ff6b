//! One file, one command, one `run`.

pub mod build;
pub mod manual;
mod newsroom;
pub mod next;
pub mod terminal;
