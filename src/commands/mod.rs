//! One file, one command, one `run`.

pub mod build;
pub mod serve;
mod terminal;
